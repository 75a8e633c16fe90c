/** A reading all of whose words stand in the Markdown that is written of it. */
import { expect } from "vitest";
import { unaccounted } from "../../src/importers/account/account.ts";
import type { Importer, Reading, ReadOptions } from "../../src/importers/contract.ts";
import { parseBlocks } from "../../src/markdown/parse.ts";
import { printBlocks } from "../../src/markdown/print.ts";

export function accounted(importer: Importer, text: string, options: ReadOptions): Reading {
  const reading = importer.read(text, options);
  const posts = reading.posts.map((post) => ({ ...post, blocks: parseBlocks(printBlocks(post.blocks)).blocks }));
  expect(unaccounted(reading.words ?? text, reading.account, { page: reading.page, posts })).toEqual([]);
  expect(reading.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return reading;
}
