import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unaccounted } from "../../../src/importers/account/account.ts";
import { invisibleIn, withoutInvisible } from "../../../src/importers/account/invisible.ts";
import { readForms } from "../../../src/importers/read-forms.ts";
import { parseBlocks } from "../../../src/markdown/parse.ts";
import { printBlocks } from "../../../src/markdown/print.ts";
import { samples } from "../samples.ts";

const sign = fc.constantFrom(
  ..."\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufe00\ufe0e\ufe0f\ufeff",
  "\u{e0100}",
  "\u{e01ef}",
  "\u{e0001}",
  "\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}",
);
const seen = fc.constantFrom(..."aZé1 ۴٣שמ،میخकष्ක葛∩0中ខ្មท👩❤🏴", "👩🏽", "\n", "…", "-");
const mixed = fc.array(fc.oneof(sign, seen), { maxLength: 24 }).map((parts) => parts.join(""));
const signs = [
  "\\u00ad\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff",
  "\\ufe00-\\ufe0f\\u{e0000}-\\u{e007f}\\u{e0100}-\\u{e01ef}",
];
const visible = (text: string): string => text.replace(new RegExp(`[${signs.join("")}]`, "gu"), "");

describe("withoutInvisible", () => {
  test("drops such signs alone, and nothing more from what it gave", () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const once = withoutInvisible(text);
        expect(visible(once)).toBe(visible(text));
        expect(withoutInvisible(once)).toBe(once);
        const dropped = invisibleIn(text);
        expect(dropped.map(({ start, end }) => visible(text.slice(start, end))).join("")).toBe("");
        for (const [index, { start }] of dropped.entries())
          expect(start).toBeGreaterThan(dropped[index - 1]?.end ?? -1);
      }),
      { numRuns: 3_000 },
    );
  });

  test("leaves a text without such signs as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const plain = visible(text);
        expect(withoutInvisible(plain)).toBe(plain);
      }),
    );
  });

  test.for([
    ["a soft hyphen", "har\u00adbour", "harbour"],
    ["a blank of no width in a word", "har\u200bbour", "harbour"],
    ["a mark of the byte order in the middle", "har\ufeffbour", "harbour"],
    [
      "marks in a text of one direction",
      "\u200eAt 10:32\u200f the ferry\u061c sailed\u200e",
      "At 10:32 the ferry sailed",
    ],
    ["an override", "abc \u202edef\u202c", "abc def"],
    ["marks at the ends", "\u200fהמעבורת יצאה\u200f", "המעבורת יצאה"],
    ["an isolate around all", "\u2068המעבורת Nord יצאה\u2069", "המעבורת Nord יצאה"],
    ["data in selectors", `Harbour${"\ufe01\u{e0123}".repeat(500)} news`, "Harbour news"],
    ["data behind an emoji", `😀\ufe0f${"\u{e0123}\u{e0124}".repeat(500)}`, "😀\ufe0f"],
    ["tags in a sentence", "Har\u{e0068}\u{e0069}bour", "Harbour"],
    ["a joiner between Latin letters", "Auf\u200clage fi\u200dn", "Auflage fin"],
    ["an emoji's joiner with nothing behind it", "👩\u200d and", "👩 and"],
  ])("drops %s", ([, text, right]) => {
    expect(withoutInvisible(text!)).toBe(right);
  });

  test.for([
    ["a joiner in a Persian word", "می\u200cخواهم"],
    ["a joiner behind a Devanagari virama", "क्\u200dष क्\u200cष"],
    ["an emoji of several", "👩\u200d👩\u200d👧 🏳\ufe0f\u200d🌈 👩🏽\u200d🚀"],
    ["an emoji's selector", "❤\ufe0f 1\ufe0f\u20e3 ☂\ufe0e"],
    ["an ideograph's variant", "葛\u{e0100}城"],
    ["the flag of Wales", "🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}"],
    ["a mark between two directions", "השפה C++\u200e היא"],
    ["a mark between two numbers of a right-to-left text", "התוצאה 2\u200f-3 בחיפה"],
    ["an isolate around a part", "השפה \u2066C++\u2069 היא"],
    ["where a line of Khmer may end", "ខ្មែរ\u200bអង្គរ"],
  ])("keeps %s", ([, text]) => {
    expect(withoutInvisible(text!)).toBe(text);
  });

  test("takes time that grows with the text alone", () => {
    const baits = ["\u202a", "\u200f", "\u2068א\u2069", "\ufe01", "א\u200f", "\u200d", "א\u2067", "1\u200e"];
    for (const bait of baits) {
      const text = `א${bait.repeat(100_000)}1`;
      const start = performance.now();
      withoutInvisible(text);
      expect(performance.now() - start).toBeLessThan(8_000);
    }
  });
});

describe("an import", () => {
  test("accounts for such signs in every form, and drops them from the words of posts", { timeout: 60_000 }, () => {
    const options = { file: "page", zone: "Europe/London", year: 2024 };
    const places = fc.array(fc.tuple(fc.nat(), fc.oneof(sign, fc.constant("\ufe01".repeat(9)))), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.constantFrom(...samples), places, ({ text }, signs) => {
        let strewn = text;
        for (const [at, one] of signs) {
          const place = at % (strewn.length + 1);
          strewn = strewn.slice(0, place) + one + strewn.slice(place);
        }
        const read = readForms(strewn, options);
        if (read === undefined) return;
        const { reading } = read;
        const unread = reading.problems.some(({ severity }) => severity === "error");
        const posts = reading.posts.map((post) => ({ ...post, blocks: parseBlocks(printBlocks(post.blocks)).blocks }));
        const found = unaccounted(reading.words ?? strewn, reading.account, { page: reading.page, posts });
        expect(found.filter(({ message }) => !(unread && /the time|"repeated stamp"/.test(message)))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test("counts them by name", () => {
    const text =
      "A title\n\nOne\u200b headlinepublished at 10:20 GMT 6 February 2024\n\nThe har\u00adbour.\n\nTwopublished at 10:10 GMT 6 February 2024\n\nWords\ufeff.\n";
    const { reading } = readForms(text, { file: "page", zone: "Europe/London" })!;
    expect(reading.posts.map(({ headline }) => headline)).toEqual(["One headline", "Two"]);
    expect(reading.account.filter((span) => "lost" in span && span.lost === "invisible character")).toHaveLength(3);
  });
});

describe("Markdown", () => {
  test("gives back the signs that an import keeps", () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const words = withoutInvisible(text).replace(/\s+/g, " ").trim();
        if (words === "") return;
        const blocks = [{ kind: "paragraph" as const, content: [{ kind: "text" as const, text: words }] }];
        expect(parseBlocks(printBlocks(blocks)).blocks).toEqual(blocks);
      }),
      { numRuns: 2_000 },
    );
  });
});
