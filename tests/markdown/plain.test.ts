/** The words of blocks: all of them, in order, and none besides. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseBlocks } from "../../src/markdown/normalise.ts";
import { parseBlocks } from "../../src/markdown/parse.ts";
import { plainBlocks } from "../../src/markdown/plain.ts";
import { printBlocks } from "../../src/markdown/print.ts";
import { blocks, runs, text } from "./arbitraries.ts";
import { p } from "./same.ts";

const dense = (words: string) => words.replace(/\s+/g, "");

describe("plainBlocks", () => {
  it("loses no word when blocks are printed and read", () => {
    fc.assert(
      fc.property(blocks, (value) => {
        const words = plainBlocks(normaliseBlocks(value));
        expect(plainBlocks(parseBlocks(printBlocks(value)).blocks)).toBe(words);
      }),
      runs(100),
    );
  });

  it("holds every character of a text that can be shown", () => {
    fc.assert(
      fc.property(text, (words) => {
        const shown = words
          .replace(/[[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]--[\s\x85]]/gv, "\ufffd")
          .replaceAll("\x85", "");
        expect(dense(plainBlocks(normaliseBlocks([p(words)])))).toBe(dense(shown));
      }),
      runs(),
    );
  });

  it("reads in the order of the page, without labels, addresses and file names", () => {
    const { blocks: read } = parseBlocks(
      "### A *b*\n\n![c](media/d.jpg)\nCaption: e [f](https://g.h)\nCredit: i\n\n> j\n>\n> Person: k\n> Role: l\n\n::: embed\nCaption: m\nCredit: n\nSource: https://o.p\nProvider: q\nAuthor: r\nDate: s\nPoster: media/t.jpg\n\nu\\\nv\n:::\n\n- w\n  1. x\n\n| y | z |\n|-|-|\n| 1 | 2 |\n\n---\n\n```\n3\n```",
    );
    expect(plainBlocks(read)).toBe("A b\nc\ne f\ni\nj\nk\nl\nm\nn\nq\nr\ns\nu\nv\nw\nx\ny\nz\n1\n2\n3");
  });
});
