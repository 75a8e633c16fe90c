/** The crop of a picture as a card: of large pictures alone, cached like its variants. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { expect, onTestFinished, test } from "vitest";
import { sha256 } from "../../../src/base/digest.ts";
import { makePictures } from "../../../src/site/pictures/images.ts";

async function field(width: number, height: number, background: string) {
  const bytes = await sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();
  return { path: `${background}.jpg`, digest: sha256(bytes), bytes: () => bytes };
}

test("makePictures cuts a card from what is large enough, from nothing else, and makes it again where it was lost", async () => {
  const cache = mkdtempSync(path.join(tmpdir(), "afterlive-cards-"));
  onTestFinished(() => rmSync(cache, { recursive: true }));
  const options = { cache, mode: "quick" } as const;
  const originals = [await field(600, 900, "red"), await field(599, 900, "blue")];
  const { pictures } = await makePictures(originals, options);
  const [large, small] = originals.map(({ digest }) => pictures.get(digest));
  const { width, height, format } = await sharp(large?.card?.cached).metadata();
  expect([width, height, format]).toEqual([1200, 630, "jpeg"]);
  expect(large?.card?.path).toMatch(/^pictures\/[0-9a-f]{16}-card-1200\.jpg$/);
  expect(small?.card).toBeUndefined();
  const before = readFileSync(large!.card!.cached);
  rmSync(large!.card!.cached);
  expect((await makePictures(originals, options)).made).toBe(1);
  expect(readFileSync(large!.card!.cached).equals(before)).toBe(true);
});

test("makePictures shows a drawing whole on its card, on its own mean colour", async () => {
  const cache = mkdtempSync(path.join(tmpdir(), "afterlive-cards-"));
  onTestFinished(() => rmSync(cache, { recursive: true }));
  const left = await sharp({ create: { width: 300, height: 600, channels: 3, background: "#ff0000" } })
    .png()
    .toBuffer();
  const halves = sharp({ create: { width: 600, height: 600, channels: 3, background: "#0000ff" } });
  const bytes = await halves
    .composite([{ input: left, left: 0, top: 0 }])
    .png()
    .toBuffer();
  const drawn = { path: "halves.png", digest: sha256(bytes), bytes: () => bytes };
  const { pictures } = await makePictures([drawn], { cache, mode: "quick" });
  const pixels = await sharp(pictures.get(drawn.digest)?.card?.cached).raw().toBuffer();
  const colourAt = (x: number) => [...pixels.subarray((315 * 1200 + x) * 3, (315 * 1200 + x) * 3 + 3)];
  const near = (x: number, colour: readonly number[]) =>
    expect(
      colourAt(x).every((part, index) => Math.abs(part - (colour[index] ?? 0)) < 24),
      `${x}: ${colourAt(x)}`,
    ).toBe(true);
  near(100, [127, 0, 127]);
  near(340, [255, 0, 0]);
  near(860, [0, 0, 255]);
  near(1100, [127, 0, 127]);
});
