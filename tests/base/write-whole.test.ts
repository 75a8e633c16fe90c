import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writeWhole } from "../../src/base/write-whole.ts";

test("writeWhole makes the folder, replaces the file and leaves nothing beside it", () => {
  const folder = mkdtempSync(join(tmpdir(), "afterlive-write-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "a/b.txt");
  writeWhole(file, "one, which is longer");
  writeWhole(file, Buffer.from("two"));
  expect(readFileSync(file, "utf8")).toBe("two");
  expect(readdirSync(join(folder, "a"))).toEqual(["b.txt"]);
});
