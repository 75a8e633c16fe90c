/** What the published originals say of themselves: each cleaned file is read back, with the decoder and byte by byte. */
import { readFileSync } from "node:fs";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../../../src/base/digest.ts";
import { variantsOf } from "../../../../src/site/pictures/cache.ts";
import { readMetadata } from "../../../../src/site/pictures/metadata/read-metadata.ts";
import { cleanPicture } from "../../../../src/site/pictures/originals/clean.ts";
import { iptcBlock, photoshopBlock } from "../metadata/blocks.ts";
import { one, photo } from "../pictures.ts";

const secretXmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/" photoshop:Credit="D\u00e9sk &amp; Co" exif:GPSLatitude="51,30.0N" exif:GPSLongitude="0,7.0W" photoshop:City="SECRET"><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Seq><rdf:li>A Photographer</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`;
const secretExif = {
  IFD0: { Copyright: "The Desk 2024", Make: "SECRET", Software: "SECRET", ImageDescription: "A quay" },
  IFD2: { DateTimeOriginal: "2024:05:16 10:00:00", UserComment: "SECRET", BodySerialNumber: "SECRET" },
  IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1", GPSLongitudeRef: "W", GPSLongitude: "0/1 7/1 0/1" },
};

type Format = "jpeg" | "png" | "webp" | "avif" | "tiff" | "gif";

/** A picture that lies on its side, with a colour profile, a position and secrets. */
async function secretPicture(format: Format, orientation = 6): Promise<Buffer> {
  const image = sharp(await photo(120, 80))
    .withMetadata({ orientation })
    .withExif(secretExif)
    .withXmp(secretXmp)
    .withIccProfile("p3");
  return await image.toFormat(format, format === "tiff" ? { compression: "lzw" } : {}).toBuffer();
}

async function cleaned(bytes: Uint8Array): Promise<Buffer> {
  const meta = await sharp(bytes).metadata();
  const known = readMetadata({ ...meta, ...(meta.format === "tiff" && { exif: bytes }) });
  return Buffer.from(cleanPicture(bytes, known) ?? expect.unreachable("it can be cleaned"));
}

/** The pixels as a reader sees them. */
const pixels = async (bytes: Uint8Array) => sha256(await sharp(bytes, { autoOrient: true }).raw().toBuffer());

/** Fails where a file says a secret or a position, as text or as EXIF. */
async function expectNothingPrivate(bytes: Uint8Array) {
  const meta = await sharp(bytes).metadata();
  expect(readMetadata(meta).holdsPosition).toBe(false);
  const text = Buffer.from(bytes).toString("latin1");
  for (const secret of ["SECRET", "GPS", "51,30.0N", "S\0E\0C\0R\0E\0T"]) expect(text).not.toContain(secret);
}

describe("cleanPicture", () => {
  test.each<Format>(["jpeg", "png", "webp", "avif", "tiff"])(
    "takes position and secrets out of %s, keeps every pixel, the profile, the turn and the rights",
    async (format) => {
      const bytes = await secretPicture(format);
      const before = await sharp(bytes).metadata();
      expect(
        readMetadata({ ...before, ...(format === "tiff" && { exif: bytes }) }).holdsPosition,
        "there is a position",
      ).toBe(true);
      const clean = await cleaned(bytes);
      await expectNothingPrivate(clean);
      const after = await sharp(clean).metadata();
      expect(await pixels(clean)).toBe(await pixels(bytes));
      expect(after.icc?.equals(before.icc ?? Buffer.alloc(0))).toBe(true);
      expect(after.orientation ?? 1).toBe(before.orientation ?? 1);
      const { facts } = readMetadata({ xmp: after.xmp });
      expect(facts).toMatchObject({
        credit: "D\u00e9sk & Co",
        creator: "A Photographer",
        // The encoder of the tests writes no such tags into a TIFF.
        ...(format !== "tiff" && { rights: "The Desk 2024", caption: "A quay", created: "2024-05-16T10:00:00" }),
      });
    },
  );

  test.each<Format>(["jpeg", "png", "webp", "avif", "tiff", "gif"])(
    "gives a cleaned %s back as it is",
    async (format) => {
      const clean = await cleaned(await secretPicture(format));
      expect((await cleaned(clean)).equals(clean)).toBe(true);
    },
  );
});

/** A segment of a JPEG. */
function segment(mark: number, body: string): Buffer {
  const bytes = Buffer.from(body, "latin1");
  return Buffer.concat([Buffer.from([0xff, mark, (bytes.length + 2) >> 8, (bytes.length + 2) & 255]), bytes]);
}

/** A chunk of a RIFF file. */
function riffChunk(type: string, body: string): Buffer {
  const head = Buffer.from(`${type}\0\0\0\0`, "latin1");
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, Buffer.from(body, "latin1"), Buffer.alloc(body.length % 2)]);
}

/** A chunk of a PNG, whose check nobody reads. */
function pngChunk(type: string, body: string): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  return Buffer.concat([head, Buffer.from(type + body, "latin1"), Buffer.alloc(4)]);
}

/** A box of an AVIF. */
function box(type: string, body: string): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length + 8);
  return Buffer.concat([head, Buffer.from(type + body, "latin1")]);
}

const inserted = (bytes: Buffer, at: number, ...more: readonly Buffer[]): Buffer =>
  Buffer.concat([bytes.subarray(0, at), ...more, bytes.subarray(at)]);

describe("cleanPicture takes away", () => {
  test("every segment of a JPEG that does not decode it, what follows its end, and its thumbnail", async () => {
    const plain = await sharp(await photo(60, 40))
      .jpeg({ progressive: true })
      .toBuffer();
    const thumbnail = segment(0xe0, `JFIF\0\x01\x01\0\0\x01\0\x01\x02\x01SECRET`);
    const bytes = inserted(
      plain,
      2,
      thumbnail,
      segment(0xe0, "JFXX\0\x10SECRET"),
      segment(0xe1, "http://ns.adobe.com/xmp/extension/\0SECRET GPSLatitude"),
      segment(0xe2, "MPF\0SECRET"),
      segment(0xeb, "JP\0\0SECRET jumb c2pa"),
      segment(0xed, "Photoshop 3.0\x008BIM\x04\x04SECRET"),
      segment(0xef, "SECRET"),
      segment(0xfe, "SECRET"),
    );
    const film = Buffer.from("\0\0\0\x18ftypmp42SECRET \xa9xyz+51.5-000.1/\xff\xd9", "latin1");
    const clean = await cleaned(Buffer.concat([bytes, film]));
    await expectNothingPrivate(clean);
    expect(await pixels(clean)).toBe(await pixels(plain));
    expect(clean.subarray(-2).toString("hex")).toBe("ffd9");
    expect(clean.length).toBeLessThanOrEqual(plain.length + 18);
  });

  test("texts and unknown chunks of a PNG, and what an editor left behind its end", async () => {
    const plain = await sharp(await photo(60, 40))
      .png()
      .toBuffer();
    const chunks = ["tEXt", "zTXt", "iTXt", "tIME", "caBX", "prVt"].map((type) => pngChunk(type, "SECRET"));
    const clean = await cleaned(Buffer.concat([inserted(plain, 33, ...chunks), Buffer.from("SECRET")]));
    await expectNothingPrivate(clean);
    expect(clean.equals(plain.subarray(0, clean.length))).toBe(true);
    expect(await pixels(clean)).toBe(await pixels(plain));
  });

  test("unknown chunks of a WebP, in its frames too", async () => {
    const frames = [await photo(40, 30, 1), await photo(40, 30, 2)];
    const animated = await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer();
    const at = animated.indexOf("ANMF", 0, "latin1");
    const length = animated.readUInt32LE(at + 4);
    const secret = riffChunk("SECR", "SECRET");
    const bytes = Buffer.concat([inserted(animated, at + 8 + length, secret), secret]);
    bytes.writeUInt32LE(length + secret.length, at + 4);
    bytes.writeUInt32LE(bytes.length - 8, 4);
    const clean = await cleaned(Buffer.concat([bytes, Buffer.from("SECRET")]));
    await expectNothingPrivate(clean);
    expect(clean.equals(animated)).toBe(true);
  });

  test("comments, XMP and unknown extensions of a GIF, and keeps its frames and its loop", async () => {
    const frames = [await photo(40, 30, 1), await photo(40, 30, 2)];
    const animated = await sharp(frames, { join: { animated: true } })
      .gif({ loop: 3 })
      .toBuffer();
    const start = 13 + 3 * 2 ** ((animated[10]! & 7) + 1);
    const bytes = inserted(
      animated,
      animated[10]! & 0x80 ? start : 13,
      Buffer.from("\x21\xfe\x06SECRET\0\x21\xff\x0bXMP DataXMP\x06SECRET\0\x21\xff\x0bSECRET.....\x02ab\0", "latin1"),
    );
    const clean = await cleaned(Buffer.concat([bytes, Buffer.from("SECRET")]));
    await expectNothingPrivate(clean);
    expect(clean.equals(animated)).toBe(true);
    expect(await sharp(clean).metadata()).toMatchObject({ pages: 2, loop: 3 });
  });

  test("boxes of an AVIF that show nothing, and data that belongs to no image", async () => {
    const plain = await sharp(await photo(60, 40))
      .ensureAlpha(0.5)
      .avif()
      .toBuffer();
    const bytes = Buffer.concat([
      plain,
      box("uuid", "SECRETSECRETSECRET c2pa"),
      box("mdat", "SECRET"),
      box("mpvd", "SECRET"),
    ]);
    const clean = await cleaned(bytes);
    await expectNothingPrivate(clean);
    expect(await pixels(clean)).toBe(await pixels(plain));
  });

  test("the smaller copies and unknown tags of a TIFF, and keeps each page", async () => {
    const page = await sharp(await photo(60, 40))
      .tiff({ compression: "deflate", tile: true, tileWidth: 16, tileHeight: 16 })
      .toBuffer();
    expect(await pixels(await cleaned(page))).toBe(await pixels(page));
    // The first page is named as a smaller copy by its tag 254, and the same page follows as a whole one.
    const pyramid = await sharp(await photo(64, 64))
      .tiff({ pyramid: true, tile: true, tileWidth: 16, tileHeight: 16 })
      .toBuffer();
    expect((await sharp(pyramid).metadata()).pages ?? 1).toBeGreaterThan(1);
    const clean = await cleaned(pyramid);
    expect((await sharp(clean).metadata()).pages ?? 1).toBe(1);
    expect(await pixels(clean)).toBe(await pixels(pyramid));
  });
});

test("cleanPicture gives nothing for a file that ends too early, whatever its format", async () => {
  for (const format of ["jpeg", "png", "webp", "avif", "tiff", "gif"] as const) {
    const bytes = await secretPicture(format);
    for (let length = 12; length < bytes.length; length += 37) {
      const clean = cleanPicture(bytes.subarray(0, length), { facts: {}, orientation: 1 });
      // A TIFF can hold its pages before the end of the file.
      if (format !== "tiff") expect(clean, `${format} of ${length} bytes`).toBeUndefined();
    }
  }
});

test("no variant and no card says a position or a secret, and each says who made it", async () => {
  for (const format of ["jpeg", "png", "webp", "avif", "tiff"] as const) {
    const large = await sharp(await secretPicture(format, 1))
      .resize(800, 500)
      .keepMetadata()
      .toFormat(format)
      .toBuffer();
    const { picture } = await one("a.jpg", large, "release");
    for (const file of [...variantsOf(picture!), picture!.card!]) {
      const bytes = readFileSync(file.cached);
      await expectNothingPrivate(bytes);
      const { xmp } = await sharp(bytes).metadata();
      expect(readMetadata({ xmp }).facts).toMatchObject({ credit: "D\u00e9sk & Co", creator: "A Photographer" });
    }
    const { cleaned: original } = picture!;
    await expectNothingPrivate(typeof original === "object" ? readFileSync(original.cached) : large);
  }
});

test("the original and each variant keep a credit that only IPTC holds, and nothing else of IPTC", async () => {
  const block = photoshopBlock(iptcBlock([110, "D\u00e9sk"], [90, "SECRET"], [120, "A quay"]));
  const plain = await photo(800, 500);
  const { picture } = await one(
    "a.jpg",
    inserted(plain, 2, segment(0xed, block.toString("latin1")), segment(0xfe, "SECRET")),
    "release",
  );
  const { cleaned: original } = picture!;
  expect(original).toBeTypeOf("object");
  for (const file of [...variantsOf(picture!), original as { cached: string }]) {
    const bytes = readFileSync(file.cached);
    await expectNothingPrivate(bytes);
    const { xmp, iptc } = await sharp(bytes).metadata();
    expect(iptc).toBeUndefined();
    expect(readMetadata({ xmp }).facts).toEqual({ credit: "D\u00e9sk", caption: "A quay" });
  }
});
