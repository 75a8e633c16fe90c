/** JSON as publishers write it: what is mended, and what is told. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findJson } from "../../../src/importers/json/find.ts";
import { deepestJson } from "../../../src/importers/json/lenient.ts";
import { readJson } from "../../../src/importers/json/text.ts";
import { readForms } from "../../../src/importers/read-forms.ts";
import { growthOf } from "../growth.ts";

const whatIs = (text: string) => {
  const read = readJson(text);
  return read.fault ?? ("value" in read ? read.value : undefined);
};

describe("readJson", () => {
  test("reads all that is JSON as JSON.parse does, but for numbers in the place of words", () => {
    const said = (value: unknown): unknown => (typeof value === "number" ? String(value) : value);
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.nat(4), (value, indent) => {
        const expected = JSON.parse(JSON.stringify(value), (key, inner) =>
          /^(?:headline|alternativeHeadline|articleBody|name|text|description|caption|abstract)$/.test(key)
            ? Array.isArray(inner)
              ? inner.map(said)
              : said(inner)
            : inner,
        );
        expect(whatIs(JSON.stringify(value, undefined, indent))).toEqual(expected);
      }),
    );
  });

  test("reads JSON with a comma too many behind every value as if it were not there", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify({ value });
        expect(whatIs(`${text.slice(0, -1)},}`)).toEqual(whatIs(text));
      }),
    );
  });

  test("gives a value or the place of a fault for any text", () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom(...'{}[]",:\\/*\n', "//", "/*", "<!--", "null", '"a":', "'"));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        const read = readJson(text);
        expect(read.fault?.at ?? 0).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test.for([
    ["a comma too many", '{"a": [1, 2,], "b": 3,}', { a: [1, 2], b: 3 }],
    ["commas of a template that left something out", '[,{"a":1},,{"a":2}]', [{ a: 1 }, { a: 2 }]],
    ["a comma too few", '{"a":"b"\n"c":"d"}', { a: "b", c: "d" }],
    ["a value that was left out", '{"a": , "b": 1}', { a: null, b: 1 }],
    ["comments", '{"a":"b", // one "line"\n/* more: */ "c": 1}', { a: "b", c: 1 }],
    ["keys without quotation marks", "{a: 'b', c: 'it's'}", { a: "b", c: "it's" }],
    ["line ends in a text", '{"a":"one\n\ttwo"}', { a: "one\n\ttwo" }],
    [
      "quotation marks in a text",
      '{"a":"She said "stop", and left","b":["x "y" z"]}',
      { a: 'She said "stop", and left', b: ['x "y" z'] },
    ],
    [
      "a tag with attributes in a text",
      '{"a":"<a href="https://e.org/">x</a>","b":1}',
      { a: '<a href="https://e.org/">x</a>', b: 1 },
    ],
    ["two objects without a list", '{"a":1}{"b":2}', [{ a: 1 }, { b: 2 }]],
    ["quotation marks written as HTML", "{&quot;a&quot;:&quot;b &amp; c&quot;}", { a: "b & c" }],
    ["a statement's end", '{"a":1};', { a: 1 }],
  ] as const)("mends %s", ([, text, value]) => {
    expect(whatIs(text)).toEqual(value);
  });

  test.for([
    ["what a template did not fill", '{"a":[[.Posts]]}', { at: 7, expected: "a value" }],
    ["a text that is cut", '{"a":"cut', { at: 5, expected: "a text that ends" }],
    ["a list that is cut", '{"a":[1,2', { at: 9, expected: '"]"' }],
    ["an object that goes on as prose", '{"a":1} and more', { at: 8, expected: "the end" }],
  ] as const)("tells the place of %s", ([, text, fault]) => {
    expect(whatIs(text)).toEqual(fault);
  });

  test("tells where brackets nest too deep", () => {
    for (const open of ["[", '{"a":'])
      expect(whatIs(open.repeat(100_000))).toMatchObject({ expected: `at most ${deepestJson} levels` });
  });

  test.for(["[", "{", " ", '"', '" ', "/* ", "/* */", '{"a":', "\\", '",', "//", "<!--", '"/*', '"aaa'])(
    "takes twice as long for twice as many of %j",
    (piece) => {
      const opened = (size: number) => `[{"x":"y",}, "${piece.repeat(size / piece.length)}`;
      const bare = (size: number) => piece.repeat(size / piece.length);
      expect(growthOf((size) => [readJson(opened(size)), readJson(bare(size))])).toBeLessThan(3);
    },
  );
});

describe("readJson of a number where words stand", () => {
  test("reads it as it is written, and other numbers as numbers", () => {
    expect(whatIs('{"headline": 20240917, "width": 640, "name": 1.50, "text": [815, "Tugs"]}')).toEqual({
      headline: "20240917",
      width: 640,
      name: "1.50",
      text: ["815", "Tugs"],
    });
    expect(whatIs('{"text": {"@value": 4711}}')).toEqual({ text: "4711" });
  });
});

describe("findJson", () => {
  test("tells which script of a page is no JSON, from which character, and what stands there", () => {
    const { values, broken } = findJson(
      '<script type="application/ld+json">{"a":1}</script><script type=application/ld+json>{"b":[[.X]]}</script>',
    );
    expect(values).toEqual([{ a: 1 }]);
    expect(broken).toMatchObject([{ script: 2, character: 8, expected: "a value", got: ".X]]}" }]);
  });

  test("keeps a whole value, and tells what follows it", () => {
    const { values, broken } = findJson(`<script type="application/ld+json">{"a":1}${" ".repeat(2000)}x y</script>`);
    expect(values).toEqual([{ a: 1 }]);
    expect(broken).toMatchObject([{ character: 2008, expected: "the end", source: "x y" }]);
  });

  test("finds scripts in linear time where tags do not end", () => {
    expect(growthOf((size) => findJson("<script ".repeat(size / 8)))).toBeLessThan(3);
  });
});

test.for([
  ["guardian", '{"blocks":[{"id":"b","blockFirstPublished":1,"elements":'],
  ["bbc-json", '{"results":[{"urn":"a","dates":{"curated":"x"},"content":'],
  ["superdesk", '{"_items":[{"groups":[{"refs":[{"residRef":"x","item":'],
  ["wordpress-liveblog", '{"entries":[{"id":1,"type":"new","timestamp":1,"content":"x","note":'],
  ["json-ld", '{"@type":"LiveBlogPosting","liveBlogUpdate":[{"articleBody":"x","about":'],
] as const)("data of the form %s that nests without end is refused with the place", ([name, start]) => {
  const { importer, reading } = readForms(`${start}${"[".repeat(50_000)}`, { file: "x", zone: "UTC" })!;
  expect(importer.name).toBe(name);
  expect(reading.problems[0]?.message).toMatch(/^Cannot read .*character \d+\): expected at most 2000 levels, got "\[/);
});
