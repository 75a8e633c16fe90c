import { describe, expect, test } from "vitest";
import { bbcHtml } from "../../src/importers/bbc/html.ts";
import { bbcLx } from "../../src/importers/bbc/lx.ts";
import type { Reading } from "../../src/importers/contract.ts";
import { importerFor } from "../../src/importers/registry.ts";
import { accounted } from "./accounted.ts";
import { agrees } from "./agrees.ts";
import { type Case, casesOf, fixtureCases, hasShared, sharedCases } from "./cases.ts";

const saved = casesOf("page.html").filter(({ text }) => [bbcHtml, bbcLx].includes(importerFor(text)!));

const readWhole = (one: Case): Reading => accounted(importerFor(one.text)!, one.text, one.options);

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
