/** What a build keeps for the next one: values in files, and the files of a site by which it is known. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { keepValue, recallValue } from "../../src/builder/cache/disk-cache.ts";
import { landmarksHold, landmarksOf } from "../../src/builder/output/fingerprint.ts";
import { newFolder, put } from "./small-archive.ts";

test("recallValue gives back what keepValue kept, and nothing of what was cut, changed or is another's", () => {
  const at = path.join(newFolder(), "a/b.json");
  expect(recallValue(at)).toBeUndefined();
  const digest = keepValue(at, { words: "état" });
  expect(recallValue(at)).toEqual({ value: { words: "état" }, digest });
  expect(recallValue(at, "0".repeat(64))).toBeUndefined();
  const text = readFileSync(at, "utf8");
  for (const harm of [text.slice(0, -1), `${text} `, text.replace("words", "wards"), ""]) {
    writeFileSync(at, harm);
    expect(recallValue(at)).toBeUndefined();
  }
});

test("landmarksHold notices a page of a live page's own folder that changed", () => {
  const out = newFolder();
  const files = ["x/p-one/index.html", "x/index.html", "x/oldest.html"];
  for (const name of files) put(out, name, name);
  const marks = landmarksOf(out, files, "x");
  expect(landmarksHold(out, marks)).toBe(true);
  writeFileSync(path.join(out, "x/oldest.html"), "other");
  expect(landmarksHold(out, marks)).toBe(false);
});
