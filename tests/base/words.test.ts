import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lettersOf, sentencesIn, wordsIn } from "../../src/base/words.ts";

describe("wordsIn and lettersOf", () => {
  test.for<[text: string, words: readonly string[]]>([
    ["“The Ferry” left – at 9.30", ["the", "ferry", "left", "at", "9", "30"]],
    ["नाव चली गई", ["नाव", "चली", "गई"]],
    ["…", []],
  ])("find in %j the words %j", ([text, words]) => {
    expect(wordsIn(text)).toEqual(words);
    expect(lettersOf(text)).toBe(words.join(""));
  });
});

describe("sentencesIn", () => {
  test("ends a sentence behind its stop and quotation mark, and at a line's end", () => {
    const text = "One. “Two!” Three\nFour";
    expect(sentencesIn(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "One. ",
      "“Two!” ",
      "Three\n",
      "Four",
    ]);
  });

  test("leaves no character of the part out, and looks at no other", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a. \n!”]{0,40}$/), fc.nat(10), fc.nat(10), (text, before, behind) => {
        const [start, end] = [
          Math.min(before, text.length),
          Math.max(Math.min(before, text.length), text.length - behind),
        ];
        const pieces = sentencesIn(text, start, end);
        expect(pieces.map((piece) => text.slice(piece.start, piece.end)).join("")).toBe(text.slice(start, end));
      }),
    );
  });
});
