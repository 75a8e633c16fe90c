/** Every construct, both ways at once; and what a person may write that is printed otherwise. */
import { describe, expect, it } from "vitest";
import { parseBlocks } from "../../src/markdown/parse.ts";
import { printBlocks } from "../../src/markdown/print.ts";
import { printLines } from "../../src/markdown/print-inline.ts";
import type { Block } from "../../src/model/block.ts";
import { br, code, em, link, ol, p, strike, strong, sub, sup, ul, words } from "./same.ts";

const constructs: readonly (readonly [string, string, ...Block[]])[] = [
  ["nothing", ""],
  ["a paragraph", "A line.", p("A line.")],
  ["two paragraphs", "One.\n\nTwo.", p("One."), p("Two.")],
  ["a break", "One\\\ntwo", p("One", br, "two")],
  ["emphasis", "an *odd* word", p("an ", em("odd"), " word")],
  ["strong", "a **big** word", p("a ", strong("big"), " word")],
  ["strong in emphasis", "*a **b** c*", p(em("a ", strong("b"), " c"))],
  ["emphasis in strong", "**a *b* c**", p(strong("a ", em("b"), " c"))],
  ["both at once", "***a***", p(em(strong("a")))],
  ["marks side by side", "*a***b**", p(em("a"), strong("b"))],
  ["strong with a mark of punctuation inside a word", '**"Yes"**&#115;he', p(strong('"Yes"'), "she")],
  ["strike", "~~gone~~", p(strike("gone"))],
  ["sub and sup", "H~2~O, 10 m^2^", p("H", sub("2"), "O, 10 m", sup("2"))],
  ["a run of carets, of which the last opens", "a ^^^b^ ^^", p("a ^^", sup("b"), " ^^")],
  ["a space in sup", "^1&#32;000^", p(sup("1 000"))],
  ["sub in strike", "~~~a~~~", p(strike(sub("a")))],
  ["code", "`a*b`", p(code("a*b"))],
  ["code with a backtick", "``a`b``", p(code("a`b"))],
  ["code between spaces", "`  a  `", p(code(" a "))],
  ["code that is a backtick", "`` ` ``", p(code("`"))],
  ["a link", "[here](https://a.b/c?d=e&f#g)", p(link("https://a.b/c?d=e&f#g", "here"))],
  ["a link with brackets", "[a [b] c](https://a.b/x_(y))", p(link("https://a.b/x_(y)", "a [b] c"))],
  ["a link with one bracket", "[x](<https://a.b/)>)", p(link("https://a.b/)", "x"))],
  ["a link with a strong word", "[a **b**](#p1)", p(link("#p1", "a ", strong("b")))],
  ["a strong word with a link", "**see [a](mailto:a@b.c)**", p(strong("see ", link("mailto:a@b.c", "a")))],
  ["an address that looks like an entity", "[a](https://a.b/?c&amp;copy;)", p(link("https://a.b/?c&copy;", "a"))],
  ["a heading", "### A [sic] heading", { kind: "heading", level: 3, content: words("A [sic] heading") }],
  ["a heading with a hash at its end", "#### In C \\#", { kind: "heading", level: 4, content: words("In C #") }],
  ["a divider", "One\n\n---\n\nTwo", p("One"), { kind: "divider" }, p("Two")],
  ["bullets", "- a\n- b", ul([p("a")], [p("b")])],
  ["numbers", "3. a\n4. b", ol(3, [p("a")], [p("b")])],
  ["a list in a list", "- a\n  - b\n    1. c", ul([p("a"), ul([p("b"), ol(1, [p("c")])])])],
  ["a list whose item has paragraphs", "- a\n\n  b\n\n- c", ul([p("a"), p("b")], [p("c")])],
  ["lists side by side", "- a\n\n* b\n\n- c", ul([p("a")]), ul([p("b")]), ul([p("c")])],
  ["numbered lists side by side", "1. a\n\n1) b", ol(1, [p("a")]), ol(1, [p("b")])],
  ["a divider in a list", "- ___", ul([{ kind: "divider" }])],
  ["ten items", "9. a\n10. b\n\n    c".replace("9. a\n", "9. a\n\n"), ol(9, [p("a")], [p("b"), p("c")])],
  ["a quotation", "> Words.", { kind: "quote", blocks: [p("Words.")] }],
  [
    "a quotation with its speaker",
    "> Words.\n>\n> More.\n>\n> Person: Jo *Farrow*, 15\n> Role: Captain",
    {
      kind: "quote",
      blocks: [p("Words."), p("More.")],
      person: words(["Jo ", em("Farrow"), ", 15"]),
      role: words("Captain"),
    },
  ],
  ["a speaker without words", "> Person: Jo", { kind: "quote", blocks: [], person: words("Jo") }],
  ["words that look like a speaker", "> Person\\: Jo", { kind: "quote", blocks: [p("Person: Jo")] }],
  [
    "a quotation in a quotation",
    "> a\n>\n> > b",
    { kind: "quote", blocks: [p("a"), { kind: "quote", blocks: [p("b")] }] },
  ],
  [
    "a figure",
    '![Two leaders [left, right] at "tea"](media/0358-tea.jpg)\nCaption: They had "in-depth" *talks*\nCredit: AFP "pool" / X',
    {
      kind: "figure",
      file: "0358-tea.jpg",
      alt: 'Two leaders [left, right] at "tea"',
      caption: words(['They had "in-depth" ', em("talks")]),
      credit: words('AFP "pool" / X'),
    },
  ],
  ["an alt text with a backslash", "![a \\ b](media/a.png)", { kind: "figure", file: "a.png", alt: "a \\ b" }],
  ["an alt text with half a bracket", "![a \\] b](media/a.png)", { kind: "figure", file: "a.png", alt: "a ] b" }],
  ["an alt text like an address", "![a\\](b](media/a.png)", { kind: "figure", file: "a.png", alt: "a](b" }],
  ["an alt text like an entity", "![\\&amp; co](media/a.png)", { kind: "figure", file: "a.png", alt: "&amp; co" }],
  ["a video without anything", "::: video\n:::", { kind: "video", blocks: [] }],
  [
    "an embed with everything",
    "::: embed\nCaption: A *post*\nCredit: X\nSource: https://a.b/c\nProvider: Twitter\nAuthor: @a_b\nDate: 5:01 pm\nPoster: media/a.webp\n\nIts text.\n\n- b\n:::",
    {
      kind: "embed",
      caption: words(["A ", em("post")]),
      credit: words("X"),
      source: "https://a.b/c",
      provider: "Twitter",
      author: "@a_b",
      date: "5:01 pm",
      poster: "a.webp",
      blocks: [p("Its text."), ul([p("b")])],
    },
  ],
  [
    "media in media in a list",
    "- ::: map\n\n  ::: chart\n  Caption: c\n  :::\n  :::",
    ul([{ kind: "map", blocks: [{ kind: "chart", caption: words("c"), blocks: [] }] }]),
  ],
  [
    "text that looks like a field, in media",
    "::: map\n\nSource\\: AFP\n:::",
    { kind: "map", blocks: [p("Source: AFP")] },
  ],
  ["text that would be a divider behind the mark of its list", "- one\n\n* \\*\\*", ul([p("one")]), ul([p("**")])],
  ["text that looks like media", "\\::: video", p("::: video")],
  [
    "a table",
    "| Year | Trade |\n| --- | --- |\n| 2023 | $240bn \\| *est.* |\n|  | x |",
    {
      kind: "table",
      head: [words("Year"), words("Trade")],
      rows: [
        [words("2023"), words(["$240bn | ", em("est.")])],
        [[], words("x")],
      ],
    },
  ],
  [
    "a table with columns that stand apart",
    "| a | b | c | d |\n| :--- | :---: | ---: | --- |\n| 1 | 2 | 3 | 4 |",
    {
      kind: "table",
      align: ["left", "center", "right", "none"],
      head: ["a", "b", "c", "d"].map((one) => words(one)),
      rows: [["1", "2", "3", "4"].map((one) => words(one))],
    },
  ],
  ["fenced code", "```\na\n\n  b\n```", { kind: "code", text: "a\n\n  b" }],
  ["fenced code with a fence", "````\n```\n````", { kind: "code", text: "```" }],
];

/** Ordinary text stays ordinary: printed without a backslash. */
const ordinary = [
  'It\'s 3 - 2, "he said" (twice); 50% of £1.5m... really?!',
  "See 1. and 2) in a line, # too, and > and + and = and 5 * 3 * 2",
  "snake_case_words, R&D, AT&T; a & b, <20 or < 30, x > y",
  "[sic] and [left, right], e-mail: a@b.c, https://a.b/c_d?e=f&g",
  "1 is a start, 2024. is not, -5 degrees, +1, #hashtag, >no",
  "Note: Caption: not at the start",
  "~ about, ^ up, a | b, ::, \\ alone, {curly}, @name, $5, !important",
  "Ça va ? Où… “oui” — ‘non’ 👩‍👩‍👧 שלום",
  "No-break\u00a0space\u00a0",
];

/** What opens a block is escaped once, where it stands. */
const escaped: readonly (readonly [string, string])[] = [
  ["# not a heading", "\\# not a heading"],
  ["- not a list", "\\- not a list"],
  ["1. not a list", "1\\. not a list"],
  ["1) not a list", "1\\) not a list"],
  ["> not a quote", "\\> not a quote"],
  ["--- ", "\\---"],
  ["Credit: a line", "Credit\\: a line"],
  ["![a](media/a.jpg)", "!\\[a](media/a.jpg)"],
  ["*not* emphasis", "\\*not\\* emphasis"],
  ["&amp; stays", "\\&amp; stays"],
  ["[a](https://b.c)", "\\[a](https://b.c)"],
  ["[a]: https://b.c", "\\[a]: https://b.c"],
  ["<https://a.b>", "\\<https://a.b>"],
  ["`code` and [more]", "\\`code\\` and [more]"],
];

/** What a person may write, and how it is printed. */
const written: readonly (readonly [string, string, string])[] = [
  ["a soft line break is a space", "One\ntwo", "One two"],
  ["two spaces at a line's end are a break", "One  \ntwo", "One\\\ntwo"],
  ["underscores", "_a_ __b__", "*a* **b**"],
  ["a list with plus signs, loosely", "+ a\n\n+ b", "- a\n- b"],
  ["an autolink", "<https://a.b> <c@d.e>", "[https://a.b](https://a.b) [c@d.e](mailto:c@d.e)"],
  [
    "a reference",
    "[a][b] [b] [c][]\n\n[b]: https://b.c\n[C]: <https://d.e>",
    "[a](https://b.c) [b](https://b.c) [c](https://d.e)",
  ],
  ["an entity", "&copy; 2024 &#8212; x", "© 2024 — x"],
  ["HTML behind backslashes stays text", "\\<b>x\\</b>", "\\<b>x\\</b>"],
  ["a footnote behind backslashes stays text", "A\\[^1]\n\n\\[^1]: Note", "A\\[\\^1]\n\n\\[\\^1]: Note"],
  ["a note in brackets stays text", "[Editor's note]: corrected", "[Editor's note]: corrected"],
  ["four spaces are no code", "    a", "a"],
  ["a line under a text is a divider", "a\n---\nb", "a\n\n---\n\nb"],
  ["equal signs under a text are text", "a\n===", "a ==="],
  ["tildes are no fence", "~~~\na\n~~~", "~~~ a ~~~"],
  ["a mark takes no space in", "** a** *b *c", "** a** *b *c"],
  ["CRLF", "a\r\nb\r\n\r\nc\r\n", "a b\n\nc"],
  ["lazy lines of a quotation", "> a\nb", "> a b"],
  ["a table without outer pipes", "a | b\n-|-\n1 | 2", "| a | b |\n| --- | --- |\n| 1 | 2 |"],
  ["more colons and fewer spaces", ":::video\nCaption:x\n::::", "::: video\nCaption: x\n:::"],
  ["an empty field", "![a](media/a.jpg)\nCaption:\nCredit: x", "![a](media/a.jpg)\nCredit: x"],
  ["empty bullets", "-\n- a\n-", "- a"],
  ["an upper-case scheme", "[a](HTTPS://A.b/c d)".replace(" d", "%20d"), "[a](https://A.b/c%20d)"],
];

describe("parseBlocks and printBlocks", () => {
  const named = constructs.map(([name, markdown, ...blocks]) => ({ name, markdown, blocks }));
  it.each(named)("agree on $name", ({ markdown, blocks }) => {
    const { blocks: read, problems } = parseBlocks(markdown);
    expect(problems).toEqual([]);
    expect(read).toEqual(blocks);
    expect(printBlocks(blocks)).toBe(markdown === "" ? "" : `${markdown}\n`);
  });

  it.each(ordinary)("leave ordinary text as it is: %s", (text) => {
    expect(printBlocks([p(text)])).toBe(`${text}\n`);
    expect(parseBlocks(text).blocks).toEqual([p(text)]);
  });

  it.each(escaped)("escape what is active: %s", (text, markdown) => {
    expect(printBlocks([p(text)])).toBe(`${markdown}\n`);
    expect(parseBlocks(markdown).blocks).toEqual([p(text.trim())]);
  });

  it.each(written)("settle what a person writes: %s", (_, markdown, printed) => {
    const { blocks, problems } = parseBlocks(markdown);
    expect(problems).toEqual([]);
    expect(printBlocks(blocks)).toBe(`${printed}\n`);
  });
});

describe("a very long line", () => {
  it("of stars alone is printed, and reads back the same", () => {
    const block = p("*".repeat(400_000));
    const isSame = JSON.stringify(parseBlocks(printBlocks([block])).blocks) === JSON.stringify([block]);
    expect(isSame).toBe(true);
  });

  it.for(process.env.AFTERLIVE_LONG ? ["*", "* ", "- "] : ["*"])(
    "of %j alone needs no room that grows with it to be told from a divider",
    (mark) => {
      const text = mark.repeat(9_000_000 / mark.length);
      expect(printLines([{ kind: "text", text }], () => true).slice(0, 1)).toBe("\\");
    },
  );
});
