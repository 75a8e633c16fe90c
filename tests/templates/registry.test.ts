/** The registry of templates. */
import { globSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ownTemplates } from "../../templates/registry.ts";

test("the registry of templates names each template of the package by its file", async () => {
  const folder = path.resolve(import.meta.dirname, "../../templates");
  expect(Object.keys(ownTemplates)).toEqual(globSync("*.11ty.ts", { cwd: folder }).sort());
  for (const [name, template] of Object.entries(ownTemplates))
    expect(template).toBe((await import(path.join(folder, name))).default);
});
