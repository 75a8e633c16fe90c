/** Reading is total and linear: no text makes it throw, recurse without end or take the square of its time. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPlain } from "../../src/markdown/escape.ts";
import { deepest, normaliseInline } from "../../src/markdown/normalise.ts";
import { parseBlocks, parseInline } from "../../src/markdown/parse.ts";
import { printBlocks } from "../../src/markdown/print.ts";
import type { Block } from "../../src/model/block.ts";
import { document, runs, text } from "./arbitraries.ts";
import { p } from "./same.ts";

/** Said a hundred thousand characters long, each of these once took the square of its length or more stack than there is. */
const relentless = [
  ">", "> \n", "[", "![", "*", "*a ", "**a *b ", "_a ", "`", "`a``b```c", "- ", "- a\n", "- a\n  ", "1. ", "1. a\n",
  "[a](", "[a](b", "[a](<b", '[a](b "c', "[a](javascript:x) ", "[a][b]", '[a](https://x "t") ', "~a", "~~a ", "~~~a", "^a ^b~c",
  "<", "<a:", "&", "&#", "::: video\n", ":::\n", "::: foo\n", "- ::: video\n", "> ::: video\n", "| a ", "| a | b |\n|---|---|\n",
  "a|b\n-|-\n", "[a]: https://x\n", "[a\n", "[a]: b\n", "```\n", "---\n", "# a\n", " ", "\t", "a  ", "\\", "\\\n", "a\\\n",
  "![a](media/x.jpg)\n", "Caption: a\n", "Caption: a\n\n", "> Person: a\n", "*a **b ", "[*_~^`<&!", "![[^~~*", "> - ", "- > ",
  "> a\nb\n", "![\\]", "***a** ", "x", "\ud800", "\u00a0", "\n", " **a", "[a](https://x) ", "**a** ", "[a](https://x",
  "<!-- ", "<!--\n", "<!-- a\n\n", "<!-- -->", "> <!--\n", "- <!--\n", "[[", "[[a]] ", "[^a] ", "<b ", "<b> ",
]; // biome-ignore format: one line for many

describe("parseBlocks", () => {
  it("never throws, and places every problem in the text", () => {
    fc.assert(
      fc.property(fc.oneof(document, text, fc.string({ unit: "binary" })), (markdown) => {
        const lines = markdown.split(/\r\n?|\n/);
        for (const { line, column, hint } of parseBlocks(markdown, { file: "a.md", line: 5 }).problems) {
          expect(line - 5).toBeGreaterThanOrEqual(0);
          expect(line - 5).toBeLessThan(lines.length);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual(Math.max((lines[line - 5] ?? "").length, 1));
          expect(hint).toBeTruthy();
        }
      }),
      runs(),
    );
  });

  it("places a problem in a row of too many cells within its line", () => {
    const { problems } = parseBlocks("| a |\n|-|\na|</b>");
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [3, 1],
      [3, 5],
    ]);
    const long = parseBlocks("| a |\n|-|\na|b|c|</b>").problems.at(-1);
    expect(long?.column).toBeLessThanOrEqual("a|b|c|</b>".length);
  });

  it("leaves comments out, between blocks and inside a line, and gives them beside the blocks", () => {
    const read = (markdown: string) => {
      const { blocks, comments, problems } = parseBlocks(markdown);
      expect(problems).toEqual([]);
      return [blocks, comments];
    };
    const note = "<!-- ask Ida\n\n- before *noon* -->";
    expect(read(`One\n${note}\nTwo`)).toEqual([[p("One"), p("Two")], [note]]);
    expect(read("One <!-- two --> three")).toEqual([[p("One three")], ["<!-- two -->"]]);
    expect(read(`> One\n> ${note.replaceAll("\n", "\n> ")}\n\nTwo`)).toEqual([
      [{ kind: "quote", blocks: [p("One")] }, p("Two")],
      [note],
    ]);
    expect(read("<!---->")).toEqual([[], ["<!---->"]]);
    expect(read("```\n<!-- code -->\n```")).toEqual([[{ kind: "code", text: "<!-- code -->" }], undefined]);
  });

  it("takes the square of its time for no comments that end in one line", () => {
    const start = performance.now();
    parseBlocks(`${"<!--\n".repeat(50_000)}--> x`);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it("reads 100,000 line ends between two words", () => {
    const { blocks } = parseBlocks(`a${"\n".repeat(100_000)}b`);
    expect(blocks).toHaveLength(2);
    expect(printBlocks(blocks)).toBe("a\n\nb\n");
  });

  const length = process.env.AFTERLIVE_LONG ? 100_000 : 30_000;
  it.each(relentless)(`reads ${length} characters of %j`, (seed) => {
    const markdown = seed.repeat(Math.ceil(length / seed.length));
    expect(Array.isArray(parseBlocks(markdown).blocks)).toBe(true);
  });

  it("reads lists and quotations as deep as the limit, and keeps the words of deeper ones", () => {
    const nested = (depth: number): Block => (depth === 0 ? p("a") : { kind: "quote", blocks: [nested(depth - 1)] });
    expect(parseBlocks(`${"> ".repeat(deepest)}a`).blocks).toEqual([nested(deepest)]);
    expect(parseBlocks(printBlocks([nested(deepest + 50)]))).toEqual({ blocks: [nested(deepest)], problems: [] });
  });
});

describe("parseInline", () => {
  it("reads one line, whatever is in it", () => {
    expect(parseInline("  a\n*b* \r\n")).toEqual(parseInline("a *b*"));
    fc.assert(
      fc.property(text, (markdown) => {
        const content = parseInline(markdown);
        expect(normaliseInline(content)).toEqual(content);
      }),
      runs(),
    );
  });
});

describe("isPlain", () => {
  it("holds only for text that the parser reads as itself", () => {
    fc.assert(
      fc.property(text, (words) => {
        fc.pre(isPlain(words));
        // The escape at the end takes the short way round the parser from it.
        const [content] = parseInline(`${words}\\*`);
        expect(normaliseInline([{ kind: "text", text: `${words}*` }])).toEqual([content]);
      }),
      runs(),
    );
  });
});
