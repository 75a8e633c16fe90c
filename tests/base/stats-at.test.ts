import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { statsAt } from "../../src/base/stats-at.ts";
import { makeFolder } from "./folder.ts";

test("statsAt follows links, and finds nothing where a path leads nowhere", () => {
  const folder = makeFolder();
  writeFileSync(join(folder, "file"), "four");
  symlinkSync("file", join(folder, "link"));
  symlinkSync("loop", join(folder, "loop"));
  expect(statsAt(join(folder, "link"))?.size).toBe(4);
  for (const name of ["none", "loop", "loop/below", "file/below", "x".repeat(300)])
    expect(statsAt(join(folder, name))).toBeUndefined();
});
