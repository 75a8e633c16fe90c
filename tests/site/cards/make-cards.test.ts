/** makeCards: equal bytes for equal cards, cached until what a card shows changes. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { expect, onTestFinished, test } from "vitest";
import { makeCards } from "../../../src/site/cards/make-cards.ts";
import { cardOf, titles } from "./sample-cards.ts";

function newCache(): string {
  const cache = mkdtempSync(path.join(tmpdir(), "afterlive-cards-"));
  onTestFinished(() => rmSync(cache, { recursive: true }));
  return cache;
}

test("makeCards gives the same bytes for any number of jobs and any order of the cards", async () => {
  const cards = Object.values(titles);
  const one = await makeCards(cards, { cache: newCache(), jobs: 1 });
  const four = await makeCards(cards.toReversed(), { cache: newCache(), jobs: 4 });
  expect(one).toHaveLength(cards.length);
  expect(one.map(({ digest }) => digest)).toEqual(four.map(({ digest }) => digest).reverse());
  expect(new Set(one.map(({ digest }) => digest)).size).toBe(cards.length);
});

test("makeCards writes pictures of 1200 by 630 pixels, with words where words belong, and none without a font", async () => {
  const [words, none] = await makeCards([titles.ar, cardOf("国事访问第二天", "zh")], { cache: newCache() });
  const inks = await Promise.all(
    [words, none].map(async (card) => {
      const { width, height, format } = await sharp(card?.cached).metadata();
      expect([width, height, format]).toEqual([1200, 630, "png"]);
      // The area of the title, or of the bars in its place: only the colours of words have so little red.
      const area = sharp(card?.cached).extract({ left: 72, top: 120, width: 1056, height: 300 });
      return (await area.extractChannel("red").raw().toBuffer()).filter((red) => red < 60).length;
    }),
  );
  expect(inks[0]).toBeGreaterThan(500);
  expect(inks[1]).toBe(0);
});

test("makeCards keeps the colour of time, and the paper, in the few colours of the file", async () => {
  const [card] = await makeCards([cardOf("国事访问第二天", "zh")], { cache: newCache() });
  const pixels = await sharp(card?.cached).removeAlpha().raw().toBuffer();
  const near = (wanted: readonly number[]) => {
    const isNear = (at: number) => wanted.every((part, index) => Math.abs((pixels[at + index] ?? 0) - part) < 5);
    return Array.from({ length: 1200 * 630 }, (_, index) => index * 3).filter(isNear).length;
  };
  expect(near([0xfb, 0xfb, 0xfc])).toBeGreaterThan(600_000);
  expect(near([0x51, 0x38, 0x9b])).toBeGreaterThan(10_000);
});

test("makeCards draws a card once, wherever it goes, and again where it was lost or harmed", async () => {
  const cache = newCache();
  let drawn = 0;
  const make = () =>
    makeCards([titles.en, { ...titles.en, path: "elsewhere/card.png" }], { cache, onProgress: () => (drawn += 1) });
  const [card, same] = await make();
  expect([drawn, same]).toEqual([1, card]);
  await make();
  expect(drawn).toBe(1);
  const bytes = readFileSync(card!.cached);
  for (const harm of [() => rmSync(card!.cached), () => writeFileSync(card!.cached, "x")]) {
    harm();
    await make();
    expect(readFileSync(card!.cached).equals(bytes)).toBe(true);
  }
  expect(drawn).toBe(3);
  await makeCards([cardOf("Another title")], { cache, onProgress: () => (drawn += 1) });
  expect(drawn).toBe(4);
});

test("the fonts are the files that they are said to be, each under its licence, and small together", async () => {
  const { faceFiles } = await import("../../../src/site/cards/faces.ts");
  const { digestFile } = await import("../../../src/base/digest-file.ts");
  const folder = path.resolve("fonts");
  const files = Object.values(faceFiles).flat();
  for (const { file, digest } of files) {
    expect(digestFile(path.join(folder, file))).toBe(digest);
    const licence = readFileSync(path.join(folder, file.replace(/_.*/, "-OFL.txt")), "utf8");
    expect(licence).toMatch(/Copyright .*SIL OPEN FONT LICENSE/s);
  }
  expect(readdirSync(folder).filter((name) => name.endsWith(".ttf"))).toEqual(files.map(({ file }) => file).sort());
  const size = readdirSync(folder).reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);
  expect(size).toBeLessThan(1_500_000);
});
