/** The options of the plugin: what may be written, and what is said of the rest. */
import path from "node:path";
import { expect, test } from "vitest";
import { readOptions } from "../../src/eleventy/options.ts";
import { newFolder, put } from "../builder/small-archive.ts";

const root = newFolder();
put(root, "content/archive.md", "---\ntitle: A\n---\n");
const refuse = (options: object): string => {
  try {
    readOptions(options);
  } catch (error) {
    return (error as Error).message;
  }
  return "";
};

test("readOptions takes a prefix with and without slashes", () => {
  for (const prefix of ["/live/", "live", "/live", "live/"])
    expect(readOptions({ root, prefix })).toMatchObject({
      root,
      folder: "live/",
      cache: path.join(root, ".afterlive"),
    });
  for (const prefix of ["/", ""]) expect(readOptions({ root, prefix }).folder).toBe("");
  expect(readOptions({ root, prefix: "/news/live/" }).folder).toBe("news/live/");
  expect(readOptions({ root: path.relative(process.cwd(), root) }).root).toBe(root);
});

test("readOptions refuses a prefix that leaves the site, or that no host takes", () => {
  for (const prefix of ["..", "/live/../..", "//", "https://example.org/", "/Live/", "/a b/", "./live", "a//b", 3])
    expect(refuse({ root, prefix })).toBe(
      `Cannot put live pages there: expected "prefix" to be a folder of the site, such as "/live/", with names of a-z, 0-9, "-", "_" and ".", got ${JSON.stringify(prefix)}`,
    );
});

test("readOptions refuses a root that is no archive", () => {
  const none = newFolder();
  for (const wrong of [none, path.join(root, "content/archive.md"), "no/such/folder", 3])
    expect(refuse({ root: wrong })).toContain(
      `Cannot find the archive: expected "root" to name a folder that holds content/, got ${JSON.stringify(wrong)}`,
    );
});

test("readOptions refuses an option that it does not know", () => {
  expect(refuse({ root, path: "/live/" })).toBe(
    'The plugin afterlive has no option "path": it has "root" and "prefix"',
  );
});

test("readOptions refuses options that are no object", () => {
  for (const wrong of [null, "archive"])
    expect(refuse(wrong as never)).toBe(
      `Cannot use the options of the plugin afterlive: expected { root: "archive", prefix: "/live/" }, got ${JSON.stringify(wrong)}`,
    );
});
