/** What is read without the parser is what the parser reads, in the same form to the byte. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseBlocks, parseByGrammar } from "../../../src/markdown/parse.ts";
import { printBlocks } from "../../../src/markdown/print.ts";
import { readSimple } from "../../../src/markdown/read/simple.ts";
import { blocks, document, runs, text } from "../arbitraries.ts";

/** Pieces that the simple reader takes, and pieces that look like them. */
const pieces = [
  "a",
  "It’s 5 < 6, a_b;",
  "words ",
  " ",
  "\n",
  "\n\n",
  "\n\n- ",
  "\n- ",
  "\n\n> ",
  "\n> ",
  "- ",
  "> ",
  "[words](https://example.org/a-b_c?d=e#f)",
  "[words](https://example.org)",
  "[](https://a.b)",
  "[a b](http://a.b/*c*)",
  "[a [b](https://a.b)",
  "](https://a.b)",
  "](",
  "]: ",
  "[a]",
  "[a]: https://a.b",
  "!",
  "**bold**",
  "**bold words**",
  "** bold**",
  " **b**",
  "**b**,",
  "*stressed words*",
  "*‘So,’ it said.* ",
  " **(Both.)**;",
  "**A.**, *b!*",
  "**",
  "*",
  "_",
  "`",
  "~",
  "^",
  "\\",
  "&amp;",
  "<b>",
  "|",
  "|-|",
  "---",
  "===",
  "# ",
  "1. ",
  ":::",
  "Person: ",
  "Caption: words",
  "Credit: words",
  "\nCaption: words *and* more",
  "\nCredit: [words](https://a.b)",
  "![what is seen](media/a.jpg)",
  "![a & b](media/a.jpg)",
  "![](media/a.jpg)",
  "![what](media/a.jpg 'x')",
  "![what](https://a.b/c.jpg)",
  "\u00a0",
  "\t",
  "\u2028",
  "\u0085",
  "  ",
  "é",
  "😀",
];

const piece = fc.constantFrom(...pieces);
const nearly = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(""));

/** Simple documents, and what becomes of them where somebody strikes a key in the middle. */
const line = fc
  .array(
    fc.constantFrom(
      "words",
      "It’s 5 < 6,",
      "a_b",
      "[words](https://a.b/c-d?e=f)",
      "**bold words**",
      "**b**.",
      "*‘Yes.’*",
      "*a*;",
      "é😀",
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(" "));
const chunk = fc.oneof(
  line,
  line.map((words) => `> ${words}`),
  fc.array(line, { minLength: 1, maxLength: 3 }).map((items) => items.map((words) => `- ${words}`).join("\n")),
  fc.tuple(line, line).map(([caption, credit]) => `![seen](media/a.jpg)\nCaption: ${caption}\nCredit: ${credit}`),
  fc.constantFrom("![a hall, seen from above](media/a.png)", "![é](media/b-2.webp)\nCredit: A person"),
);
const simple = fc.array(chunk, { maxLength: 4 }).map((chunks) => chunks.join("\n\n"));
const struck = fc.tuple(simple, piece, fc.nat(), fc.nat(3)).map(([markdown, key, at, gone]) => {
  const place = at % (markdown.length + 1);
  return markdown.slice(0, place) + key + markdown.slice(place + gone);
});

const agree = (markdown: string): void => {
  const simple = readSimple(markdown);
  if (simple === undefined) return;
  const { blocks: read, problems } = parseByGrammar(markdown);
  expect(JSON.stringify(simple)).toBe(JSON.stringify(read));
  expect(problems).toEqual([]);
};

describe("readSimple gives what the parser gives, or nothing", () => {
  it("for simple documents, all of which it reads but for lists side by side", () => {
    fc.assert(
      fc.property(simple, (markdown) => {
        agree(markdown);
        if (!/^- .*\n\n- /m.test(markdown)) expect(readSimple(markdown)).toBeDefined();
      }),
      runs(),
    );
  });

  it("for those that are no longer simple in one place", () => {
    fc.assert(fc.property(struck, agree), runs(3000));
  });

  it("for pieces in any order", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          nearly,
          fc.array(nearly, { maxLength: 5 }).map((parts) => parts.join("\n\n")),
        ),
        agree,
      ),
      runs(3000),
    );
  });

  it("for any text, and for whatever is printed", () => {
    fc.assert(fc.property(fc.oneof(text, document, blocks.map(printBlocks)), agree), runs(300));
  });
});

describe("readSimple reads", () => {
  const written = [
    "A plain line; with 5 < 6 and a_b in it.",
    "> A quotation of one line.",
    "- One item\n- Another, [linked](https://example.org/a?b=c#d)",
    "Words with a [link of words](https://www.example.org/news/a-b_c) and more **bold words**, at last.",
    "![Three people at a table](media/table.jpg)\nCaption: The table\nCredit: A person",
  ];

  it.each(written)("%s", (markdown) => {
    expect(readSimple(markdown)).toHaveLength(1);
    agree(markdown);
  });

  it("all of them together, blank lines about them", () => {
    const markdown = `\n${written.join("\n\n\n")}\n\n`;
    expect(readSimple(markdown)).toHaveLength(written.length);
    agree(markdown);
    expect(parseBlocks(markdown).blocks).toEqual(parseByGrammar(markdown).blocks);
  });

  it.each([
    "A line\nand another",
    "- One\n\n- Two",
    "> Words\n> Person: A",
    "**",
    "[a]: https://a.b",
    "### A heading",
    "![](media/a.jpg)",
    "Person: somebody",
    "a\u0000b",
    " words",
  ])("nothing of %j", (markdown) => {
    expect(readSimple(markdown)).toBeUndefined();
  });
});
