import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unaccounted } from "../../src/importers/account/account.ts";
import { importerFor, importers } from "../../src/importers/registry.ts";
import { fixtureCases } from "./cases.ts";

const runs = process.env.AFTERLIVE_LONG ? 3_000 : 100;

/** Pieces of the grammar, well formed and not, to be thrown together. */
const piece = fc.constantFrom(
  "Summary",
  "  • A point",
  "    • An inner point",
  "      • A deeper point",
  "\t•\tA tabbed point",
  "    1. One",
  "    2. Two",
  "  1. A headlinepublished at 11:02 Greenwich Mean Time 12 February",
  "  2. Analysis",
  "    What now?published at 11:01 12 February 2025",
  "  3. Another headlinepublished at 10:59",
  "  4. Postpublished at 23:58 British Summer Time 31 June",
  "  5. Cutpublished at 10:5",
  "Headline of a copypublished at 09:00 GMT 11 February",
  "09:00 GMT 11 February",
  "  1. Posted at 13:45",
  "Posted at 12:20 11 Feb",
  "  1. 1949: GOAL",
  "Breaking",
  "    Breaking",
  "Breaking Something happened",
  "    Ann Bell\n    Reporter in Skell",
  "    Ann Bell",
  "    Transport correspondent",
  "    A white ferryImage source, Reuters",
  "    Image caption,",
  "    Image caption: In one line",
  "    Copyright: Somebody",
  "    Media caption,",
  "    Quote Message",
  "Quote Message: We saw it",
  "We saw it",
  "Quote Message: from Ida Berg Pilot",
  "Ida BergPilot",
  "    Skip twitter post 2 by Somebody",
  "    End of twitter post 2 by Somebody",
  "    Allow Twitter content?",
  "View more on youtube",
  "This Twitter post cannot be displayed in your browser. Please enable Javascript or try a different browser.View original content on Twitter",
  "Share",
  "• Facebook",
  "Article share tools",
  "1 of 4",
  "Back to top",
  "Live Reporting",
  "Edited by Ann Bell, Bo Carr and Cy Dunn",
  "By Ann Bell",
  "All times stated are UK",
  "Get involved",
  "LIVE",
  "1,204 viewing this page",
  "10.33am: The crews are on the water, and the wind turns.",
  "10:32 BST",
  "14:05 Uhr",
  "3h ago",
  "Updated 11.02",
  "Updated at 14.21 BST",
  "[10:21] The wind turns",
  "The wind turns | 17.05.2024, 10:20 Uhr",
  "\u200f10:15\u200f",
  "Wednesday, 26 October 2011",
  "Today",
  "Yesterday",
  "Key points",
  "Das Wichtigste in Kürze",
  "Copy link",
  "Facebook",
  "Von Anna Berg und Bo Lund",
  "    A sentence, external with a link, external.",
  "    A sentence.",
  "    Short line",
  "",
  "",
  "   ",
  "\u00a0",
  "\u0007",
  "🤖",
  "مرحبا",
);
const page = fc
  .tuple(
    fc.array(fc.oneof({ weight: 20, arbitrary: piece }, fc.string({ unit: "binary", maxLength: 30 })), {
      maxLength: 40,
    }),
    fc.constantFrom("\n", "\r\n", "\r"),
  )
  .map(([lines, end]) => lines.join(end));

/** A found page with a few characters or lines taken out, doubled or moved. */
const mutated = fc
  .tuple(
    fc.nat(),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 60 }), fc.nat(), fc.boolean()), { minLength: 1, maxLength: 6 }),
  )
  .map(([which, cuts]) => {
    let { text } = fixtureCases[which % fixtureCases.length]!;
    for (const [at, length, to, keep] of cuts) {
      const start = at % (text.length + 1);
      const cut = text.slice(start, start + length);
      const rest = keep ? text : text.slice(0, start) + text.slice(start + length);
      const target = to % (rest.length + 1);
      text = rest.slice(0, target) + cut + rest.slice(target);
    }
    return text;
  });

describe.each(importers.map((importer) => ({ name: importer.name, importer })))("$name", ({ importer }) => {
  const options = { file: "page.txt", zone: "Europe/London", year: 2025 };

  test("is named in words that a command line can hold", () => {
    expect(importer.name).toMatch(/^[a-z][a-z0-9-]*$/);
    expect(importer.title).toMatch(/^[A-Z].*[^.]$/);
  });

  test.for([
    { kind: "random text", texts: fc.string({ unit: "binary", maxLength: 400 }) },
    { kind: "pieces of the grammar", texts: page },
    { kind: "mutated pages", texts: mutated },
  ])("reads any text without a throw and accounts for every character: $kind", ({ texts }) => {
    fc.assert(
      fc.property(texts, (text) => {
        const sure = importer.recognises(text);
        expect(sure >= 0 && sure <= 1).toBe(true);
        const reading = importer.read(text, options);
        const found = unaccounted(reading.words ?? text, reading.account, reading);
        const unread = reading.problems.some(({ severity }) => severity === "error");
        // A time that cannot be told is an error of the reading, and stays one here.
        expect(found.filter(({ message }) => !(unread && /the time|"repeated stamp"/.test(message)))).toEqual([]);
        if (reading.posts.length === 0) expect(unread).toBe(true);
        for (const problem of reading.problems)
          expect(problem).toMatchObject({ file: "page.txt", hint: expect.any(String) });
      }),
      { numRuns: runs },
    );
  });

  test("reads the same text to the same values, whatever is asked before", () => {
    fc.assert(
      fc.property(page, (text) => {
        const first = importer.read(text, options);
        importer.read(`${text}x`, options);
        expect(importer.read(text, options)).toEqual(first);
      }),
      { numRuns: runs / 4 },
    );
  });

  test("keeps the order of the page in time and order", () => {
    for (const { text, options: told } of fixtureCases) {
      const { posts, order } = importer.read(text, told);
      const oldestFirst = order === "oldest-first" ? posts : posts.toReversed();
      const timed = oldestFirst.filter(({ published }) => published !== undefined);
      for (let index = 1; index < timed.length; index += 1) {
        const [before, after] = [timed[index - 1]!, timed[index]!];
        const gap = after.published!.epoch - before.published!.epoch;
        expect(gap > 0 || (gap === 0 && after.order! > before.order!)).toBe(true);
      }
    }
  });
});

describe("importerFor", () => {
  test("importerFor finds the form of every case, and none for HTML and JSON", () => {
    for (const { text } of fixtureCases) expect(importerFor(text)?.name).toBe("bbc-text");
    expect(importerFor("<!doctype html><title>x</title>")).toBeUndefined();
    expect(importerFor('{"a": 1}')).toBeUndefined();
  });
});
