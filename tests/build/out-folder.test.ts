import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { build } from "../../src/build/build.ts";
import { filesBelow } from "../../src/build/files-below.ts";
import { contents, newFolder, options, put, refused, smallArchive } from "./small-archive.ts";

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
  await build(options(root, out));
  put(out, "visit/notes.txt", "added by hand");
  expect((await refused(options(root, out)))[0]).toContain('"visit/notes.txt"');
  expect(readFileSync(path.join(out, "visit/notes.txt"), "utf8")).toBe("added by hand");
});

test("build knows its own site again after the archive has moved, and after the cache was deleted", async () => {
  const root = await smallArchive();
  await build(options(root));
  rmSync(path.join(root, ".afterlive"), { recursive: true });
  const again = await build(options(root));
  expect(again.outcome.written).toEqual([]);
  const moved = path.join(newFolder(), "moved");
  renameSync(root, moved);
  mkdirSync(root);
  rmSync(path.join(moved, "content/visit/two.md"));
  expect((await build(options(moved))).outcome.removed).toEqual(["visit/p-two/index.html"]);
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
