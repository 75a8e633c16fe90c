import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeIds } from "../../../src/archive/merge/identity.ts";
import { newestFirst } from "../../../src/archive/order.ts";
import type { Post } from "../../../src/model/live-page.ts";
import * as arbitrary from "../arbitraries.ts";
import { found } from "../import-fixtures.ts";

const none: ReadonlySet<string> = new Set();
const id = (minute: number | undefined, headline: string | undefined, text = "", zone = "Europe/London") =>
  makeIds(zone, none)(found(minute, headline, text));

describe("makeIds", () => {
  test("gives a letter first, a-z, 0-9 and hyphens, at most 60, never one that is taken", () => {
    fc.assert(
      fc.property(fc.array(arbitrary.post, { minLength: 1, maxLength: 5 }), fc.nat(3), (posts, copies) => {
        const taken = new Set<string>();
        const newId = makeIds("Asia/Kathmandu", taken);
        for (const post of [...posts, ...posts.slice(0, copies)]) {
          const next = newId(post);
          expect(next).toMatch(/^[a-z]([a-z0-9-]{0,58}[a-z0-9])?$/);
          expect(taken.has(next)).toBe(false);
          taken.add(next);
        }
      }),
      { numRuns: arbitrary.numRuns },
    );
  });

  test.each([
    [id(97, "What will the mayor's men do next?"), "p20240517-0337-what-will-the-mayors"],
    [id(97, "It’s Łódź – été"), "p20240517-0337-its-lodz-ete"],
    [id(97, "Визит"), "p20240517-0337"],
    [id(97, "Визит", "Latin text"), "p20240517-0337"],
    [id(97, undefined, "The first words of it."), "p20240517-0337-the-first-words-of"],
    [id(97, undefined, "", "Asia/Shanghai"), "p20240517-1037"],
    [id(undefined, "No time at all here"), "p-no-time-at-all"],
    [id(undefined, "Визит").replace(/[0-9a-f]{8}$/, "*"), "p-*"],
    [id(97, "x".repeat(100)), `p20240517-0337-${"x".repeat(45)}`],
  ])("gives %s", (given, expected) => {
    expect(given).toBe(expected);
  });

  test("gives the next number for a clash", () => {
    const taken = new Set(["p20240517-0337-a", "p20240517-0337-a-2"]);
    expect(makeIds("Europe/London", taken)(found(97, "A", ""))).toBe("p20240517-0337-a-3");
  });

  test("asks once or twice for each of thousands of posts that share minute and headline", () => {
    let asked = 0;
    const taken = new (class extends Set<string> {
      override has(id: string): boolean {
        asked += 1;
        return super.has(id);
      }
    })();
    const next = makeIds("Europe/London", taken);
    for (let count = 0; count < 3_000; count += 1) taken.add(next(found(97, "A", "")));
    expect(taken.size).toBe(3_000);
    expect(asked).toBeLessThan(10_000);
  });
});

test("makeIds gives the next number to each of thousands of equal posts", () => {
  const taken = new Set<string>();
  const newId = makeIds("Europe/London", taken);
  const equal = found(97, "A", "");
  for (let index = 0; index < 5_000; index += 1) taken.add(newId(equal));
  expect([...taken].slice(0, 3)).toEqual(["p20240517-0337-a", "p20240517-0337-a-2", "p20240517-0337-a-3"]);
  expect([...taken].at(-1)).toBe("p20240517-0337-a-5000");
});

const post = (name: string, minute: number | undefined, order?: number): Post => ({
  ...found(minute, name, name),
  id: name,
  ...(order !== undefined && { order }),
});

describe("newestFirst", () => {
  test("does not depend on the order in which files are read, and loses no post", () => {
    const posts = fc.uniqueArray(arbitrary.post, { selector: ({ id }) => id, maxLength: 8 });
    fc.assert(
      fc.property(
        posts.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(newestFirst(shuffled)).toEqual(newestFirst(all));
          expect(newestFirst(all).length).toBe(all.length);
        },
      ),
      { numRuns: arbitrary.numRuns },
    );
  });

  test.each<[string, readonly Post[], string]>([
    [
      "time, then order, then id",
      [post("a", 1), post("b", 2), post("d", 1), post("c", 1, 1), post("e", 1, -1)],
      "b c d a e",
    ],
    [
      "posts without a time among their neighbours",
      [post("a", 1, 1), post("x", undefined, 2), post("b", 2, 3), post("y", undefined, 4)],
      "y b x a",
    ],
    ["posts without a time below the first number", [post("a", 1), post("b", 2, 5), post("x", undefined, 4)], "b x a"],
    [
      "posts without a time at the oldest end where nothing has a number",
      [post("a", 1), post("x", undefined), post("y", undefined, 1)],
      "a y x",
    ],
  ])("sorts by %s", (_name, posts, expected) => {
    expect(
      newestFirst(posts)
        .map(({ id }) => id)
        .join(" "),
    ).toBe(expected);
  });
});
