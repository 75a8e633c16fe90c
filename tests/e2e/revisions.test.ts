/** A live page that was captured again and again, through the command line: its posts, and how they were worded before. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readArchive } from "../../src/archive/read/read.ts";
import { newFolder, succeed, writeFiles } from "./command-line.ts";

const url = "https://news.example.org/live/ferry";
const page = (headline: string, text: string): string => {
  const update = {
    "@type": "BlogPosting",
    url: `${url}#1`,
    headline,
    datePublished: "2024-05-17T09:40:00+01:00",
    articleBody: text,
  };
  const data = {
    "@context": "https://schema.org",
    "@type": "LiveBlogPosting",
    url,
    headline: "A ferry in the fog",
    liveBlogUpdate: [update],
  };
  return `<!doctype html><title>x</title><script type="application/ld+json">${JSON.stringify(data)}</script>`;
};
const captures = [
  page("Fog on the sound", "The ferry is late and has sounded its horn twice."),
  page("Fog on the sound", "The ferry is late and has sounded its horn three times."),
  page("Thick fog on the sound", "The ferry is late & has sounded its <horn> three times."),
];
const plain = (html: string): string =>
  html
    .replace(/<del>.*?<\/span>(.*?)<\/del>/g, "[-$1-]")
    .replace(/<ins>.*?<\/span>(.*?)<\/ins>/g, "{+$1+}")
    .replace(/<[^>]*>/g, "");

test("import keeps each wording that a later capture replaced, and build shows them where archive.md asks for them", () => {
  const root = newFolder();
  for (const [index, text] of captures.entries()) {
    writeFiles(root, { "page.html": text });
    succeed(["import", "page.html", "--slug", "ferry", "--captured", `2024-05-17T1${index}:00+01:00`], { cwd: root });
  }
  const id = readArchive(root).pages[0]?.page.posts[0]?.id ?? "";
  const built = (): string => {
    succeed(["check"], { cwd: root });
    succeed(["build"], { cwd: root });
    return readFileSync(path.join(root, "_site/ferry", id, "index.html"), "utf8");
  };
  expect(built()).not.toContain("<del>");
  writeFiles(root, { "content/archive.md": "---\ntitle: Ferries\nrevisions: true\n---\n" });
  const wordings = [...built().matchAll(/<details><summary>(.*?)<\/summary>(.*?)<\/details>/gs)].slice(0, 2);
  expect(wordings.map(([, when = "", what = ""]) => [plain(when), ...plain(what).trim().split("\n")])).toEqual([
    [
      "Captured 17 May 2024, 11:00 BST",
      "[-Fog-] {+Thick fog+} on the sound",
      "The ferry is late [-and-] {+&amp;+} has sounded its {+&lt;+}horn{+&gt;+} three times.",
    ],
    [
      "Captured 17 May 2024, 10:00 BST",
      "Fog on the sound",
      "The ferry is late and has sounded its horn [-twice-] {+three times+}.",
    ],
  ]);
});
