/** A figure comes into a post: under a lawful name, by a splice that changes nothing else. */
import { describe, expect, test } from "vitest";
import { addFigure, type NewFigure } from "../../../src/archive/new/figure.ts";
import { archiveWith, bytesOf, london } from "./folder.ts";

const place = { slug: "river", file: "content/river/a.md" };
const bytes = Buffer.from("picture");
const noWords = { alt: undefined, caption: undefined, credit: undefined };
const head = "---\nid: a\n---\n";

const add = (text: string, figure: Partial<NewFigure> = {}, more: Readonly<Record<string, string>> = {}) =>
  addFigure(archiveWith({ "content/river/page.md": london, "content/river/a.md": text, ...more }), place, {
    bytes,
    name: "IMG_1234.JPG",
    extension: "jpg",
    ...noWords,
    ...figure,
  });
const textAfter = (text: string, figure: Partial<NewFigure> = {}) => bytesOf(add(text, figure).changes[1]);

describe("addFigure", () => {
  test("writes description, caption and credit as text, whatever signs are in them", () => {
    const figure = { alt: "A [boat]", caption: "A *boat*\nof <wood>", credit: "Jo / River Press" };
    expect(textAfter(`${head}Words\n`, figure)).toBe(
      `${head}Words\n\n![A [boat]](media/img-1234.jpg)\nCaption: A \\*boat\\* of \\<wood>\nCredit: Jo / River Press\n`,
    );
  });

  const line = "![](media/img-1234.jpg)";
  test.each([
    ["no text", head, `${head}${line}\n`],
    ["no text and no last line end", "---\nid: a\n---", `---\nid: a\n---\n${line}\n`],
    ["no last line end", `${head}Words`, `${head}Words\n\n${line}`],
    ["a blank line at its end", `${head}Words  \n\n`, `${head}Words  \n\n${line}\n`],
    ["line ends of Windows", "---\r\nid: a\r\n---\r\nWords\r\n", `---\r\nid: a\r\n---\r\nWords\r\n\r\n${line}\r\n`],
    ["a mark of its encoding", `\uFEFF${head}Words\n`, `\uFEFF${head}Words\n\n${line}\n`],
  ])("keeps every byte of a post with %s", (_, before, after) => expect(textAfter(before)).toBe(after));

  test("refuses a post whose last block is open", () => {
    for (const open of ["```\ncode\n", "::: video\nCaption: x\n"])
      expect(() => add(head + open)).toThrow(/a\.md:4:1 {2}Cannot find the end/);
  });

  test.each([
    ["My photo (1).jpeg", "my-photo-1.jpg"],
    ["Fähre.JPG", "fahre.jpg"],
    ["写真.jpg", "picture.jpg"],
    ["CON.jpg", "picture-con.jpg"],
    ["../../x.jpg", "x.jpg"],
    [`${"long ".repeat(30)}.jpg`, `${"long-".repeat(12).slice(0, 59)}.jpg`],
  ])("names %j lawfully", (name, expected) => {
    expect(add(head, { name }).media).toBe(`content/river/media/${expected}`);
  });

  test("takes another name where a picture has it, in any ending and any case, or a post names it", () => {
    const media = (more: Readonly<Record<string, string>>) =>
      add(head, {}, more).media.replace("content/river/media/", "");
    expect(media({ "content/river/media/img-1234.png": "x" })).toBe("img-1234-2.jpg");
    expect(media({ "content/river/media/IMG-1234.png": "x" })).toBe("img-1234-2.jpg");
    expect(media({ "content/river/b.md": "---\nid: b\n---\n![x](media/img-1234.jpg)\n" })).toBe("img-1234-2.jpg");
  });

  test("uses the file again where its bytes are there under this name", () => {
    expect(add(head, {}, { "content/river/media/img-1234.jpg": "picture" }).media).toMatch(/\/img-1234\.jpg$/);
  });

  test("adds no second figure where the post has this very picture", () => {
    const text = `${head}![x](media/img-1234.jpg)\n`;
    const again = add(text, {}, { "content/river/media/img-1234.jpg": "picture" });
    expect([again.changes.length, again.media, again.wasNamed]).toEqual([1, "content/river/media/img-1234.jpg", true]);
    const other = add(text, {}, { "content/river/media/img-1234.jpg": "another picture" });
    expect([other.media, other.wasNamed]).toEqual(["content/river/media/img-1234-2.jpg", false]);
  });

  test("only adds the file where the post names it already", () => {
    const { changes, media, wasNamed } = add(`${head}![x](media/img-1234.jpg)\n`, { extension: "png" });
    expect([changes.length, media, wasNamed]).toEqual([1, "content/river/media/img-1234.png", true]);
  });
});
