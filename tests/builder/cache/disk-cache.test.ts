/** What a build keeps, and what of it stays at hand in memory. */
import { rmSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { hasRoomFor, keepValue, recallValue, rememberUpTo } from "../../../src/builder/cache/disk-cache.ts";
import { forgetKept } from "../plan-faults.ts";
import { newFolder } from "../small-archive.ts";

afterEach(() => {
  rememberUpTo(0);
  forgetKept();
});

/** Some values, each in a file of its own, kept one after the other. */
function keepSome(count: number) {
  const folder = newFolder();
  return Array.from({ length: count }, (_, index) => {
    const file = path.join(folder, `${index}.json`);
    return { file, digest: keepValue(file, { index, words: "x".repeat(1000) }) };
  });
}

/** The places of those that can be recalled without their files. */
function atHand(kept: ReturnType<typeof keepSome>): readonly number[] {
  for (const { file } of kept) rmSync(file);
  return [...kept.keys()].filter((index) => recallValue(kept[index]!.file, kept[index]!.digest) !== undefined);
}

test("the last four values stay at hand, whatever their size", () => {
  expect(atHand(keepSome(7))).toEqual([3, 4, 5, 6]);
});

test("rememberUpTo lets as many stay at hand as have so many bytes together", () => {
  rememberUpTo(6500);
  expect(atHand(keepSome(9))).toEqual([3, 4, 5, 6, 7, 8]);
});

test("what was recalled last stays longest, and what was recalled from its file stays too", () => {
  const kept = keepSome(4);
  const [first, ...others] = kept;
  expect(recallValue(first!.file, first!.digest)?.value).toMatchObject({ index: 0 });
  keepSome(3);
  expect(atHand([first!, ...others])).toEqual([0]);
  const lost = keepSome(1)[0]!;
  forgetKept();
  expect(recallValue(lost.file, lost.digest)?.value).toMatchObject({ index: 0 });
  expect(atHand([lost])).toEqual([0]);
});

test("a value is at hand only under its own digest", () => {
  const [one] = keepSome(1);
  keepValue(one!.file, "another");
  expect(recallValue(one!.file, one!.digest)).toBeUndefined();
});

test("hasRoomFor says whether a value is at hand, or could be without one that must go for it", () => {
  forgetKept();
  rememberUpTo(3000);
  const kept = keepSome(2);
  expect(hasRoomFor(kept[0]!.file)).toBe(true);
  forgetKept();
  rememberUpTo(1500);
  keepSome(1);
  expect(hasRoomFor(kept[0]!.file)).toBe(false);
});
