import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { buildSite } from "../../../src/builder/build.ts";
import { buildCacheOf, pageFiles } from "../../../src/builder/cache/build-cache.ts";
import { filesBelow } from "../../../src/builder/output/files-below.ts";
import { contents, fromNothing, newFolder, options, put, refused, smallArchive } from "../small-archive.ts";

test("build refuses a folder that holds somebody else's files, and leaves them alone", async () => {
  const root = await smallArchive();
  const out = newFolder();
  put(out, "thesis.txt", "years of work");
  put(out, "index.html", "my own page");
  expect(await refused(options(root, out))).toEqual([
    `${out}  Cannot build into "${out}": it holds files that no build of this archive is known to have written: "index.html", "thesis.txt"`,
  ]);
  expect(filesBelow(out)).toEqual(["index.html", "thesis.txt"]);
  rmSync(path.join(out, "index.html"));
  expect((await refused(options(root, out)))[0]).toContain('"thesis.txt"');
  rmSync(path.join(out, "thesis.txt"));
  await buildSite(options(root, out));
  put(out, "visit/notes.txt", "added by hand");
  expect((await refused(options(root, out)))[0]).toContain('"visit/notes.txt"');
  expect(readFileSync(path.join(out, "visit/notes.txt"), "utf8")).toBe("added by hand");
});

test("build knows its own site again after the archive has moved, and after the cache was deleted", async () => {
  const root = await smallArchive();
  await buildSite(options(root));
  rmSync(path.join(root, ".afterlive"), { recursive: true });
  const again = await buildSite(options(root));
  expect(again.outcome.written).toEqual([]);
  const moved = path.join(newFolder(), "moved");
  renameSync(root, moved);
  mkdirSync(root);
  rmSync(path.join(moved, "content/visit/two.md"));
  expect((await buildSite(options(moved))).outcome.removed).toEqual(["visit/p-two/index.html", "visit/p-two/post.md"]);
});

test("build takes an original away with its picture, though the record that named it is lost", async () => {
  const root = await smallArchive();
  const given = { ...options(root), mode: "release" as const };
  await buildSite(given);
  expect(filesBelow(given.out)).toContain("visit/media/red.png");
  writeFileSync(pageFiles(buildCacheOf(given), "visit").record, "cut off");
  rmSync(path.join(root, "content/visit/media/red.png"));
  expect((await buildSite(given)).outcome.removed).toContain("visit/media/red.png");
  expect(contents(given.out)).toEqual((await fromNothing(root, "release")).files);
  put(given.out, "other/media/red.png", "somebody else's");
  expect((await refused({ ...given, verify: true }))[0]).toContain('"other/media/red.png"');
});

test("build takes other forms away that are wanted no more, though the cache is lost, and no file of others", async () => {
  const root = await smallArchive();
  const archive = (noindex: boolean) =>
    put(
      root,
      "content/archive.md",
      `---\ntitle: A\nlanguage: en\nurl: https://example.org/\nnoindex: ${noindex}\n---\n`,
    );
  archive(false);
  const given = options(root);
  await buildSite(given);
  archive(true);
  rmSync(given.cache, { recursive: true });
  put(given.out, "other/posts.csv", "somebody else's");
  put(given.out, "media/red.png", "somebody else's");
  // As an event of very many posts would have left it.
  put(given.out, "visit/sitemap-2.xml", "an older build's");
  expect((await refused(given))[0]).toMatch(/: "media\/red\.png", "other\/posts\.csv"$/);
  rmSync(path.join(given.out, "other"), { recursive: true });
  rmSync(path.join(given.out, "media"), { recursive: true });
  expect((await buildSite(given)).outcome.removed).toEqual([
    "sitemap-archive.xml",
    "sitemap.xml",
    "storm/sitemap.xml",
    "visit/sitemap-2.xml",
    "visit/sitemap.xml",
  ]);
});

test("build refuses a cache in the place of the archive, or among its sources", async () => {
  const root = await smallArchive();
  const reasons = {
    [root]: "the archive itself lies there",
    [path.join(root, "content")]: 'it lies in "content/", which is read',
    [path.join(root, "public/cache")]: 'it lies in "public/", which is read',
    [path.join(root, "content/archive.md")]: "it is a file",
  };
  const before = contents(root);
  for (const [cache, reason] of Object.entries(reasons))
    expect(await refused({ ...options(root), cache })).toEqual([
      `${cache}  Cannot keep the cache in "${cache}": ${reason}`,
    ]);
  expect(contents(root)).toEqual(before);
});

test("build refuses to build over the archive", async () => {
  const root = await smallArchive();
  const reasons = {
    [root]: "the archive itself lies there",
    "/": "the archive itself lies there",
    [path.dirname(root)]: "the archive itself lies there",
    [path.join(root, "content/visit")]: 'it lies in "content/", which is read',
    [path.join(root, "content/new")]: 'it lies in "content/", which is read',
    [path.join(root, "public")]: 'it lies in "public/", which is read',
    [path.join(root, ".afterlive")]: "the cache lies there",
    [path.join(root, "content/archive.md")]: "it is a file",
  };
  const before = contents(root);
  for (const [out, reason] of Object.entries(reasons))
    expect(await refused(options(root, out))).toEqual([`${out}  Cannot build into "${out}": ${reason}`]);
  const link = path.join(newFolder(), "link");
  symlinkSync(path.join(root, "content"), link);
  expect((await refused(options(root, link)))[0]).toContain("which is read");
  expect(contents(root)).toEqual(before);
});
