/** What the program says of files that are no usable pictures. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { examinePictures } from "../../../src/site/pictures/examine.ts";
import { makePictures } from "../../../src/site/pictures/images.ts";
import { chartSvg, newCache, one, original, photo, quick } from "./pictures.ts";

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
  expect(problems[0]).toMatchObject({ severity: "warning", file: "content/x/media/a.jpg" });
  expect(problems[0]?.message).toContain(reason);
  expect(problems[0]?.hint).toContain("delete the file");
});

test("makePictures says of a HEIC picture that it must be saved as JPEG", async () => {
  const bytes = Buffer.concat([Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"), Buffer.alloc(400)]);
  const { problems } = await one("IMG_1.HEIC", bytes);
  expect(problems).toMatchObject([
    {
      severity: "warning",
      message: "Cannot use this picture: it is a HEIC picture, which this program cannot read",
      hint: "Save it as JPEG",
    },
  ]);
});

test("makePictures remembers that a picture cannot be decoded, and says it again", async () => {
  const cache = newCache();
  const reads: string[] = [];
  const bytes = (await photo(300, 300)).subarray(0, 4000);
  const damaged = {
    ...original("a.jpg", bytes),
    bytes: () => {
      reads.push("a.jpg");
      return bytes;
    },
  };
  const first = await makePictures([damaged], quick(cache));
  expect(await makePictures([damaged], quick(cache))).toEqual(first);
  expect(first.problems).toHaveLength(1);
  expect(reads).toEqual(["a.jpg"]);
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

test("examinePictures finds what makePictures finds, by the path in the archive, and decodes each picture once", async () => {
  const root = newCache();
  const damaged = (await photo(300, 300)).subarray(0, 4000);
  let reads = 0;
  const at = (name: string, bytes: Uint8Array) => ({
    ...original(path.join(root, "content/x/media", name), bytes),
    bytes: () => {
      reads += 1;
      return bytes;
    },
  });
  const originals = [at("a.jpg", damaged), at("b.jpg", damaged), at("c.jpg", await photo(90, 60))];
  const found = await examinePictures(originals, { root, cache: root, published: "cleaned" });
  const { problems } = await makePictures(originals, quick(newCache()));
  expect(found).toEqual(problems.map((one) => ({ ...one, file: path.relative(root, one.file) })));
  expect(found.map(({ file }) => file)).toEqual(["content/x/media/a.jpg", "content/x/media/b.jpg"]);
  reads = 0;
  expect(await examinePictures(originals, { root, cache: root, published: "cleaned" })).toEqual(found);
  expect(reads).toBe(0);
});

test("examinePictures works where the cache cannot be written", async () => {
  const root = newCache();
  const file = path.join(root, "file");
  writeFileSync(file, "");
  mkdirSync(path.join(root, "content"));
  expect(
    await examinePictures([original("a.jpg", Buffer.from("no"))], { root, cache: file, published: "cleaned" }),
  ).toHaveLength(1);
});

test("examinePictures names a picture that holds a position, and one whose original cannot be cleaned", async () => {
  const root = newCache();
  const there = await sharp(await photo(90, 60))
    .withExif({ IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1" } })
    .jpeg()
    .toBuffer();
  const big = await sharp(await photo(90, 60))
    .tiff({ bigtiff: true })
    .toBuffer();
  const originals = [original("a.jpg", there), original("b.tiff", big)];
  const messages = async (published: "cleaned" | "whole" | "none") =>
    (await examinePictures(originals, { root, cache: root, published })).map(({ message }) => message);
  expect(await messages("cleaned")).toEqual([
    "This picture holds the position where it was taken, which the site leaves out",
    "The site has no original of this picture: its private metadata cannot be taken out of this kind of file",
  ]);
  expect(await messages("whole")).toEqual([
    'This picture holds the position where it was taken, and "originals: whole" publishes it',
  ]);
  expect(await messages("none")).toHaveLength(1);
});
