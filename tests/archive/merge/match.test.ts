import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { haveMoved, type KnownPost, match, type Print, printOf } from "../../../src/archive/merge/match.ts";
import type { FoundPost } from "../../../src/model/live-page.ts";
import { found } from "../import-fixtures.ts";

/** A post of a minute, with a headline, a text, and the publisher's id. */
const post = (minute: number | undefined, headline: string | undefined, text: string, source?: string): FoundPost => ({
  ...found(minute, headline, text),
  ...(source !== undefined && { source }),
});
const known = (...posts: readonly FoundPost[]): KnownPost[] =>
  posts.map((one, index) => ({ id: `k${index}`, prints: [printOf(one)] }));
const matchOf = (posts: readonly FoundPost[], ...of: readonly FoundPost[]) => match(posts.map(printOf), known(...of));

describe("match", () => {
  test.for<[what: string, found: FoundPost, known: FoundPost, same: boolean]>([
    ["one id, whatever else differs", post(1, "A", "One", "p1"), post(90, "B", "Two", "p1"), true],
    ["two ids of one kind, alike in all else", post(1, "A", "One", "p1"), post(1, "A", "One", "p2"), false],
    ["ids of two kinds, alike in all else", post(1, "A", "One", "p1"), post(1, "A", "One", "https://e.org/x"), true],
    ["an id and none, alike in all else", post(1, "A", "One", "p1"), post(1, "A", "One"), true],
    ["one minute and headline", post(1, "A", "One"), post(1, "A", "Two"), true],
    ["one minute and text", post(1, "A", "One"), post(1, "B", "One"), true],
    ["one minute alone", post(1, "A", "One"), post(1, "B", "Two"), false],
    ["one headline and text, at other minutes", post(1, "A", "One"), post(46, "A", "One"), false],
    ["one headline and text, one without a time", post(1, "A", "One"), post(undefined, "A", "One"), true],
    ["one headline alone, one without a time", post(1, "A", "One"), post(undefined, "A", "Two"), false],
  ])("match takes posts for the same or not: %s", ([, one, other, same]) => {
    expect(matchOf([one], other)).toEqual([same ? "k0" : undefined]);
  });

  test("match trusts no ids of a page that numbers its posts by their places, once a new post moved them", () => {
    const [a, b] = [post(1, "A", "One", "p1"), post(2, "B", "Two", "p2")];
    const after = [post(9, "New", "Three", "p1"), post(1, "A", "One", "p2"), post(2, "B", "Two", "p3")];
    expect(matchOf(after, a, b)).toEqual([undefined, "k0", "k1"]);
    // A post that stands twice under ids of its own is two posts all the same.
    expect(matchOf([post(1, "A", "One", "p1"), post(1, "A", "One", "p3")], a, b)).toEqual(["k0", undefined]);
  });

  test("match keeps apart what two posts on each side could be", () => {
    const [a, b] = [post(1, "A", "One"), post(1, "A", "Two")];
    expect(matchOf([post(1, "A", "Three"), post(1, "A", "Four")], a, b)).toEqual([undefined, undefined]);
  });

  test("match knows an id that an earlier version wrote without its form", () => {
    const print: Print = { ...printOf(post(1, "A", "One", "p1")), epoch: 0 };
    const before = { ...print, source: print.source.replace(/\..*/, "") };
    expect(match([printOf(post(9, "B", "Two", "p1"))], [{ id: "k0", prints: [before] }])).toEqual(["k0"]);
  });

  const anyPost = fc
    .record({
      minute: fc.option(fc.nat(4), { nil: undefined }),
      headline: fc.constantFrom("A", "B"),
      text: fc.constantFrom("One", "Two"),
      source: fc.option(fc.nat(20).map(String), { nil: undefined }),
    })
    .map(({ minute, headline, text, source }) => post(minute, headline, text, source));

  test("match never pairs two ids of one kind, nor posts of two minutes without a common id", () => {
    fc.assert(
      fc.property(fc.array(anyPost, { maxLength: 8 }), fc.array(anyPost, { maxLength: 8 }), (some, others) => {
        // Of numbers that moved another test speaks.
        fc.pre(!haveMoved(some.map(printOf), known(...others)));
        const ids = matchOf(some, ...others);
        expect(new Set(ids.filter(Boolean)).size).toBe(ids.filter(Boolean).length);
        for (const [index, id] of ids.entries()) {
          if (id === undefined) continue;
          const [a, b] = [some[index]!, others[Number(id.slice(1))]!];
          if (a.source !== undefined && b.source !== undefined) expect(a.source).toBe(b.source);
          else if (a.published && b.published) expect(a.published.epoch).toBe(b.published.epoch);
        }
      }),
      { numRuns: process.env.AFTERLIVE_LONG ? 20_000 : 500 },
    );
  });

  test("match finds all posts of a capture again", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyPost, { selector: (one) => JSON.stringify(printOf(one)), maxLength: 8 }),
        (posts) => {
          expect(matchOf(posts, ...posts).every((id) => id !== undefined)).toBe(true);
        },
      ),
      { numRuns: process.env.AFTERLIVE_LONG ? 20_000 : 500 },
    );
  });
});
