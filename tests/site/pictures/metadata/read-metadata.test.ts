/** What pictures say of themselves, in the three forms in which programs write it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMetadata } from "../../../../src/site/pictures/metadata/read-metadata.ts";
import { printXmp } from "../../../../src/site/pictures/metadata/xmp.ts";
import { exifBlock, iptcBlock, listOf, photoshopBlock, xmpBlock } from "./blocks.ts";

const [caption, artist, copyright] = [0x010e, 0x013b, 0x8298];

describe("readMetadata", () => {
  test("reads lists, attributes and references of XMP", () => {
    const xmp = xmpBlock(
      `${listOf("dc:description", "Alt", ">A ferry &amp; a pier &#x2014; &lt;new&gt;")}${listOf("dc:creator", "Seq", ">Jo Farrow", ">Al Wen")}<dc:rights />`,
      "photoshop:Credit = 'River Press'",
    );
    expect(readMetadata({ xmp }).facts).toEqual({
      caption: "A ferry & a pier — <new>",
      creator: "Jo Farrow, Al Wen",
      credit: "River Press",
    });
  });

  test("takes of several languages in XMP the text for all languages, or else the first that says something", () => {
    const french = ' xml:lang="fr">Un bac';
    const usual = listOf("dc:description", "Alt", french, ' xml:lang="x-default">A ferry');
    expect(readMetadata({ xmp: xmpBlock(usual) }).facts).toEqual({ caption: "A ferry" });
    const empty = listOf("dc:description", "Alt", ' xml:lang="x-default"> ', french, ' xml:lang="de">Eine Fähre');
    expect(readMetadata({ xmp: xmpBlock(empty) }).facts).toEqual({ caption: "Un bac" });
  });

  test("reads the alternative text, and keeps it out of what is published", () => {
    const xmp = xmpBlock(listOf("Iptc4xmpCore:AltTextAccessibility", "Alt", ' xml:lang="x-default">A boat'));
    const { alt, facts } = readMetadata({ xmp });
    expect(alt).toBe("A boat");
    expect(facts).toEqual({});
    expect(printXmp(facts)).toBeUndefined();
  });

  test("reads IPTC, bare and in a block of Photoshop, with several authors", () => {
    const iptc = iptcBlock([120, "A ferry\r\nat dawn"], [110, "River Press"], [80, "Jo"], [80, "Al"], [116, "© Jo"]);
    const facts = { caption: "A ferry\r\nat dawn", credit: "River Press", creator: "Jo, Al", rights: "© Jo" };
    expect(readMetadata({ iptc }).facts).toEqual(facts);
    expect(readMetadata({ iptc: photoshopBlock(iptc) }).facts).toEqual(facts);
  });

  test("reads UTF-8 and Latin-1 in each form, also where XMP is longer than what is read of it", () => {
    for (const encoding of ["utf8", "latin1"] as const) {
      const text = Buffer.from("Fähre", encoding);
      expect(readMetadata({ exif: exifBlock([caption, text]) }).facts).toEqual({ caption: "Fähre" });
      expect(readMetadata({ iptc: iptcBlock([120, text]) }).facts).toEqual({ caption: "Fähre" });
      const xmp = Buffer.from(xmpBlock("<dc:description>Fähre</dc:description>").toString(), encoding);
      expect(readMetadata({ xmp }).facts).toEqual({ caption: "Fähre" });
    }
    const long = xmpBlock(`<dc:description>Fähre</dc:description>${"—".repeat(400_000)}`);
    expect(readMetadata({ xmp: long }).facts).toEqual({ caption: "Fähre" });
  });

  test("reads several names of EXIF with zero bytes between, and a caption up to its zero byte", () => {
    const exif = exifBlock(
      [caption, Buffer.from("A ferry\0\xff\xfeleft over", "latin1")],
      [artist, "Jo Farrow\0Al Wen"],
      [copyright, " \0An editor"],
    );
    expect(readMetadata({ exif }).facts).toEqual({
      caption: "A ferry",
      creator: "Jo Farrow, Al Wen",
      rights: "An editor",
    });
  });

  test("believes XMP before IPTC before EXIF, and takes from each what the others lack", () => {
    const xmp = xmpBlock("<dc:description>of XMP</dc:description>");
    const iptc = iptcBlock([120, "of IPTC"], [110, "Press of IPTC"], [80, "\0 "]);
    const exif = exifBlock([caption, "of EXIF"], [artist, "Jo of EXIF"]);
    const { facts, said } = readMetadata({ exif, iptc, xmp });
    expect(facts).toEqual({ caption: "of XMP", credit: "Press of IPTC", creator: "Jo of EXIF" });
    expect(said.map((one) => one.caption)).toEqual(["of XMP", "of IPTC", "of EXIF"]);
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
    fc.assert(fc.property(block, (bytes) => void readMetadata({ exif: bytes, iptc: bytes, xmp: bytes })));
  });
});
