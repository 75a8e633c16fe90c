import { expect, test } from "vitest";
import { readingLimits } from "../../src/captures/limits.ts";
import { makeAllowance, TotalRefusal } from "../../src/commands/import-allowance.ts";

test("makeAllowance refuses one text of too many lines, and says which limit it met", () => {
  const allowance = makeAllowance();
  expect(() => allowance.take("a.txt", "a\r\n".repeat(readingLimits.lines.one))).not.toThrow();
  expect(() => makeAllowance().take("a.txt", "a\n".repeat(readingLimits.lines.one + 1))).toThrow(
    "expected at most 200,000 lines, got 200,001 lines",
  );
  expect(() => makeAllowance().take("a.html", `<!doctype html>${"<p>".repeat(readingLimits.tags.one)}`)).toThrow(
    "expected at most 300,000 tags",
  );
});

test("makeAllowance refuses captures that are too much together, but counts no page that is not read", () => {
  const allowance = makeAllowance();
  const text = `  1. Headpublished at 10:00 British Summer Time 17 May\n${"    a\n".repeat(readingLimits.lines.one - 1)}`;
  allowance.take("1.txt", text);
  expect(() => allowance.take("2.txt", text)).toThrow(TotalRefusal);
  const pages = makeAllowance();
  const page = `<!doctype html>${"<p>".repeat(readingLimits.tags.one - 1)}`;
  for (let index = 0; index < 6; index += 1) pages.take(`${index}.html`, page);
});
