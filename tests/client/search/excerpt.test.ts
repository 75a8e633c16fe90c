/** excerptOf: a short part of one line, with its matches. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { excerptOf } from "../../../src/client/search/excerpt.ts";
import { matchRanges, parseQuery } from "../../../src/client/search/query.ts";

const word = fc.constantFrom("river", "rise", "Fenwick", "the", "a", "河水", "😀", "in-between", "é");
const line = fc.array(word, { maxLength: 120 }).map((words) => words.join(" "));

test("excerptOf is short, is cut from one line, and marks in it what stands there", () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 4 }),
      fc.constantFrom("river", "fen rise", "河", "none"),
      (lines, question) => {
        const terms = parseQuery(question);
        const { text, ranges } = excerptOf(lines, terms);
        const bare = text.replace(/^… /, "").replace(/ …$/, "");
        expect(text.length).toBeLessThan(260);
        expect(lines.some((one) => one.includes(bare))).toBe(true);
        expect(bare.isWellFormed()).toBe(true);
        const there = ranges.map(([start, end]) => text.slice(start, end));
        for (const marked of there) expect(matchRanges(marked, terms)).not.toEqual([]);
        if (lines.some((one) => matchRanges(one, terms).length > 0)) expect(there.length).toBeGreaterThan(0);
      },
    ),
  );
});

test("excerptOf takes the line that has most of the words, and the first where none has any", () => {
  const lines = ["The river.", "The river at Fenwick.", "Fenwick."];
  expect(excerptOf(lines, parseQuery("fenwick river")).text).toBe("The river at Fenwick.");
  expect(excerptOf(lines, parseQuery("mill")).text).toBe("The river.");
  expect(excerptOf([], parseQuery("mill"))).toEqual({ text: "", ranges: [] });
});

test("excerptOf begins and ends between words, with dots where something was left out", () => {
  const long = `${"before ".repeat(40)}river ${"after ".repeat(80)}`.trim();
  expect(excerptOf([long], parseQuery("river")).text).toMatch(/^… (?:before )+river (?:after )+…$/);
});
