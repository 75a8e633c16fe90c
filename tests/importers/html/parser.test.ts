import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parse, parseFragment as plainFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { isCompared, parseDocument, parseFragment } from "../../../src/importers/html/parser.ts";

/** All that a tree says, without the ways back up. */
const outline = (tree: DefaultTreeAdapterTypes.Node): string =>
  JSON.stringify(tree, (key, value) => (key === "parentNode" ? undefined : value));

const pieces = [
  ...'<p>,</p>,<b>,</b>,<i class="x y">,</i>,<a href="/a?b&amp;c&d" title=\'t\'>,</a>,<table>,<tr>,<td>,</td>,</table>,<caption>,<select>,<option>,<colgroup>'.split(
    ",",
  ),
  ..."<svg>,<title>,</title>,<math><mi>,</svg>,<![CDATA[ x ]]>,<!-- a - b -->,<script>,</script>,<style>,</style>,<textarea>,</textarea>,<pre>,</pre>".split(
    ",",
  ),
  ...'<template>,</template>,<html lang="en">,<head>,</head>,<body>,</body>,</html>,<frameset>,<frame>,<noscript>,<plaintext>,<!doctype html>,<br/>,<x y="'.split(
    ",",
  ),
  ...' ,\n,\r\n,\r,\t,\f,\0,&,&amp;,&lt;,&notit;,&#0;,&#x1F600;,<,>,",a,word,two words,a  b ,\u{1F600},\ud800,\udc00,\ufeff,é,1 < 2 & 3,<!--,-->,<!-- <script>'.split(
    ",",
  ),
];
const page = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join("").toWellFormed());

describe("parseDocument and parseFragment", () => {
  it("are compared here with the version of parse5 that is installed: after an update, run this test and raise `comparedVersion`", () => {
    expect(isCompared).toBe(true);
  });

  it("give the tree that parse5 gives, of whatever is taken for HTML", () => {
    fc.assert(
      fc.property(page, (html) => {
        expect(outline(parseDocument(html))).toBe(outline(parse(html)));
        expect(outline(parseFragment(html))).toBe(outline(plainFragment(html)));
      }),
      { numRuns: 3_000 },
    );
  });

  it("give the tree that parse5 gives, of the body of a page", () => {
    fc.assert(
      fc.property(page, (html) => {
        const whole = `<!doctype html><body><main>${html}`;
        expect(outline(parseDocument(whole))).toBe(outline(parse(whole)));
      }),
      { numRuns: 3_000 },
    );
  });

  it("read halves of characters, on which parse5 throws", () => {
    expect(() => parse("\udc00\udc00")).toThrow(RangeError);
    expect(outline(parseFragment("\udc00\udc00"))).toContain("\ufffd\ufffd");
  });

  it("give the tree that parse5 gives, of every saved page of the fixtures", () => {
    const folder = path.join(import.meta.dirname, "../../fixtures");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
    expect(files.length).toBeGreaterThan(3);
    for (const name of files) {
      const html = readFileSync(path.join(folder, name), "utf8");
      expect(outline(parseDocument(html)), name).toBe(outline(parse(html)));
    }
  });
});
