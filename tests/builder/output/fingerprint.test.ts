import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { fingerprintHolds, takeFingerprint } from "../../../src/builder/output/fingerprint.ts";
import { newFolder, put } from "../small-archive.ts";

test("fingerprintHolds notices a page of a live page's own folder that changed", () => {
  const out = newFolder();
  const files = ["x/p-one/index.html", "x/index.html", "x/oldest.html"];
  for (const name of files) put(out, name, name);
  const fingerprint = takeFingerprint(out, files, "x");
  expect(fingerprintHolds(out, fingerprint)).toBe(true);
  writeFileSync(path.join(out, "x/oldest.html"), "other");
  expect(fingerprintHolds(out, fingerprint)).toBe(false);
});
