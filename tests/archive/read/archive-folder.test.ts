import path from "node:path";
import { expect, test } from "vitest";
import { holdsLivePages } from "../../../src/archive/read/archive-folder.ts";
import { newFolder, writeFiles } from "../../e2e/command-line.ts";

test("holdsLivePages is true of content/ and of a live page, and false of a folder of captures", () => {
  const root = writeFiles(newFolder(), {
    "content/ferry/captures/captures.yaml": "captures: []\n",
    "empty/archive.md": "---\ntitle: A\n---\n",
    "saved/page.html": "<p>x",
    "saved/page_files/a.png": "a",
  });
  const told = ["content", "content/ferry", "empty", "saved"].map((folder) => holdsLivePages(path.join(root, folder)));
  expect(told).toEqual([true, true, true, false]);
});
