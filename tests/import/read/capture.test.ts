/** What many captures are together is known before the first of them is read. */
import { expect, test } from "vitest";
import type { FoundDocument } from "../../../src/captures/document.ts";
import { readingLimits } from "../../../src/captures/limits.ts";
import { TotalRefusal } from "../../../src/import/read/allowance.ts";
import { weighDocuments } from "../../../src/import/read/capture.ts";

const document = (file: string, text: string): FoundDocument => ({
  file,
  name: file,
  digest: "",
  size: text.length,
  bytes: async () => Buffer.from(text),
});
const lines = (count: number) =>
  `  1. Headpublished at 10:00 British Summer Time 17 May\n${"    a\n".repeat(count - 1)}`;

test("weighDocuments refuses captures that are too much together, and names the one that was too much", async () => {
  const many = [1, 2, 3].map((index) => document(`${index}.txt`, lines(readingLimits.lines.one / 2)));
  await expect(weighDocuments(many.slice(1))).resolves.toBeUndefined();
  await expect(weighDocuments(many)).rejects.toThrow(TotalRefusal);
  await expect(weighDocuments(many)).rejects.toThrow(/^3\.txt {2}Cannot import so much at once/);
});

test("weighDocuments leaves what is wrong with one capture to be said when it is read", async () => {
  const all = [
    document("1.txt", lines(readingLimits.lines.one + 1)),
    document("2.txt", ""),
    document("3.txt", lines(9)),
  ];
  await expect(weighDocuments(all)).resolves.toBeUndefined();
});
