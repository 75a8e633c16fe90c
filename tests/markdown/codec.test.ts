/** The laws of the codec: nothing that is written is lost, and what is read is canonical. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseBlocks, normaliseInline } from "../../src/markdown/normalise.ts";
import { parseBlocks, parseInline } from "../../src/markdown/parse.ts";
import { printBlocks, printInline } from "../../src/markdown/print.ts";
import { blocks, document, inline, runs, text } from "./arbitraries.ts";

describe("printBlocks and parseBlocks", () => {
  it("give back the normal form of any blocks, without a problem", () => {
    fc.assert(
      fc.property(blocks, (value) => {
        const { blocks: read, problems } = parseBlocks(printBlocks(value));
        expect(read).toEqual(normaliseBlocks(value));
        expect(problems.filter((problem) => !problem.message.includes("has no description"))).toEqual([]);
      }),
      runs(),
    );
  });

  it("give back printed Markdown to the byte", () => {
    fc.assert(
      fc.property(blocks, (value) => {
        const printed = printBlocks(value);
        expect(printBlocks(parseBlocks(printed).blocks)).toBe(printed);
      }),
      runs(100),
    );
  });

  it("settle any text after one printing", () => {
    fc.assert(
      fc.property(document, (markdown) => {
        const printed = printBlocks(parseBlocks(markdown).blocks);
        expect(printBlocks(parseBlocks(printed).blocks)).toBe(printed);
      }),
      runs(),
    );
  });

  it("print the same of blocks that were just read and of others that equal them", () => {
    const written = fc.oneof(
      document,
      blocks.map(printBlocks),
      document.map((text) => text.replaceAll("\n", "\n\n")),
    );
    fc.assert(
      fc.property(written, (markdown) => {
        const { blocks: read } = parseBlocks(markdown);
        expect(printBlocks(read)).toBe(printBlocks(structuredClone(read)));
      }),
      runs(),
    );
  });

  it("keep a paragraph of any one text", () => {
    fc.assert(
      fc.property(text, (words) => {
        const value = [{ kind: "paragraph" as const, content: [{ kind: "text" as const, text: words }] }];
        expect(parseBlocks(printBlocks(value)).blocks).toEqual(normaliseBlocks(value));
      }),
      runs(),
    );
  });
});

describe("printInline and parseInline", () => {
  it("give back the normal form of any content on one line", () => {
    fc.assert(
      fc.property(inline, (content) => {
        const line = printInline(content);
        expect(line).not.toContain("\n");
        expect(parseInline(line)).toEqual(normaliseInline(content));
      }),
      runs(),
    );
  });
});

describe("normaliseBlocks", () => {
  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(blocks, (value) => {
        const normal = normaliseBlocks(value);
        expect(normaliseBlocks(normal)).toEqual(normal);
      }),
      runs(),
    );
  });

  it("changes nothing that was read", () => {
    fc.assert(
      fc.property(document, (markdown) => {
        const { blocks: read } = parseBlocks(markdown);
        expect(normaliseBlocks(read)).toEqual(read);
      }),
      runs(100),
    );
  });
});
