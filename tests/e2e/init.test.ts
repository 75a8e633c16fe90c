/** An archive of one's own, from an empty folder, without a terminal. */
import { chmodSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { commands } from "../../src/commands/registry.ts";
import { newFolder, refuse, succeed, treeOf, writeFiles } from "./command-line.ts";

test("init makes an archive without a question where nobody can be asked, and says of each file what it did", () => {
  const folder = newFolder();
  const { stdout } = succeed(["init", "river-towns"], { cwd: folder });
  expect(stdout).toMatch(/^content\/archive\.md +written$/m);
  expect(stdout).toMatch(/^ {2}cd river-towns$/m);
  const root = path.join(folder, "river-towns");
  expect(readFileSync(path.join(root, "content/archive.md"), "utf8")).toBe(
    "---\ntitle: River towns\nlanguage: en\n---\n",
  );
  const before = treeOf(root);
  expect(succeed(["init"], { cwd: root }).stdout).toMatch(/^content\/archive\.md +kept$/m);
  expect(treeOf(root)).toEqual(before);
});

test("init refuses a language that is none, a file, and two folders, and writes nothing", () => {
  const folder = writeFiles(newFolder(), { file: "" });
  const before = treeOf(folder);
  refuse(["init", "a", "--language", "x y"], /--language "x y": expected a language tag/, { cwd: folder });
  refuse(["init", "a", "--title", ""], /--title "": expected text/, { cwd: folder });
  refuse(["init", "file"], /it is a file/, { cwd: folder });
  refuse(["init", "a", "b"], /"b"/, { cwd: folder });
  expect(treeOf(folder)).toEqual(before);
});

test.skipIf(process.getuid?.() !== 0)("init in a folder that cannot be written to is one clear message", () => {
  const folder = newFolder();
  chmodSync(path.dirname(folder), 0o1777);
  chmodSync(folder, 0o555);
  refuse(["init", folder], /Cannot write to .*: no permission/, { cwd: "/", uid: 65_534 });
  expect(treeOf(folder)).toEqual({});
});

test("upgrade says that there is nothing to do, and refuses a folder that is no archive", () => {
  const folder = newFolder();
  succeed(["init"], { cwd: folder });
  expect(succeed(["upgrade"], { cwd: folder }).stdout).toMatch(/format 1.*nothing to do/);
  refuse(["upgrade"], /no folder content/, { cwd: newFolder() });
});

test("every command that uses an archive refuses one of a newer format, with one message", async () => {
  const text = "---\ntitle: A\nformat: 99\n---\n";
  const root = writeFiles(newFolder(), { "content/archive.md": text, "page.html": "", "_site/index.html": "" });
  const before = treeOf(root);
  const words: Readonly<Record<string, readonly string[]>> = { import: ["page.html"], deploy: ["directory", "out"] };
  for (const { name, load } of commands) {
    if ((await load()).needsNoArchive === true && name !== "init") continue;
    const { stdout, stderr, status } = refuse([...name.split(" "), ...(words[name] ?? [])], /format 99/, { cwd: root });
    expect([stdout, status, stderr.trimEnd().split("\n").length], name).toEqual(["", 1, 2]);
  }
  expect(treeOf(root)).toEqual(before);
});
