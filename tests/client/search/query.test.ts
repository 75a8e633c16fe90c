/** Which texts match a query, and where. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "../../../src/client/search/fold.ts";
import { matchesAll, matchRanges, parseQuery } from "../../../src/client/search/query.ts";
import { hardLetters } from "../letters.ts";

const letters = fc.string({ unit: fc.constantFrom(...hardLetters, '"', "河", "-") });

test("matchRanges stand apart, in order, fold to a term each, and are there exactly where a text has a term", () => {
  fc.assert(
    fc.property(letters, letters, (text, question) => {
      const terms = parseQuery(question);
      const spots = matchRanges(text, terms);
      let last = 0;
      for (const [start, end] of spots) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(terms.some((term) => fold(text.slice(start, end)).includes(term.text))).toBe(true);
        last = end;
      }
      expect(spots.length > 0).toBe(terms.some((term) => matchesAll(fold(text), [term])));
    }),
  );
});

test("matchesAll finds the beginning of a text, and each word of a text by its beginning", () => {
  const words = fc.stringMatching(/^[a-z]{2,6}$/);
  fc.assert(
    fc.property(fc.array(words, { minLength: 1 }), fc.nat(), (all, n) => {
      const word = all[n % all.length]!;
      expect(matchesAll(fold(all.join(" ")), parseQuery(word.slice(0, 2)))).toBe(true);
    }),
  );
});

const has = (text: string, question: string): boolean => matchesAll(fold(text), parseQuery(question));

describe("a question", () => {
  test.each([
    ["the beginning of a word", "The police say so", "poli"],
    ["no matter its case and accents", "Élodie GÉRARD", "elodie gerard"],
    ["all words in any order", "The river rises", "rises river"],
    ["a word after an apostrophe or a dash", "L’armée, la mi-journée", "armee journee"],
    ["a word beside a script without spaces", "中国GDP增长", "gdp"],
    ["part of a Chinese sentence", "河水在夜间上涨了两米", "夜间上涨"],
    ["an Arabic word behind its article and its and", "والنهر يرتفع", "نهر"],
    ["a Persian word in Arabic letters", "کتابخانهٔ شهر", "كتابخانه"],
    ["a phrase as it stands", "They let the river rise again", '"the river rise"'],
    ["a phrase in quotation marks of any kind", "Rise of the river", "«the river»"],
    ["a word with a comma after it", "Harbin and tea", "harbin, tea"],
    ["digits of another script", "ساعت ۱۴", "14"],
    ["a sign alone", "Up 5 % on the year", "%"],
    ["an open quotation mark", "the river", '"the riv'],
  ])("finds %s", (_, text, question) => expect(has(text, question)).toBe(true));

  test.each([
    ["the middle of a word", "The police say so", "ice"],
    ["one word of two", "The river rises", "river falls"],
    ["words of a phrase that stand apart", "The river may rise", '"river rise"'],
    ["more than the words of a phrase", "The rivers rise", '"the river"'],
    ["a phrase over the end of a line", "the\nriver", '"the river"'],
  ])("does not find %s", (_, text, question) => expect(has(text, question)).toBe(false));
});

test("parseQuery gives no terms for an empty query", () => {
  expect(parseQuery('  "" «»  ').filter(({ whole }) => whole)).toEqual([]);
  expect(parseQuery(" \n ")).toEqual([]);
});

test("matchRanges joins ranges that overlap", () => {
  expect(matchRanges("The river rises", parseQuery('riv "river rises" river'))).toEqual([[4, 15]]);
});
