/** The archive's page about itself: what is built again when its words, a post or a capture change. */
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { buildSite } from "../../src/builder/build.ts";
import { contents, fromNothing, newFolder, options, postText, put, settle, smallArchive } from "./small-archive.ts";

const pageOf = (root: string) => readFileSync(path.join(root, "_site/about.html"), "utf8");

test("build prints about.html alone when about.md changes, comes or goes", async () => {
  const root = await smallArchive();
  await buildSite(options(root));
  const written = async (words: string | undefined) => {
    if (words === undefined) rmSync(path.join(root, "content/about.md"));
    else put(root, "content/about.md", words);
    const { outcome } = await buildSite(options(root));
    expect(contents(path.join(root, "_site"))).toEqual((await fromNothing(root)).files);
    return outcome.written;
  };
  expect(await written("We keep pages.\n")).toEqual(["about.html"]);
  expect(pageOf(root)).toContain("<p>We keep pages.</p>");
  expect(await written("---\ntitle: Who keeps them\n---\nWe do.\n")).toEqual(["about.html"]);
  expect(pageOf(root)).toContain("<h1>Who keeps them</h1>");
  expect(await written(undefined)).toEqual(["about.html"]);
  expect(pageOf(root)).toContain("<h1>About this archive</h1>");
});

test("build prints neither about.html nor captures.csv when a post's text changes, both when a capture comes", async () => {
  const root = await smallArchive();
  await buildSite(options(root));
  put(root, "content/visit/one.md", postText("p-one", 10, "Other words."));
  const edit = await buildSite(options(root));
  expect(edit.outcome.written).toContain("visit/p-one/index.html");
  expect(edit.outcome.written).not.toContain("about.html");
  expect(edit.outcome.written).not.toContain("captures.csv");
  const digest = "ab".repeat(32);
  put(
    root,
    "content/visit/captures/captures.yaml",
    `captures:\n  - digest: sha256-${digest}\n    name: page.txt\n    importer: bbc-text\n    posts: |\n      p-one\n`,
  );
  const capture = await buildSite(options(root));
  expect(capture.outcome.written).toEqual(expect.arrayContaining(["about.html", "captures.csv"]));
  for (const file of ["about.html", "captures.csv"])
    expect(readFileSync(path.join(root, "_site", file), "utf8")).toContain(digest);
});

test("build prints about.html and nothing else that is seen when it gets known what is missing of a live page", async () => {
  const root = await smallArchive();
  await buildSite(options(root));
  const file = "content/visit/captures/completeness.json";
  const gaps = { pages: [2], total: 3, named: ["block-7"], began: "2024-05-16T20:00:00+01:00" };
  put(root, file, JSON.stringify({ captures: [], gaps }));
  const told = await buildSite(options(root));
  expect(told.outcome.written).toEqual(["about.html"]);
  for (const words of ["Named but not captured: 1 post", "Pages not captured: 1 of 3", "16 May 2024, 20:00 BST"])
    expect(pageOf(root)).toContain(words);
  expect(contents(path.join(root, "_site"))).toEqual((await fromNothing(root)).files);
  put(root, "content/visit/seven.md", postText("p-seven", 1, "Words.").replace("---\n", "---\nsource: block-7\n"));
  await buildSite(options(root));
  expect(pageOf(root)).not.toContain("Named but not captured");
  expect(contents(path.join(root, "_site"))).toEqual((await fromNothing(root)).files);
  rmSync(path.join(root, file));
  await buildSite(options(root));
  expect(pageOf(root)).not.toContain("Pages not captured");
  expect(contents(path.join(root, "_site"))).toEqual((await fromNothing(root)).files);
});

test("build of an archive of many live pages has an about.html that does not grow with it", async () => {
  const root = newFolder();
  const sizes = [];
  for (const count of [60, 120]) {
    for (let index = 0; index < count; index++) {
      put(root, `content/page-${index}/page.md`, `---\ntitle: Page ${1000 + index}\nzone: Europe/London\n---\n`);
      put(root, `content/page-${index}/one.md`, postText("p-one", index % 60, "Words."));
    }
    settle(root);
    await buildSite(options(root));
    sizes.push(pageOf(root).length);
    expect(readFileSync(path.join(root, "_site/captures.csv"), "utf8").split("\r\n")).toHaveLength(count + 2);
  }
  expect(Math.abs(sizes[1]! - sizes[0]!)).toBeLessThan(200);
});
