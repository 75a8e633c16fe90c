import fc from "fast-check";
import { expect, test } from "vitest";
import { printable, printableWords } from "../../src/base/printable.ts";

test("printable writes out what moves a cursor, sets colours or turns a line around, and leaves all else", () => {
  expect(printable("\u001b[31mred\u0007 \u009b2J \u007f \r \u202etxt.exe\u202c \u2066a\u2069 \u2028")).toBe(
    "\\u001b[31mred\\u0007 \\u009b2J \\u007f \\u000d \\u202etxt.exe\\u202c \\u2066a\\u2069 \\u2028",
  );
  expect(printable("two\n\tlines, شکر\u200f 😀")).toBe("two\n\tlines, شکر\u200f 😀");
});

test("printable leaves no control character in any text, and JSON the same value", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(printable(text)).not.toMatch(/(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      expect(JSON.parse(printable(JSON.stringify({ text }, undefined, 2)))).toEqual({ text });
    }),
  );
});

test("printableWords lets no words end a line or leave their column", () => {
  expect(printableWords("a.html\nevery word is kept\t\r\n")).toBe(
    "a.html\\u000aevery word is kept\\u0009\\u000d\\u000a",
  );
  expect(printableWords("two words, شکر")).toBe("two words, شکر");
});
