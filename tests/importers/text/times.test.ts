/** Lines of text that are a time, begin with one or end with one. */
import { expect, test } from "vitest";
import { timeLineOf } from "../../../src/importers/text/times.ts";

test.each([
  ["10:32 The ferry leaves", "before"],
  ["[10:32] The ferry leaves", "before"],
  ["+++ 10:33 Uhr: The ferry leaves +++", "before"],
  ["The ferry leaves – 10:32", "behind"],
  ["The ferry leaves (10:32)", "behind"],
  ["[10:32]", "alone"],
])("timeLineOf finds the time of %j", (text, kind) => {
  expect(timeLineOf(text)?.kind).toBe(kind);
});

test.each([
  `${"[".repeat(10)}10:32 The ferry leaves`,
  `The ferry leaves ${"(".repeat(12)}10:32`,
  `The ferry leaves (10:32${")".repeat(12)}`,
])("timeLineOf takes no long row of signs for the mark of a time: %j", (text) => {
  expect(timeLineOf(text)).toBeUndefined();
});
