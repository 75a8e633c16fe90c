/** Which file of `media/` fills a figure: names as people have them. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { readArchive } from "../../../src/archive/read/read.ts";
import { withRoot } from "../import-fixtures.ts";

const page = "---\ntitle: A visit\nzone: Europe/London\n---\n";
const post = (id: string, more = "", body = "Text.\n") =>
  `---\nid: ${id}\npublished: 2024-05-17T02:37:00+01:00\n${more}---\n${body}`;

type Files = Readonly<Record<string, string | Uint8Array>>;

function archiveOf(root: string, files: Files) {
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(root, "content", name)), { recursive: true });
    writeFileSync(join(root, "content", name), bytes);
  }
  return readArchive(root);
}

describe("readArchive", () => {
  test.each([
    ["![A](media/IMG_1234.jpg)", "IMG_1234.JPG"],
    ["![A](media/img_1234.JPG)", "IMG_1234.jpg"],
    ["![A](media/my photo.jpg)", "my photo.jpg"],
    ["![A](<media/my photo.jpg>)", "my photo.jpg"],
    ["![A](media/my%20photo.jpg)", "my photo.jpg"],
    ["![A](media/my photo.jpg)", "my%20photo.jpg"],
    ["![A](media/f\u00e4hre.jpg)", "fa\u0308hre.jpg"],
    ["![A](media/fa\u0308hre.jpg)", "F\u00c4HRE.JPG"],
    ["![A](media/harbour (1).jpg)", "harbour (1).jpg"],
    ["::: video\nSource: https://example.org/v\nPoster: media/my still.jpg\n:::", "my still.jpg"],
  ])("finds for %s the file %s", (body, name) => {
    const files = { "visit/page.md": page, "visit/a.md": post("a", "", `${body}\n`), [`visit/media/${name}`]: "x" };
    withRoot((root) => {
      const { pages, problems } = archiveOf(root, files);
      expect(problems).toEqual([]);
      expect([...pages[0]!.media.values()].map((picture) => picture.name)).toEqual([name]);
    });
  });

  test("gives each of two posts the picture of its own ending, and says nothing", () => {
    const files = {
      "visit/page.md": page,
      "visit/a.md": post("a", "", "![A](media/x.jpg)\n\n![B](media/x.png)\n"),
      "visit/media/x.jpg": "1",
      "visit/media/x.png": "2",
    };
    withRoot((root) => {
      const { pages, problems } = archiveOf(root, files);
      expect(problems).toEqual([]);
      expect([...pages[0]!.media].map(([file, { name }]) => [file, name])).toEqual([
        ["x.jpg", "x.jpg"],
        ["x.png", "x.png"],
      ]);
    });
  });

  test("asks to rename a picture whose name no post can write", () => {
    withRoot((root) => {
      const { problems } = archiveOf(root, { "visit/page.md": page, "visit/media/a\\b.jpg": "x" });
      expect(problems).toMatchObject([{ hint: "Rename it, here and in the post that names it" }]);
    });
  });
});
