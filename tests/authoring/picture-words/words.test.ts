/** What pictures say of themselves, in the three forms in which programs write it. */
import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { readPictureFile } from "../../../src/authoring/picture-words/read.ts";
import { pictureWordsOf } from "../../../src/authoring/picture-words/words.ts";

const picture = () => sharp({ create: { width: 8, height: 8, channels: 3, background: "#369" } });
const xmp = (inside: string, attributes = "") =>
  Buffer.from(
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" ${attributes}>${inside}</rdf:Description></rdf:RDF></x:xmpmeta>`,
  );
const list = (name: string, ...members: readonly string[]) =>
  `<${name}><rdf:Alt>${members.map((member) => `<rdf:li${member}</rdf:li>`).join("")}</rdf:Alt></${name}>`;

/** Records of IPTC: data set and value. */
const iptc = (...records: readonly (readonly [number, string | Buffer])[]) =>
  Buffer.concat(
    records.map(([set, value]) => {
      const bytes = Buffer.from(value);
      return Buffer.concat([Buffer.from([0x1c, 2, set, bytes.length >> 8, bytes.length & 255]), bytes]);
    }),
  );

describe("pictureWordsOf", () => {
  test("reads lists, attributes and references of XMP", () => {
    const block = xmp(
      `${list("dc:description", ' xml:lang="fr">Un bac', ' xml:lang="x-default">A ferry &amp; a pier &#x2014; &lt;new&gt;')}${list("dc:creator", ">Jo Farrow", ">Al Wen")}<Iptc4xmpCore:AltTextAccessibility>A boat</Iptc4xmpCore:AltTextAccessibility>`,
      'photoshop:Credit="River Press"',
    );
    expect(pictureWordsOf({ xmp: block })).toEqual({
      alt: "A boat",
      caption: "A ferry & a pier — <new>",
      credit: "Jo Farrow, Al Wen / River Press",
    });
  });

  test("names the holder of the rights where nobody else is named, and a name once", () => {
    expect(pictureWordsOf({ xmp: xmp(list("dc:rights", ">© Jo Farrow")) })).toEqual({ credit: "© Jo Farrow" });
    const both = xmp(list("dc:creator", ">Jo Farrow"), "photoshop:Credit='Jo Farrow / River Press'");
    expect(pictureWordsOf({ xmp: both })).toEqual({ credit: "Jo Farrow / River Press" });
  });

  test("reads IPTC, bare and in a block of Photoshop, in UTF-8 and in Latin-1", () => {
    const bare = iptc([120, "A ferry\r\nat dawn"], [110, "River Press"], [80, "Jo"], [80, "Al"]);
    const words = { caption: "A ferry at dawn", credit: "Jo, Al / River Press" };
    expect(pictureWordsOf({ iptc: bare })).toEqual(words);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(bare.length);
    const other = Buffer.from("8BIM\x03\xed\0\0\0\0\0\x02ab", "latin1");
    const photoshop = Buffer.concat([
      Buffer.from("Photoshop 3.0\0"),
      other,
      Buffer.from("8BIM\x04\x04\0\0"),
      size,
      bare,
    ]);
    expect(pictureWordsOf({ iptc: photoshop })).toEqual(words);
    expect(pictureWordsOf({ iptc: iptc([120, Buffer.from("F\xe4hre", "latin1")]) })).toEqual({ caption: "Fähre" });
  });

  test("believes XMP before IPTC before EXIF, and takes from each what the others lack", () => {
    expect(
      pictureWordsOf({ xmp: xmp(list("dc:description", ">new")), iptc: iptc([120, "old"], [110, "Press"]) }),
    ).toEqual({
      caption: "new",
      credit: "Press",
    });
  });

  test("takes no word of a camera for a caption", () => {
    expect(pictureWordsOf({ iptc: iptc([120, "OLYMPUS DIGITAL CAMERA         "]) })).toEqual({});
  });

  test("ends without an error for any bytes", () => {
    const heads = fc.constantFrom(
      "",
      "Exif\0\0II*\0\x08\0\0\0",
      "Exif\0\0MM\0*\0\0\0\x08",
      "8BIM\x04\x04",
      "\x1c\x02x",
      "<dc:description",
      "<dc:creator><rdf:li",
    );
    const block = fc
      .tuple(heads, fc.uint8Array({ maxLength: 200 }))
      .map(([head, rest]) => Buffer.concat([Buffer.from(head, "latin1"), rest]));
    fc.assert(fc.property(block, (bytes) => void pictureWordsOf({ exif: bytes, iptc: bytes, xmp: bytes })));
  });
});

describe("readPictureFile", () => {
  test("reads EXIF of a real JPEG, and gives the ending by the bytes", async () => {
    const bytes = await picture()
      .withExif({ IFD0: { ImageDescription: "A ferry", Artist: "Jo", Copyright: "(c) Jo" } })
      .jpeg()
      .toBuffer();
    expect(await readPictureFile(bytes, "a.png")).toEqual({
      extension: "jpg",
      words: { caption: "A ferry", credit: "Jo" },
    });
  });

  test("reads XMP of a real WebP, and pictures that say nothing", async () => {
    const said = await picture()
      .withXmp(xmp(list("dc:description", ">A ferry")).toString())
      .webp()
      .toBuffer();
    expect(await readPictureFile(said, "a.webp")).toEqual({ extension: "webp", words: { caption: "A ferry" } });
    expect(await readPictureFile(await picture().avif().toBuffer(), "a")).toEqual({ extension: "avif", words: {} });
  });

  test("refuses what is no picture, and says of HEIC what to do", async () => {
    await expect(readPictureFile(Buffer.from("words"), "a.txt")).rejects.toMatchObject({
      hint: "Save it as JPEG or PNG",
    });
    await expect(readPictureFile(Buffer.from("words"), "IMG_1.HEIC")).rejects.toMatchObject({
      hint: "It is HEIC: save it as JPEG",
    });
  });
});
