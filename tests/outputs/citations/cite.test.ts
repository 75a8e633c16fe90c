/** Citations in each form: a library for references reads them back, and texts and wikitext hold them. */
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { citeBibtex } from "../../../src/outputs/citations/bibtex.ts";
import { type Citation, onOneLine } from "../../../src/outputs/citations/citation.ts";
import { bibtex, citationForms } from "../../../src/outputs/citations/citation-forms.ts";
import { citeCsl } from "../../../src/outputs/citations/csl.ts";
import { citeRis } from "../../../src/outputs/citations/ris.ts";
import { citeText } from "../../../src/outputs/citations/sentence.ts";
import { citeWiki } from "../../../src/outputs/citations/wiki.ts";
import { bare, hostile, nasty, ordinary } from "../citations.ts";

const parse = (text: string, forceType: string) => new Cite(text, { forceType, generateGraph: false }).data;
const fromBibtex = (text: string) => parse(text, "@bibtex/text");
const fromRis = (text: string) => parse(text, "@ris/file");
const line = onOneLine(nasty);

/** Texts of special characters and ordinary words. */
const anyText = fc
  .array(fc.constantFrom(..."\\{}$&#_%~^`'\"-|[]<>@,=* \r\n:ABй漢", "ER  - ", "TY  - ", "word", "\\begin{", "\ud800"), {
    minLength: 1,
    maxLength: 12,
  })
  .map((pieces) => `x${pieces.join("")}x`);

describe("citeBibtex", () => {
  test("is read back, every text as it was", () => {
    const [read] = fromBibtex(citeBibtex(ordinary));
    expect(read).toMatchObject({
      id: "river:p-gates",
      title: "The gates open at dawn",
      author: [{ family: "Jo Farrow" }, { family: "Weather desk" }],
      publisher: "The river at Fenwick, Example Wire",
      issued: { "date-parts": [[2024, 10]] },
      URL: "https://archive.example.org/river/p-gates/",
      note: "26 October 2024, 21:40 BST. River Archive. https://example.org/live?post=17&a=b_c%20d",
    });
    expect(fromBibtex(citeBibtex(hostile))).toMatchObject([
      { title: line, author: [{ family: line }, { family: `${line} and others, Jr` }], publisher: `${line}, ${line}` },
    ]);
  });

  test("leaves no brace open for any text: BibTeX counts them behind backslashes too", () =>
    fc.assert(
      fc.property(anyText, (text) => {
        const entry = citeBibtex({ ...hostile, title: text, authors: [text], publisher: text, archive: text });
        let depth = 0;
        for (const brace of entry.match(/[{}]/g) ?? []) {
          depth += brace === "{" ? 1 : -1;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        expect(fromBibtex(entry)[0]).toMatchObject({ title: onOneLine(text), author: [{ family: onOneLine(text) }] });
      }),
    ));
});

describe("citeRis", () => {
  test("is read back, every text as it was", () => {
    expect(fromRis(citeRis(ordinary))).toMatchObject([
      {
        id: "river:p-gates",
        type: "post-weblog",
        title: "The gates open at dawn",
        author: [{ literal: "Jo Farrow" }, { literal: "Weather desk" }],
        "container-title": "The river at Fenwick",
        publisher: "Example Wire",
        source: "River Archive",
        issued: { "date-parts": [[2024, 10, 26]] },
        URL: "https://archive.example.org/river/p-gates/",
      },
    ]);
    expect(fromRis(citeRis(hostile))).toMatchObject([{ title: line, publisher: line, "container-title": line }]);
  });

  test("is lines of one tag each that end with CR LF, for any text", () =>
    fc.assert(
      fc.property(anyText, (text) => {
        const record = citeRis({ ...hostile, title: text, authors: [text], container: text });
        const lines = record.split("\r\n");
        expect(lines.pop()).toBe("");
        expect(lines.every((one) => /^[A-Z][A-Z0-9] {2}- [^\r\n]*$/.test(one))).toBe(true);
        expect(lines.filter((one) => /^(?:TY|ER)/.test(one))).toEqual(["TY  - BLOG", "ER  - "]);
      }),
    ));
});

describe("citeCsl", () => {
  test("says what is known, and no date of access", () =>
    expect(citeCsl(ordinary)).toEqual({
      id: "river:p-gates",
      type: "post-weblog",
      title: "The gates open at dawn",
      author: [{ literal: "Jo Farrow" }, { literal: "Weather desk" }],
      issued: { "date-parts": [[2024, 10, 26]] },
      "container-title": "The river at Fenwick",
      publisher: "Example Wire",
      archive: "River Archive",
      URL: "https://archive.example.org/river/p-gates/",
      language: "en-GB",
      note: "26 October 2024, 21:40 BST. https://example.org/live?post=17&a=b_c%20d",
    }));

  test("has no key for what is not known", () =>
    expect(citeCsl(bare)).toEqual({
      id: "river",
      type: "webpage",
      title: "The river",
      archive: "River Archive",
      language: "ar",
    }));
});

test.each(citationForms)("citationForms: several works in one file of $name are as many when read back", (form) => {
  const works: readonly Citation[] = [bare, ordinary, hostile, { ...ordinary, key: "river:p-2" }];
  const type = { bib: "@bibtex/text", ris: "@ris/file", json: "@csl/list+object" }[form.ending];
  const text = form.print(works);
  const read = form.ending === "json" ? (JSON.parse(text) as readonly { id: string }[]) : parse(text, type);
  expect(read.map(({ id }) => id)).toEqual(["river", "river:p-gates", "bad:p-bad", "river:p-2"]);
  expect(form.print(works)).toBe(text);
});

test("bibtex of nothing is an empty file", () => expect(bibtex.print([])).toBe(""));

describe("citeText", () => {
  test("is a line to read", () => {
    expect(citeText(ordinary)).toBe(
      "Jo Farrow, Weather desk. “The gates open at dawn”. The river at Fenwick, Example Wire, 26 October 2024, 21:40 BST. River Archive. https://archive.example.org/river/p-gates/ (https://example.org/live?post=17&a=b_c%20d)",
    );
    expect(citeText(bare)).toBe("“The river”. River Archive.");
    expect(citeText(hostile)).not.toMatch(/[\r\n\u2028]/);
  });

  test("names the capture with the original's address instead of that address alone", () => {
    const captured = "Captured 28 October 2024 from https://example.org/live?post=17&a=b_c%20d";
    expect(citeText(ordinary, captured)).toMatch(
      /River Archive\. https:\/\/archive\.example\.org\/river\/p-gates\/ Captured 28 October 2024 from https:\S+$/,
    );
    expect(citeText({ ...bare, original: "https://example.org/live" }, captured)).toBe(
      `“The river”. River Archive. ${captured}`,
    );
  });

  test("says once a publisher that signs", () =>
    expect(citeText({ ...bare, authors: ["Wire"], publisher: "Wire" })).toBe("Wire. “The river”. River Archive."));
});

describe("citeWiki", () => {
  test("names the original, the copy and the day of the capture", () =>
    expect(citeWiki(ordinary, "2024-10-28")).toBe(
      "{{cite web |author1=Jo Farrow |author2=Weather desk |title=The gates open at dawn |url=https://example.org/live?post=17&a=b_c%20d |archive-url=https://archive.example.org/river/p-gates/ |archive-date=2024-10-28 |work=The river at Fenwick |publisher=Example Wire |date=2024-10-26 |language=en-GB |via=River Archive}}",
    ));

  test("names one address where the capture has no day: a wiki wants both or neither", () => {
    expect(citeWiki(ordinary, undefined)).toContain("|url=https://archive.example.org/river/p-gates/ |work=");
  });

  test("escapes braces and bars of any text", () =>
    fc.assert(
      fc.property(anyText, (text) => {
        const made = citeWiki(
          { ...hostile, title: text, authors: [text], container: text, archive: text },
          "2024-05-08",
        );
        const inner = made.slice(2, -2);
        expect(inner).not.toMatch(/[{}[\]<>~]|''|__/);
        expect(inner.match(/\|/g)).toHaveLength(10);
        expect(made).not.toMatch(/[\r\n]/);
      }),
    ));
});
