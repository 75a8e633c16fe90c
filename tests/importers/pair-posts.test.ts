import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Reading } from "../../src/importers/contract.ts";
import { pairPosts } from "../../src/importers/pair-posts.ts";
import type { FoundPost } from "../../src/model/live-page.ts";
import { found } from "../archive/import-fixtures.ts";

const long = (word: string) => `${word} of a sentence that is long enough to be told from others.`;
const post = (minute: number | undefined, headline: string | undefined, word: string, source?: string): FoundPost => ({
  ...found(minute, headline, long(word)),
  ...(source !== undefined && { source }),
});
const reading = (...posts: readonly FoundPost[]): Reading => ({
  page: { editors: [], panel: [] },
  posts,
  order: "newest-first",
  account: [],
  problems: [],
});
const pairs = (main: readonly FoundPost[], other: readonly FoundPost[]) =>
  pairPosts(reading(...main), reading(...other));

describe("pairPosts", () => {
  test.for<[what: string, main: FoundPost[], other: FoundPost[], expected: (number | undefined)[]]>([
    ["one id", [post(1, "A", "One", "e1")], [post(50, "B", "Two", "https://e.org/p#e1")], [0]],
    ["one minute and headline", [post(1, "A", "One")], [post(1, "A", "Two")], [0]],
    ["one minute and beginning", [post(1, "A", "One")], [post(1, undefined, "One")], [0]],
    ["one headline alone, hours apart", [post(1, "A", "One")], [post(140, "A", "Two")], [undefined]],
    ["one headline and beginning, hours apart", [post(1, "A", "One")], [post(140, "A", "One")], [undefined]],
    ["one headline, one without a time", [post(1, "A", "One")], [post(undefined, "A", "Two")], [0]],
    [
      "one headline without a time, which two posts have",
      [post(undefined, "A", "One")],
      [post(1, "A", "Two"), post(9, "A", "Three")],
      [undefined],
    ],
    [
      "another id where both forms use the same ids",
      [post(1, "A", "One", "e1"), post(2, "B", "Two", "e2")],
      [post(1, "A", "One", "e1"), post(2, "B", "Two", "e9")],
      [0, undefined],
    ],
    [
      "ids of two systems",
      [post(1, "A", "One", "e1"), post(2, "B", "Two", "e2")],
      [post(1, "A", "One", "x7"), post(2, "B", "Two", "x8")],
      [0, 1],
    ],
    [
      "all times an hour apart",
      [post(1, "A", "One"), post(2, "B", "Two")],
      [post(61, "A", "One"), post(62, "B", "Two")],
      [0, 1],
    ],
    [
      "times apart by this and by that",
      [post(1, "A", "One"), post(2, "B", "Two")],
      [post(61, "A", "One"), post(122, "B", "Two")],
      [undefined, undefined],
    ],
  ])("pairPosts takes posts for one or not: %s", ([, main, other, expected]) => {
    expect(pairs(main, other)).toEqual(expected);
  });

  test("pairPosts pairs a reading with itself, and no post twice", () => {
    const any = fc
      .tuple(fc.option(fc.nat(5), { nil: undefined }), fc.constantFrom("A", "B"), fc.constantFrom("One", "Two"))
      .map(([minute, headline, word]) => post(minute, headline, word));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), fc.array(any, { maxLength: 8 }), (main, other) => {
        const found = pairs(main, other).filter((pair) => pair !== undefined);
        expect(new Set(found).size).toBe(found.length);
        const timed = main.filter(({ published }) => published !== undefined);
        expect(pairs(timed, timed).every((pair) => pair !== undefined)).toBe(true);
      }),
    );
  });
});
