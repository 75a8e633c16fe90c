/** postsCsv: each text comes back from its cell, and no cell is a formula. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { postsCsv } from "../../../src/outputs/tables/posts-csv.ts";
import { parseCsv, unguarded } from "../csv.ts";
import { outputPost, publication } from "../sample.ts";

const rowOf = (text: string) =>
  parseCsv(postsCsv.print(publication(), [outputPost("p-1", { headline: text, text: () => text })]))[1]!;

test("postsCsv gives back every text, and none begins as a formula does", () => {
  const texts = fc.string({
    unit: fc.constantFrom("=", "+", "-", "@", "'", '"', ",", "\r", "\n", "\t", " ", "a", "é"),
  });
  fc.assert(
    fc.property(texts, (text) => {
      const row = rowOf(text);
      expect(row).toHaveLength(7);
      for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@]/);
      expect(unguarded(row[2]!)).toBe(text);
      expect(unguarded(row[5]!)).toBe(text);
    }),
  );
});

test("postsCsv has a row for each post below the names of its columns", () => {
  const post = outputPost("p-1", {
    published: "2024-05-17T02:37:00+01:00",
    headline: "Gates, open",
    label: "Analysis",
    bylines: [{ name: "Jo Farrow", role: "Rivers" }, { name: "Weather desk" }],
    text: () => "One.\nTwo.",
  });
  const text = postsCsv.print(publication(), [post, outputPost("p-0")]);
  expect(text.startsWith("id,published,headline,label,byline,text,href\r\n")).toBe(true);
  expect(parseCsv(text).slice(1)).toEqual([
    [
      "p-1",
      "2024-05-17T02:37:00+01:00",
      "Gates, open",
      "Analysis",
      "Jo Farrow, Rivers; Weather desk",
      "One.\nTwo.",
      "p-1/index.html",
    ],
    ["p-0", "", "", "", "", "Text of p-0.", "p-0/index.html"],
  ]);
});
