import { describe, expect, test } from "vitest";
import { unaccounted } from "../../src/importers/account.ts";
import { bbcHtml } from "../../src/importers/bbc-html.ts";
import { bbcLx } from "../../src/importers/bbc-lx.ts";
import type { Reading } from "../../src/importers/contract.ts";
import { importerFor } from "../../src/importers/registry.ts";
import { parseBlocks } from "../../src/markdown/parse.ts";
import { printBlocks } from "../../src/markdown/print.ts";
import { agrees } from "./agrees.ts";
import { type Case, casesOf, fixtureCases, hasShared, sharedCases } from "./cases.ts";

const saved = casesOf("page.html").filter(({ text }) => [bbcHtml, bbcLx].includes(importerFor(text)!));

/** A reading all of whose words stand in the Markdown that is written. */
function readWhole(one: Case): Reading {
  const reading = importerFor(one.text)!.read(one.text, one.options);
  const posts = reading.posts.map((post) => ({ ...post, blocks: parseBlocks(printBlocks(post.blocks)).blocks }));
  expect(unaccounted(reading.words ?? one.text, reading.account, { page: reading.page, posts })).toEqual([]);
  expect(reading.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return reading;
}

describe("saved pages of the BBC", () => {
  test.for(saved)("bbcHtml and bbcLx read $name as expected, and account for it", (one) => {
    agrees(one, readWhole(one));
  });

  test.for(saved)("bbcHtml and bbcLx find in $name the posts that its text has", (one) => {
    const text = [...fixtureCases, ...sharedCases].find(({ name }) => name === one.name);
    if (text === undefined) return;
    const heads = ({ posts }: Reading) =>
      posts.map(({ published, headline, label, breaking, bylines, subheadline, context }) => ({
        published,
        headline,
        label,
        breaking,
        bylines,
        subheadline,
        context,
      }));
    expect(heads(readWhole(one))).toEqual(heads(readWhole(text)));
  });

  test.skipIf(!hasShared)("bbcHtml and bbcLx were tried on the pages beside the repository", () => {
    expect(saved.map(({ name }) => name)).toContain("bbc-lx-stream-html");
  });
});
