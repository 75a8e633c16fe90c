import { readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import sharp from "sharp";
import { expect, test } from "vitest";
import { sha256 } from "../../../src/base/digest.ts";
import { variantsOf } from "../../../src/site/pictures/cache.ts";
import { makePictures, type OriginalPicture } from "../../../src/site/pictures/images.ts";
import { chartSvg, newCache, one, original, photo, quick } from "./pictures.ts";

test("makePictures gives the same bytes however many pictures are made at once", async () => {
  const originals = [
    original("a.jpg", await photo(500, 300, 1)),
    original("b.jpg", await photo(420, 700, 2)),
    original("c.svg", Buffer.from(chartSvg())),
  ];
  const digests = async (jobs: number, order: readonly OriginalPicture[]) => {
    const cache = newCache();
    await makePictures(order, { cache, mode: "release", jobs });
    const folder = path.join(cache, "pictures");
    return readdirSync(folder)
      .filter((name) => !name.endsWith(".json"))
      .sort()
      .map((name) => `${name} ${sha256(readFileSync(path.join(folder, name)))}`);
  };
  const alone = await digests(1, originals);
  // AVIF at two, one and four widths, one file each for what reads no AVIF, and a card of the drawing, which alone is large enough.
  expect(alone.length).toBe(2 + 1 + 4 + 3 + 1);
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 8 }),
      fc.shuffledSubarray(originals, { minLength: 3 }),
      async (jobs, order) => {
        expect(await digests(jobs, order)).toEqual(alone);
      },
    ),
    { numRuns: process.env.AFTERLIVE_LONG ? 25 : 2 },
  );
}, 300_000);

test("makePictures makes AVIF at each width, and JPEG at few, never wider than the original", async () => {
  const { picture } = await one("a.jpg", await photo(1000, 400), "release");
  expect(picture?.sources.map((source) => source.type)).toEqual(["image/avif"]);
  expect(picture?.sources[0]?.variants.map(({ width, height }) => [width, height])).toEqual([
    [360, 144],
    [720, 288],
    [1000, 400],
  ]);
  expect(picture?.fallback.map(({ path: file }) => file)).toEqual([
    expect.stringMatching(/^pictures\/[0-9a-f]{16}-720\.jpg$/),
    expect.stringMatching(/^pictures\/[0-9a-f]{16}-1000\.jpg$/),
  ]);
  expect(picture).toMatchObject({ width: 1000, height: 400, animated: false, publishOriginal: true });
});

test("makePictures makes one PNG of a drawing, at its own width, and no AVIF for a person who edits", async () => {
  const chart = await sharp(Buffer.from(chartSvg())).resize(1200).png().toBuffer();
  const { picture } = await one("a.png", chart, "release");
  expect(picture?.sources[0]?.variants.map(({ width }) => width)).toEqual([360, 720, 1200]);
  expect(picture?.fallback.map(({ path: file }) => file)).toEqual([expect.stringMatching(/-1200\.png$/)]);
  expect((await one("a.png", chart, "quick")).picture?.sources).toEqual([]);
});

test("makePictures turns a picture upright and says so nowhere", async () => {
  const lying = await sharp(await photo(400, 200))
    .withExif({ IFD0: { Copyright: "Desk" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect((await sharp(lying).metadata()).orientation).toBe(6);
  const { picture } = await one("a.jpg", lying);
  expect([picture?.width, picture?.height]).toEqual([200, 400]);
  for (const variant of variantsOf(picture!)) {
    const meta = await sharp(variant.cached).metadata();
    expect(meta.orientation ?? 1).toBe(1);
    expect(meta.xmp?.toString("utf8")).toContain("Desk");
    expect(meta.height).toBe(400);
  }
});

test("makePictures keeps what EXIF and XMP say of rights, and the colour profile, in every variant", async () => {
  const xmp =
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="The Desk"/></rdf:RDF></x:xmpmeta>';
  const bytes = await sharp(await photo(500, 300))
    .withExif({ IFD0: { Copyright: "The Desk 2024", Artist: "A Photographer" } })
    .withXmp(xmp)
    .withIccProfile("p3")
    .jpeg()
    .toBuffer();
  const { picture } = await one("a.jpg", bytes, "release");
  for (const variant of variantsOf(picture!)) {
    const meta = await sharp(variant.cached).metadata();
    for (const words of ["The Desk 2024", "A Photographer", "<photoshop:Credit>The Desk<"])
      expect(meta.xmp?.toString("utf8")).toContain(words);
    expect(meta.hasProfile).toBe(true);
  }
});

test("makePictures writes a drawing as PNG, a photograph as JPEG, and what is transparent as PNG", async () => {
  const chart = await sharp(Buffer.from(chartSvg())).png().toBuffer();
  expect((await one("chart.png", chart)).picture?.fallback[0]?.path).toMatch(/\.png$/);
  expect(
    (
      await one(
        "photo.png",
        await sharp(await photo(400, 300))
          .png()
          .toBuffer(),
      )
    ).picture?.fallback[0]?.path,
  ).toMatch(/\.jpg$/);
  const clear = await sharp(await photo(400, 300))
    .ensureAlpha(0.5)
    .png()
    .toBuffer();
  expect((await one("clear.png", clear)).picture?.fallback[0]?.path).toMatch(/\.png$/);
});

test("makePictures finds the mean colour", async () => {
  const red = await sharp({ create: { width: 40, height: 20, channels: 3, background: "#c81e28" } })
    .png()
    .toBuffer();
  expect((await one("red.png", red)).picture?.tone).toBe("#c81e28");
});

test("makePictures shows the first frame of an animation and says that it moves", async () => {
  const frame = (background: string) =>
    sharp({ create: { width: 60, height: 40, channels: 3, background } })
      .png()
      .toBuffer();
  const gif = await sharp([await frame("#f00"), await frame("#00f")], { join: { animated: true } })
    .gif()
    .toBuffer();
  expect((await sharp(gif).metadata()).pages).toBe(2);
  const { picture } = await one("a.gif", gif);
  expect(picture).toMatchObject({ width: 60, height: 40, animated: true, tone: "#ff0000" });
});

test("makePictures draws an SVG as pixels and never publishes it", async () => {
  const { picture } = await one("chart.svg", Buffer.from(chartSvg()));
  expect(picture).toMatchObject({ width: 1440, height: 720, publishOriginal: false });
  expect(picture?.fallback.at(-1)?.path).toMatch(/-1440\.png$/);
});

test("makePictures makes each picture once, and again where a file of the cache is cut off, changed or missing", async () => {
  const cache = newCache();
  const source = original("a.jpg", await photo(500, 300));
  const run = () => makePictures([source, source], quick(cache));
  const first = await run();
  expect(first).toMatchObject({ made: 1, reused: 0 });
  expect(await run()).toMatchObject({ made: 0, reused: 1 });
  const picture = first.pictures.get(source.digest)!;
  const victim = variantsOf(picture)[0]!;
  const whole = readFileSync(victim.cached);
  const damages = [
    () => truncateSync(victim.cached, 10),
    () => rmSync(victim.cached),
    () => writeFileSync(victim.cached, Buffer.alloc(victim.size)),
    () => writeFileSync(victim.cached.replace(/-\d+\.[a-z]+$/, ".json"), "{"),
  ];
  for (const damage of damages) {
    damage();
    expect(await run()).toMatchObject({ made: 1, reused: 0 });
    expect(readFileSync(victim.cached)).toEqual(whole);
  }
  utimesSync(victim.cached, 1, 1);
  expect(await run()).toMatchObject({ made: 0, reused: 1 });
  expect(statSync(victim.cached).size).toBe(victim.size);
});

test("makePictures reports progress for what it makes, from the beginning", async () => {
  const seen: string[] = [];
  const originals = [
    original("a.jpg", await photo(90, 60)),
    original("b.jpg", await photo(80, 60)),
    original("c.jpg", Buffer.from("no")),
  ];
  await makePictures(originals, {
    ...quick(newCache(), 1),
    onProgress: (done, total) => seen.push(`${done}/${total}`),
  });
  expect(seen).toEqual(["0/3", "1/3", "2/3", "3/3"]);
});
