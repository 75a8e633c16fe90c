import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonLd } from "../../src/importers/json-ld/json-ld.ts";
import { blog, inPage, options, read, update } from "./json-ld-page.ts";

const runs = process.env.AFTERLIVE_LONG ? 10_000 : 300;

describe("jsonLd, whatever it is given", () => {
  const word = fc.oneof(
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.constantFrom(
      "<p>",
      "</p>",
      "<b>",
      "<ul><li>",
      "<table><tr><td>",
      "<br>",
      "&amp;",
      "&#0;",
      "\u0007",
      "<a href='https://e.org/'>",
      "\n",
      "- ",
      "# ",
      "::: video",
      "1. ",
      "</script>",
      "<svg><title>",
      "<select><p>",
      "<math><mtext>",
    ),
  );
  const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(""));
  const time = fc.constantFrom(
    "2025-02-12T11:02:30.500Z",
    "2025-02-12T11:02:30+01:00",
    "0001-01-01T00:00:00Z",
    "never",
    "",
  );
  const anyUpdate = fc.record(
    {
      headline: text,
      articleBody: text,
      datePublished: time,
      url: text,
      "@id": text,
      author: fc.oneof(text, fc.record({ name: text })),
      image: fc.record({ caption: text }),
      other: fc.jsonValue() as fc.Arbitrary<unknown>,
    },
    { requiredKeys: [] },
  );

  test("accounts for every word of any data, and reads it alike each time", () => {
    fc.assert(
      fc.property(
        fc.array(anyUpdate, { maxLength: 4 }),
        fc.record({ headline: text, description: text, author: fc.jsonValue() as fc.Arbitrary<unknown> }),
        (updates, more) => {
          const source = JSON.stringify(blog(updates, more));
          const reading = read(source);
          expect(reading.posts).toHaveLength(updates.length);
          expect(jsonLd.read(source, options)).toEqual(reading);
          for (const { headline } of reading.posts) expect(headline ?? "").not.toMatch(/[^\P{Cc}\s]/u);
        },
      ),
      { numRuns: runs },
    );
  });

  test("reads data with any characters taken out without a throw", () => {
    const source = inPage(
      JSON.stringify(
        blog([
          update({ headline: "One", articleBody: "<p>Two &amp; <b>three</b></p>" }),
          update({ articleBody: "Four" }),
        ]),
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(source.length), fc.nat(12), word), { maxLength: 5 }), (cuts) => {
        let mutated = source;
        for (const [at, length, by] of cuts) mutated = mutated.slice(0, at) + by + mutated.slice(at + length);
        jsonLd.recognises(mutated);
        read(mutated);
      }),
      { numRuns: runs },
    );
  });
});
