/** Older wordings in a site: made anew where their files change, shown only where the archive asks for them. */
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { buildSite } from "../../src/builder/build.ts";
import { contents, fromNothing, options, postText, put, settle, smallArchive } from "./small-archive.ts";

const file = "content/visit/captures/revisions/p-one.md";
const revision = (words: string): string =>
  `<!-- until the capture ${"c".repeat(16)} -->\n${postText("p-one", 10, words)}\n`;
const archive = (root: string, asked: string): void =>
  put(root, "content/archive.md", `---\ntitle: A small archive\nlanguage: en-GB\n${asked}---\nFor tests.\n`);
const postPage = (root: string): string => readFileSync(path.join(root, "_site/visit/p-one/index.html"), "utf8");

test("build prints anew what shows the older wordings of a post when they change, and leaves what a build from nothing gives", async () => {
  const root = await smallArchive();
  archive(root, "revisions: true\n");
  await buildSite(options(root));
  const shown = ["visit/index.html", "visit/oldest.html", "visit/p-one/index.html", "visit/page.json"];
  for (const [text, written] of [
    [revision("Older words."), shown],
    // The streams say how many there are, not what they are.
    [revision("Elder words."), ["visit/p-one/index.html", "visit/page.json"]],
    [`${revision("Eldest words.")}${revision("Elder words.")}`, shown],
  ] as const) {
    put(root, file, text);
    settle(root);
    const report = await buildSite(options(root));
    expect([...report.outcome.written].sort()).toEqual(written);
    expect(contents(path.join(root, "_site"))).toEqual((await fromNothing(root)).files);
  }
  expect(postPage(root).match(/<del>/g)).toHaveLength(2);
  rmSync(path.join(root, file));
  settle(root);
  expect([...(await buildSite(options(root))).outcome.written].sort()).toEqual(shown);
  expect(postPage(root)).not.toContain("<del>");
  expect(contents(path.join(root, "_site"))).toEqual((await fromNothing(root)).files);
});

test("build shows no older wording unless it is asked for, and takes it away when it is no longer", async () => {
  const root = await smallArchive();
  archive(root, "");
  await buildSite(options(root));
  put(root, file, revision("Older <b>words</b>."));
  settle(root);
  expect((await buildSite(options(root))).outcome.written).toEqual([]);
  archive(root, "revisions: true\n");
  settle(root);
  await buildSite(options(root));
  expect(postPage(root)).toContain("<del>");
  expect(postPage(root)).not.toContain("<b>words</b>");
  archive(root, "");
  settle(root);
  await buildSite(options(root));
  expect(postPage(root)).not.toContain("<del>");
  expect(contents(path.join(root, "_site"))).toEqual((await fromNothing(root)).files);
});
