import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { watchFolders } from "../../../src/builder/serve/watch.ts";
import { makeFolder } from "../../base/folder.ts";

/** The paths, from the root, that a change is told by. */
async function toldOf(root: string, change: () => void): Promise<readonly string[]> {
  const told = new Set<string>();
  const watch = watchFolders(root, ["content"], {
    onChange(files) {
      for (const file of files) told.add(file.slice(root.length + 1));
    },
    onPolling: (why) => told.add(why),
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  change();
  for (let waited = 0; told.size === 0 && waited < 1000; waited += 50)
    await new Promise((resolve) => setTimeout(resolve, 50));
  watch.close();
  return [...told];
}

test("a change in a live page that is a link to a folder is told as one of the live page", async () => {
  const root = makeFolder();
  mkdirSync(join(root, "content/.store/fair"), { recursive: true });
  symlinkSync(".store/fair", join(root, "content/fair"));
  expect(await toldOf(root, () => writeFileSync(join(root, "content/.store/fair/p1.md"), "new"))).toContain(
    "content/fair/p1.md",
  );
});

test("a change of what a link leads to is told as one of the link, also where an editor replaces the file", async () => {
  const root = makeFolder();
  mkdirSync(join(root, "content/fair"), { recursive: true });
  mkdirSync(join(root, "kept"));
  writeFileSync(join(root, "kept/p1.md"), "old");
  symlinkSync("../../kept/p1.md", join(root, "content/fair/p1.md"));
  const replace = (): void => {
    rmSync(join(root, "kept/p1.md"));
    writeFileSync(join(root, "kept/p1.md"), "new");
  };
  expect(await toldOf(root, replace)).toContain("content/fair/p1.md");
});

test("a link to a folder around it ends the walk", async () => {
  const root = makeFolder();
  mkdirSync(join(root, "content/fair"), { recursive: true });
  symlinkSync("..", join(root, "content/fair/up"));
  expect(await toldOf(root, () => writeFileSync(join(root, "content/fair/p1.md"), "new"))).toEqual([
    "content/fair/p1.md",
  ]);
});

test("a link to itself is told as one that came", async () => {
  const root = makeFolder();
  mkdirSync(join(root, "content/fair"), { recursive: true });
  expect(await toldOf(root, () => symlinkSync("me", join(root, "content/fair/me")))).toEqual(["content/fair/me"]);
});

test("what an editor leaves for a moment is told by nothing", async () => {
  const root = makeFolder();
  mkdirSync(join(root, "content/fair"), { recursive: true });
  expect(await toldOf(root, () => writeFileSync(join(root, "content/fair/p1.md.bak"), "old"))).toEqual([]);
});
