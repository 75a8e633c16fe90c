/** What a search compares, and where it says that words stand. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, spotsOf, wordsOf } from "../../src/client/fold.ts";

const letters = fc.string({
  unit: fc.constantFrom("a", "A", "é", "e\u0301", "ß", "İ", "Σ", "ς", "م", "مَ", "’", " ", "한", "😀", "x"),
});

test("spotsOf finds each place where the folded text has a word, and what stands there folds to the word", () => {
  fc.assert(
    fc.property(letters, letters, (text, question) => {
      const words = wordsOf(question);
      const spots = spotsOf(text, words);
      for (const [start, end] of spots) expect(words).toContain(fold(text.slice(start, end)));
      expect(spots.length > 0).toBe(words.some((word) => fold(text).includes(word)));
    }),
  );
});

test("fold is the same for a text that is folded already", () => {
  fc.assert(
    fc.property(letters, (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});

test.each([
  ["Élysée’s", "elysee's"],
  ["İSTANBUL", "istanbul"],
  ["ΟΔΟΣ οδός", "οδοσ οδοσ"],
  ["مُحَمَّد", "محمد"],
])("fold makes %s into %s", (text, folded) => expect(fold(text)).toBe(folded));
