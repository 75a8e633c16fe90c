import { expect, test } from "vitest";
import { placeOfKey, placeOfWords } from "../../../src/archive/read/place-of.ts";
import { fill, makeFolder } from "../../base/folder.ts";

const root = (text: string): string => {
  const folder = makeFolder();
  fill(folder, { "content/a.md": text });
  return folder;
};

test("placeOfKey gives the place of a value and its source, and the first line of front matter for a key that is absent", () => {
  const folder = root("---\nid: a\nlabel: News\n---\nWords.\n");
  expect(placeOfKey(folder, "content/a.md", "label")).toEqual({
    file: "content/a.md",
    line: 3,
    column: 8,
    source: "News",
  });
  expect(placeOfKey(folder, "content/a.md", "order")).toEqual({ file: "content/a.md", line: 2, column: 1, source: "" });
});

test("placeOfWords looks below the front matter, and gives the first line where the words are not found", () => {
  const folder = root("---\nid: ferry\n---\nA ferry.\n");
  expect(placeOfWords(folder, "content/a.md", "ferry")).toMatchObject({ line: 4, column: 3 });
  expect(placeOfWords(folder, "content/a.md", "boat")).toMatchObject({ line: 1, column: 1 });
});
