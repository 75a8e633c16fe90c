/** Paragraphs are broken into lines between words. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { wrapText } from "../../../src/base/terminal/wrap.ts";

test("wrapText breaks between words and indents the lines after the first", () => {
  expect(wrapText("one two three", 8, 2)).toEqual(["one two", "  three"]);
  expect(wrapText("  one two", 6, 2)).toEqual(["  one", "  two"]);
  expect(wrapText("a-very-long-word b", 5)).toEqual(["a-very-long-word", "b"]);
  expect(wrapText("", 5)).toEqual([""]);
});

test("wrapText keeps all words, in lines that only a long word makes too wide", () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 });
  fc.assert(
    fc.property(words, fc.integer({ min: 5, max: 40 }), (all, width) => {
      const lines = wrapText(all.join(" "), width);
      expect(lines.join(" ")).toBe(all.join(" "));
      for (const line of lines) expect(line.length <= width || !line.includes(" ")).toBe(true);
    }),
  );
});
