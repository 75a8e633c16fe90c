import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { describe, expect, it } from "vitest";
import { deepestTags } from "../../../src/importers/html/depth.ts";
import { type HtmlNode, wordsOf } from "../../../src/importers/html/inline.ts";
import { isFlattened, parseDocument, parseFragment } from "../../../src/importers/html/parser.ts";

const words = (tree: { readonly childNodes: readonly HtmlNode[] }): string =>
  wordsOf(tree.childNodes).replace(/\s+/g, "");

function depthOf(tree: DefaultTreeAdapterTypes.ParentNode): number {
  let level: readonly DefaultTreeAdapterTypes.ParentNode[] = [tree];
  let depth = 0;
  for (; level.length > 0; depth += 1)
    level = level.flatMap(({ childNodes }) => childNodes.flatMap((child) => ("childNodes" in child ? [child] : [])));
  return depth;
}

const tag = fc.constantFrom(
  "div",
  "p",
  "b",
  "i",
  "a",
  "font",
  "span",
  "ul",
  "li",
  "blockquote",
  "svg",
  "g",
  "x-y",
  "section",
);
/** Runs of one tag, opened and closed at will, with words between them. */
const runs = fc.array(
  fc.tuple(tag, fc.constantFrom(1, 3, 90, 300), fc.boolean(), fc.constantFrom("", "word ", "<br>", "<img alt=x>")),
  { maxLength: 8 },
);

describe("the depth of a tree", () => {
  it("is bounded, and no word is lost", () => {
    fc.assert(
      fc.property(runs, (parts) => {
        const html = parts.map(([name, times, opens, inside]) =>
          opens ? `<${name}>${inside}`.repeat(times) : `</${name}>`.repeat(times),
        );
        const text = `<!doctype html>${html.join("")}end`;
        const tree = parseDocument(text);
        expect(depthOf(tree)).toBeLessThan(deepestTags + 40);
        expect(words(tree)).toBe(words(parse(text)));
        expect(words(parseFragment(text))).toBe(words(tree));
      }),
      { numRuns: 100 },
    );
  });

  it("is that of the page where the page is not deep", () => {
    const tree = parseDocument(`${"<div><p>".repeat(90)}word`);
    expect(isFlattened(tree)).toBe(false);
    expect(isFlattened(parseDocument(`${"<div><ul>".repeat(150)}word`))).toBe(true);
  });

  it("goes back to that of the page behind what was too deep", () => {
    const deep = `<main><article id="a">${"<div>x".repeat(500)}${"</div>".repeat(500)}</article><article id="b">y</article></main>`;
    const html = parseDocument(deep).childNodes[0] as DefaultTreeAdapterTypes.Element;
    const main = (html.childNodes[1] as DefaultTreeAdapterTypes.Element)
      .childNodes[0] as DefaultTreeAdapterTypes.Element;
    expect(main.childNodes.map((node) => ("attrs" in node ? node.attrs[0]?.value : node.nodeName))).toEqual(["a", "b"]);
  });

  it("parts words where a block was left out, and not where a mark was", () => {
    const tree = parseDocument(`${"<div>".repeat(400)}a<p>b</p>c<b>d</b>e`);
    expect(wordsOf(tree.childNodes).trim().replace(/\s+/g, " ")).toBe("a b cde");
  });
});

describe("attributes", () => {
  it("of many names are each there once, with their first value", () => {
    const names = Array.from({ length: 100 }, (_, index) => `a${index % 60}=${index}`).join(" ");
    const html = parseDocument(`<html ${names}><html ${names} z=1>`).childNodes[0] as DefaultTreeAdapterTypes.Element;
    expect(html.attrs.map(({ name, value }) => `${name}=${value}`)).toEqual([
      ...Array.from({ length: 60 }, (_, index) => `a${index}=${index}`),
      "z=1",
    ]);
  });
});
