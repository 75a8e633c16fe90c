/** What is known of a site without building it. */
import { rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { buildSite } from "../../src/builder/build.ts";
import { builtState } from "../../src/builder/built-state.ts";
import { options, postText, put, settle, smallArchive } from "./small-archive.ts";

test("builtState tells a site that content, words, templates or files of the archive's own have left behind", async () => {
  const root = await smallArchive();
  expect(builtState(options(root))).toBe("unknown");
  settle(root);
  await buildSite(options(root));
  expect(builtState(options(root))).toBe("current");
  for (const [file, text] of [
    ["content/visit/three.md", postText("p-three", 40, "Third words.")],
    ["content/about.md", "Other words."],
    ["public/notes.txt", "A note"],
    ["templates/notes.md", "no template, but in their folder"],
  ] as const) {
    put(root, file, text);
    expect([file, builtState(options(root))]).toEqual([file, "older"]);
    rmSync(path.join(root, file));
    settle(root);
    await buildSite(options(root));
    expect(builtState(options(root))).toBe("current");
  }
  rmSync(path.join(root, "content/storm"), { recursive: true });
  expect(builtState(options(root))).toBe("older");
});

test("builtState takes no note of what a deploy records, and not of the pictures' quality", async () => {
  const root = await smallArchive();
  settle(root);
  await buildSite({ ...options(root), mode: "release" });
  put(root, "content/published.txt", "index.html\n");
  expect(builtState(options(root))).toBe("current");
});
