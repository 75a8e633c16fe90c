import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { sha256 } from "../../../src/base/digest.ts";
import { variantsOf } from "../../../src/site/pictures/cache.ts";
import { makePictures, type OriginalPicture } from "../../../src/site/pictures/images.ts";

const folders: string[] = [];
const newCache = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), "afterlive-pictures-"));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const original = (name: string, bytes: Uint8Array): OriginalPicture => ({
  path: name,
  digest: sha256(bytes),
  bytes: () => bytes,
});
const quick = (cache: string, jobs = 2) => ({ cache, mode: "quick" as const, jobs });

/** Smooth colours with texture, as in a photograph, the same on every machine. */
async function photo(width: number, height: number, seed = 1): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3);
  let state = seed;
  for (let at = 0; at < pixels.length; at += 3) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    const x = (at / 3) % width;
    const y = Math.floor(at / 3 / width);
    const grain = (state >>> 16) % 24;
    pixels[at] = (x * 200) / width + grain;
    pixels[at + 1] = (y * 200) / height + grain;
    pixels[at + 2] = 90 + grain;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 92 })
    .toBuffer();
}

const chartSvg = (inner = ""): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><rect width="400" height="200" fill="#fff"/><rect x="40" y="60" width="60" height="120" fill="#147"/><rect x="140" y="20" width="60" height="160" fill="#a33"/>${inner}</svg>`;

async function one(name: string, bytes: Uint8Array, mode: "quick" | "release" = "quick") {
  const result = await makePictures([original(name, bytes)], { ...quick(newCache()), mode });
  return { ...result, picture: result.pictures.get(sha256(bytes)) };
}

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
  // Only the drawing is large enough for a card.
  expect(alone.length).toBe((2 + 1 + 4) * 3 + 1);
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 8 }),
      fc.shuffledSubarray(originals, { minLength: 3 }),
      async (jobs, order) => {
        expect(await digests(jobs, order)).toEqual(alone);
      },
    ),
    { numRuns: process.env.AFTERLIVE_LONG ? 25 : 3 },
  );
}, 300_000);

test("makePictures never makes a variant wider than the original, and the widest is the original", async () => {
  const { picture } = await one("a.jpg", await photo(1000, 400), "release");
  expect(picture?.sources.map((source) => source.type)).toEqual(["image/avif", "image/webp"]);
  for (const variants of [...(picture?.sources.map((source) => source.variants) ?? []), picture?.fallback])
    expect(variants?.map(({ width, height }) => [width, height])).toEqual([
      [360, 144],
      [720, 288],
      [1000, 400],
    ]);
  expect(picture?.fallback[0]?.path).toMatch(/^pictures\/[0-9a-f]{16}-360\.jpg$/);
  expect(picture).toMatchObject({ width: 1000, height: 400, animated: false, publishOriginal: true });
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
    expect(meta.exif?.toString("latin1")).toContain("Desk");
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
    expect(meta.exif?.toString("latin1")).toContain("The Desk 2024");
    expect(meta.exif?.toString("latin1")).toContain("A Photographer");
    expect(meta.xmp?.toString("utf8")).toContain("The Desk");
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

test.each([
  ["text", '<text x="4" y="9">1</text>', 'a "text" element'],
  ["a script", "<script>alert(1)</script>", 'a "script" element'],
  ["a picture from elsewhere", '<image href="file:///etc/passwd"/>', 'a "image" element'],
  ["a prefixed element", '<s:foreignObject xmlns:s="http://www.w3.org/2000/svg"/>', 'a "foreignobject" element'],
])("makePictures refuses an SVG with %s", async (_, inner, reason) => {
  const { picture, problems } = await one("chart.svg", Buffer.from(chartSvg(inner)));
  expect(picture).toBeUndefined();
  expect(problems[0]?.message).toBe(`Cannot use this picture: it is an SVG drawing and holds ${reason}`);
});

test("makePictures refuses an SVG that defines entities, or hides in another encoding", async () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaa">]>${chartSvg("&a;")}`;
  expect((await one("a.svg", Buffer.from(bomb))).problems[0]?.message).toContain("entity declarations");
  const hidden = `<?xml version="1.0" encoding="UTF-7"?>${chartSvg()}`;
  expect((await one("a.svg", Buffer.from(hidden))).problems[0]?.message).toMatch(/the encoding "UTF-7"|damaged/);
});

test.each([
  ["an empty file", async () => Buffer.alloc(0), "the file is empty"],
  [
    "text",
    async () => Buffer.from("hello, this is a text named .jpg"),
    "expected JPEG, PNG, WebP, GIF, AVIF, TIFF or SVG, got something else",
  ],
  ["half a JPEG", async () => (await photo(300, 300)).subarray(0, 4000), "the file is damaged or cut off"],
  [
    "half a PNG",
    async () =>
      (
        await sharp(await photo(300, 300))
          .png()
          .toBuffer()
      ).subarray(0, 9000),
    "the file is damaged or cut off",
  ],
  [
    "half an AVIF",
    async () =>
      (
        await sharp(await photo(300, 300))
          .avif({ effort: 0 })
          .toBuffer()
      ).subarray(0, 900),
    "the file is damaged or cut off",
  ],
])("makePictures says that %s is no picture", async (_, bytes, reason) => {
  const data = await bytes();
  const { picture, problems } = await one("content/x/media/a.jpg", data);
  expect(picture).toBeUndefined();
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ severity: "error", file: "content/x/media/a.jpg" });
  expect(problems[0]?.message).toContain(reason);
  expect(problems[0]?.hint).toContain("delete the file");
});

test("makePictures warns of a picture of one pixel and of one too large, and makes neither", async () => {
  const dot = await sharp({ create: { width: 1, height: 1, channels: 3, background: "#fff" } })
    .png()
    .toBuffer();
  expect((await one("dot.png", dot)).problems[0]).toMatchObject({
    severity: "warning",
    message: "Cannot use this picture: it is 1 x 1 pixels, a mark that a page left behind",
  });
  const huge = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="200000" height="200000"><rect width="9" height="9"/></svg>',
  );
  const { problems, picture } = await one("huge.svg", huge);
  expect(picture === undefined ? problems[0]?.message : "drawn").toMatch(/100 million pixels|damaged|drawn/);
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
