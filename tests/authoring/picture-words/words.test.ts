/** Which words of a picture stand in its figure, and what is said of a file that is no picture. */
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { readPictureFile } from "../../../src/authoring/picture-words/read.ts";
import { pictureWordsOf } from "../../../src/authoring/picture-words/words.ts";
import { whyUnusable } from "../../../src/site/pictures/why-unusable.ts";
import { iptcBlock, listOf, photoshopBlock, xmpBlock } from "../../site/pictures/metadata/blocks.ts";

const picture = () => sharp({ create: { width: 8, height: 8, channels: 3, background: "#369" } });

describe("pictureWordsOf", () => {
  test("names author and agency, a name once, and the holder of the rights where nobody else is named", () => {
    const creditOf = (facts: Readonly<Record<string, string>>) => pictureWordsOf({ said: [facts] }).credit;
    expect(creditOf({ creator: "Jo Farrow", credit: "River Press", rights: "R" })).toBe("Jo Farrow / River Press");
    expect(creditOf({ creator: "Jo Farrow", credit: "Jo Farrow / River Press" })).toBe("Jo Farrow / River Press");
    expect(creditOf({ rights: "© Jo Farrow" })).toBe("© Jo Farrow");
  });

  test("makes one line of each", () => {
    expect(pictureWordsOf({ said: [{ caption: "A ferry\r\nat dawn" }], alt: "A\tboat" })).toEqual({
      alt: "A boat",
      caption: "A ferry at dawn",
    });
  });

  test("takes no word of a camera for a caption, and asks the next block instead", () => {
    const ofCamera = { caption: "OLYMPUS DIGITAL CAMERA         " };
    expect(pictureWordsOf({ said: [ofCamera, {}] })).toEqual({});
    expect(pictureWordsOf({ said: [ofCamera, {}, { caption: "A ferry" }] })).toEqual({ caption: "A ferry" });
  });
});

describe("readPictureFile", () => {
  test("reads EXIF of a real JPEG, and gives the ending by the bytes", async () => {
    const bytes = await picture()
      .withExif({ IFD0: { ImageDescription: "A ferry", Artist: "Jo", Copyright: "(c) Jo" } })
      .jpeg()
      .toBuffer();
    expect(await readPictureFile(bytes, "a.png")).toEqual({
      ending: "jpg",
      words: { caption: "A ferry", credit: "Jo" },
    });
  });

  test("reads IPTC of a real JPEG", async () => {
    const plain = await picture().jpeg().toBuffer();
    const block = photoshopBlock(iptcBlock([120, "A ferry"], [110, "River Press"]));
    const head = Buffer.from([0xff, 0xed, 0, block.length + 2]);
    const bytes = Buffer.concat([plain.subarray(0, 2), head, block, plain.subarray(2)]);
    expect((await readPictureFile(bytes, "a.jpg")).words).toEqual({ caption: "A ferry", credit: "River Press" });
  });

  test("reads XMP of a real WebP, and pictures that say nothing", async () => {
    const said = await picture()
      .withXmp(
        xmpBlock(
          listOf("dc:description", "Alt", ">A ferry"),
          'xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" Iptc4xmpCore:AltTextAccessibility="A boat"',
        ).toString(),
      )
      .webp()
      .toBuffer();
    expect(await readPictureFile(said, "a.webp")).toEqual({
      ending: "webp",
      words: { alt: "A boat", caption: "A ferry" },
    });
    expect(await readPictureFile(await picture().avif().toBuffer(), "a")).toEqual({ ending: "avif", words: {} });
  });

  test("refuses what no page can show, in the words of check and build", async () => {
    const heic = Buffer.concat([Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"), Buffer.alloc(400)]);
    const noise = sharp({
      create: {
        width: 90,
        height: 90,
        channels: 3,
        background: "#369",
        noise: { type: "gaussian", mean: 99, sigma: 30 },
      },
    });
    const half = (await noise.jpeg().toBuffer()).subarray(0, 900);
    for (const [name, bytes] of [
      ["a.txt", Buffer.from("words")],
      ["IMG_1.HEIC", heic],
      ["half.jpg", half],
    ] as const) {
      const why = await whyUnusable(bytes);
      expect(why).toMatch(/^Cannot use this picture: /);
      await expect(readPictureFile(bytes, name)).rejects.toThrow(
        `${name}  ${why}\n    Save it as JPEG or PNG, or name another picture`,
      );
    }
  });
});
