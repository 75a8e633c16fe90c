import { existsSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { modulePath, packageFolder } from "../../src/base/package-folder.ts";

test("packageFolder is the folder that holds package.json", () => {
  expect(packageFolder).toBe(path.resolve(import.meta.dirname, "../.."));
});

test("modulePath gives a source to a program that runs from its sources", () => {
  const file = modulePath("src/builder/workers/worker.ts");
  expect(path.relative(packageFolder, file)).toBe(path.join("src", "builder", "workers", "worker.ts"));
  expect(existsSync(file)).toBe(true);
});
