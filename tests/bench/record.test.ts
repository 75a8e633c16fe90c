import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { beside, recordedRatios } from "../../bench/record.ts";

test("recordedRatios reads the last table of a record", () => {
  const old = "| what | median ms | ratio to reference |\n| --- | ---: | ---: |\n| reference | 400 | 9.00 |\n";
  const now =
    "| what | median ms | ratio to reference |\n| --- | ---: | ---: |\n| reference | 431 | 1.00 |\n| build x | 43 | 0.10 |\n";
  expect([...recordedRatios(`# A\n\n${old}\nWords.\n\n${now}\nMore | words.\n`)]).toEqual([
    ["reference", 1],
    ["build x", 0.1],
  ]);
  expect(recordedRatios("no table").size).toBe(0);
});

test("recordedRatios finds what npm run bench measures in the committed record", () => {
  const ratios = recordedRatios(readFileSync(path.resolve(import.meta.dirname, "../../bench/RECORD.md"), "utf8"));
  expect(ratios.get("reference")).toBe(1);
  expect(ratios.get("build 2000 posts again, one post edited")).toBeGreaterThan(0);
});

test("beside says when a ratio is worse by more than a third", () => {
  expect(beside(1.2, 1)).toBe("1.20 ×");
  expect(beside(1.5, 1)).toBe("1.50 ×, worse by more than a third");
  expect(beside(0.5, 1)).toBe("0.50 ×");
  expect(beside(0.5, undefined)).toBe("new");
});
