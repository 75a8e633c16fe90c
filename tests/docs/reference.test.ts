/** docs/reference.md says what the schema and the commands say. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { referencePage } from "./reference.ts";

const file = path.resolve(import.meta.dirname, "../../docs/reference.md");

test("docs/reference.md holds all keys and options, as `npm run reference` writes them", async () => {
  const text = await referencePage();
  if (process.env.AFTERLIVE_REFERENCE === "write") writeFileSync(file, text);
  expect(readFileSync(file, "utf8")).toBe(text);
});
