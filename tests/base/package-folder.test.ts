import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { modulePath, packageFolder, packageVersion } from "../../src/base/package-folder.ts";

test("packageFolder is the folder that holds package.json", () => {
  expect(packageFolder).toBe(path.resolve(import.meta.dirname, "../.."));
});

test("modulePath gives a source to a program that runs from its sources", () => {
  const file = modulePath("src/builder/workers/worker.ts");
  expect(path.relative(packageFolder, file)).toBe(path.join("src", "builder", "workers", "worker.ts"));
  expect(existsSync(file)).toBe(true);
});

test("packageVersion is the version in package.json", () => {
  const { version } = JSON.parse(readFileSync(path.join(packageFolder, "package.json"), "utf8")) as { version: string };
  expect(packageVersion()).toBe(version);
});
