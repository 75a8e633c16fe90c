/** fold: which letters count as the same. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "../../../src/client/search/fold.ts";
import { hardLetters } from "../letters.ts";

const letters = fc.string({ unit: fc.constantFrom(...hardLetters, "ی", "۴", "\u200c") });

test("fold is the same for a text that is folded already", () => {
  fc.assert(
    fc.property(letters, (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});

test("fold of a text is that of its letters, one after the other", () => {
  fc.assert(
    fc.property(letters, (text) => {
      expect([...text].map(fold).join("")).toBe(fold(text));
    }),
  );
});

test.each([
  ["Élysée’s", "elysee's"],
  ["İSTANBUL", "istanbul"],
  ["ΟΔΟΣ οδός", "οδοσ οδοσ"],
  ["مُحَمَّد", "محمد"],
  ["Covid–19", "covid-19"],
  ["ＧＤＰ ﬁve", "gdp five"],
])("fold makes %s into %s", (text, folded) => expect(fold(text)).toBe(folded));

test.each([
  ["an alef with a hamza or none", "أحمد", "احمد"],
  ["a Persian and an Arabic kaf and yeh", "کتابی", "كتابي"],
  ["an alef maqsura and a yeh", "مستوى", "مستوي"],
  ["a teh marbuta and a heh", "مدينة", "مدينه"],
  ["a word with a half-space and without", "می\u200cرود", "میرود"],
  ["digits of three scripts", "۱۴:۰۵ ١٤:٠٥", "14:05 14:05"],
  ["a stretched word", "ســـلام", "سلام"],
  ["a syllable of Hangul and its letters", "한", "한"],
])("fold takes %s for the same", (_, one, other) => expect(fold(one)).toBe(fold(other)));
