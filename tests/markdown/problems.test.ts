/** Every message, with its place and its hint; and what becomes of the words. */
import { describe, expect, it } from "vitest";
import { deepest, deepestMedia } from "../../src/markdown/normalise.ts";
import { parseBlocks } from "../../src/markdown/parse.ts";
import { plainBlocks } from "../../src/markdown/plain.ts";
import * as catalogue from "../../src/markdown/problems.ts";
import { formatProblem } from "../../src/model/problem.ts";

/** A body that begins on line 7 of its file, what is said of it, and its words afterwards. */
const cases: readonly (readonly [keyof typeof catalogue, string, string, string])[] = [
  [
    "unclosedComment",
    "A.\n\n<!-- ask Ida\n\nB.",
    'a.md:9:1  Cannot find the end of the comment that begins with "<!--"\n    Write --> behind its last word, or \\<!-- if it is text',
    "A.\n<!-- ask Ida\nB.",
  ],
  [
    "printedHtml",
    "One<br>two &lt;b&gt; \\<i> `<u>` <3 <Ana>",
    'a.md:7:4  warning: The page will show "<br>" as text: HTML is not read here\n    Write it as Markdown, or put a backslash before it if it is text',
    "One<br>two <b> <i> <u> <3 <Ana>",
  ],
  [
    "printedWikiLink",
    "See [[Ferry parade]] and [x].",
    'a.md:7:5  warning: The page will show "[[Ferry parade]]" as text: it is no link here\n    Write [words](#id-of-a-post) or [words](https://...), or put a backslash before it if it is text',
    "See [[Ferry parade]] and [x].",
  ],
  [
    "printedWikiLink",
    "![[Pasted image 1.png]]",
    'a.md:7:2  warning: The page will show "![[Pasted image 1.png]]" as text: it is no link here\n    Write ![What can be seen](media/name.jpg) on a line of its own, or put a backslash before it if it is text',
    "![[Pasted image 1.png]]",
  ],
  [
    "printedFootnote",
    "A word[^1].",
    'a.md:7:7  warning: The page will show "[^1]" as text: there are no footnotes here\n    Say it in the text, or put a backslash before it if it is text',
    "A word[^1].",
  ],
  [
    "foreignPicture",
    "A.\n\n![x](https://other/host.jpg)",
    'a.md:9:1  Cannot use the picture "https://other/host.jpg": pictures live in media/\n    Save it in the media folder of this live page and write media/host.jpg',
    "A.\n![x](https://other/host.jpg)",
  ],
  [
    "foreignPicture",
    "![x](media/../../etc/passwd)\nCaption: c",
    'a.md:7:1  Cannot use the picture "media/../../etc/passwd": pictures live in media/\n    Save it in the media folder of this live page and write media/name.jpg',
    "![x](media/../../etc/passwd) Caption: c",
  ],
  [
    "foreignPicture",
    "![x](media/a%5Cb.jpg)",
    'a.md:7:1  Cannot use the picture "media/a%5Cb.jpg": expected a name without a dot in front, backslashes and control characters\n    Rename it in the media folder of this live page and write media/a-b.jpg',
    "![x](media/a%5Cb.jpg)",
  ],
  [
    "titledPicture",
    '![x](media/a.jpg "Tea")',
    'a.md:7:1  Cannot use the picture "media/a.jpg": a picture has no title in quotation marks\n    Write "Caption: ..." on the line below the picture instead',
    '![x](media/a.jpg "Tea")',
  ],
  [
    "inlinePicture",
    "One\n  two ![x](media/a.jpg) three",
    'a.md:8:7  Cannot use the picture "media/a.jpg" inside a line of text\n    Put it on a line of its own between blank lines, with "Caption: ..." and "Credit: ..." on the lines below it',
    "One two ![x](media/a.jpg) three",
  ],
  [
    "unknownAlt",
    "![](media/a.jpg)",
    'a.md:7:1  warning: The picture "media/a.jpg" has no description\n    Write between the square brackets what can be seen, for readers who cannot see it',
    "",
  ],
  [
    "underPicture",
    "![x](media/a.jpg)\nCaption: c\nfor *you*",
    'a.md:9:1  Cannot read "for *you*" under a picture: expected "Caption: ..." or "Credit: ...", each once and on one line\n    Put text that belongs to the post after a blank line',
    "x\nc\nfor you",
  ],
  [
    "badLink",
    "- a\n- See [this](javascript:alert(1)).",
    'a.md:8:7  Cannot link to "javascript:alert(1)": links are http, https, mailto or #anchor\n    Write the whole address, such as https://example.org/page, or put a backslash before the first bracket',
    "a\nSee [this](javascript:alert(1)).",
  ],
  [
    "badLink",
    "<tel:+441234>",
    'a.md:7:1  Cannot link to "tel:+441234": links are http, https, mailto or #anchor\n    Write the whole address, such as https://example.org/page, or put a backslash before the first bracket',
    "<tel:+441234>",
  ],
  [
    "droppedTitle",
    '> [a](https://b.c "Tea")',
    'a.md:7:3  warning: Dropped the title "Tea" of a link\n    Say it in the text: links have no titles',
    "a",
  ],
  [
    "emptyLink",
    "a [](https://b.c) b",
    'a.md:7:3  warning: Dropped the link to "https://b.c": it has no words\n    Write between the square brackets what it leads to',
    "a b",
  ],
  [
    "unusedAddress",
    "a\n\n[Tea]: https://b.c",
    'a.md:9:1  warning: Dropped the address of "Tea": no text links to it\n    Link to it with [words][label], or delete the line',
    "a",
  ],
  [
    "repeatedAddress",
    "[Tea]\n\n[Tea]: https://b.c\n[tea]: https://d.e",
    'a.md:10:1  warning: Dropped a second address of "tea"\n    Give each address a label of its own',
    "Tea",
  ],
  [
    "highHeading",
    "a\n## Tea",
    "a.md:8:1  warning: A heading of level 2 is read as level 3: levels 1 and 2 belong to the page and the post\n    Write ### instead of ##",
    "a\nTea",
  ],
  [
    "unknownKind",
    "::: vidoe\na\n:::\nb",
    'a.md:7:1  Cannot read "::: vidoe": expected video, audio, embed, map or chart\n    Write one of these words alone after :::, or \\::: if it is text',
    "::: vidoe\na\nb",
  ],
  [
    "unclosed",
    "- a\n\n  ::: video\n  Caption: c\n\n  b\n\nd",
    'a.md:9:3  Cannot find the end of "::: video"\n    Write ::: on a line of its own after its last line',
    "a\nc\nb\nd",
  ],
  [
    "strayEnd",
    "a\n:::",
    'a.md:8:1  Cannot read ":::": no block is open here\n    Delete it, or write \\::: if it is text',
    "a\n:::",
  ],
  [
    "unknownField",
    "::: video\nCaption: c\nCaptoin: d\n\ne\n:::",
    'a.md:9:1  Cannot read "Captoin: d" in "::: video": expected Caption, Credit, Source, Provider, Author, Date or Poster, each once and on one line\n    Leave a blank line between the fields and the text',
    "c\nCaptoin: d\ne",
  ],
  [
    "badSource",
    "::: embed\nSource: twitter.com/a\n:::",
    'a.md:8:9  Cannot read "Source": expected an http or https address, got "twitter.com/a"\n    Write the whole address, such as https://example.org/page',
    "twitter.com/a",
  ],
  [
    "badPoster",
    "::: embed\nPoster: still.jpg\n:::",
    'a.md:8:9  Cannot read "Poster": expected a picture in media/, got "still.jpg"\n    Save it in the media folder of this live page and write media/still.jpg',
    "still.jpg",
  ],
  [
    "loneField",
    "![x](media/a.jpg)\n\nCaption: c",
    'a.md:9:1  warning: "Caption:" stands at the start of a paragraph and is read as text\n    Put the line directly under what it belongs to, or write Caption\\: if it is text',
    "x\nCaption: c",
  ],
  [
    "afterQuote",
    "> a\n>\n> Person: b\n> Rule: c",
    'a.md:10:3  Cannot read "Rule: c" at the end of a quotation: expected "Person: ..." or "Role: ...", each once and on one line\n    Put text that belongs to the quotation above them, with an empty > line between',
    "a\nRule: c\nb",
  ],
  [
    "tooDeep",
    `${"> ".repeat(deepest + 1)}a`,
    "a.md:7:1  Cannot read a quotation here: it stands too deep inside others and is read as text\n    Take it out of what is around it",
    "> a",
  ],
  [
    "tooDeep",
    `${"::: map\n".repeat(deepestMedia + 1)}a\n${":::\n".repeat(deepestMedia + 1)}`,
    "a.md:11:1  Cannot read a ::: block here: it stands too deep inside others and is read as text\n    Take it out of what is around it",
    "::: map\na",
  ],
  [
    "wideRow",
    "> | a | b |\n> |---|---|\n> | 1 | 2 | 3 |",
    "a.md:9:3  Cannot read the table row: 3 cells, but the head has 2\n    Write as many cells as the head has; a | inside a cell is written \\|",
    "a\nb\n1\n2 | 3",
  ],
  [
    "fenceWords",
    "```js\nx\n```",
    'a.md:7:4  warning: Dropped "js" after the fence: code has no language here\n    Delete it, or put it in the code',
    "x",
  ],
  [
    "unclosedFence",
    "a\n\n```\nx",
    'a.md:9:1  Cannot find the end of the code that begins with "```"\n    Write ``` on a line of its own after its last line',
    "a\nx",
  ],
  [
    "unshowableCharacter",
    "a\nb\u0007",
    "a.md:8:2  warning: Replaced a character that no page can show, U+0007\n    Delete it: it is a control character or half of one",
    "a b\ufffd",
  ],
];

describe("parseBlocks", () => {
  it.each(cases)("says %s: %j", (_, markdown, said, words) => {
    const { blocks, problems } = parseBlocks(markdown, { file: "a.md", line: 7 });
    expect(problems.map(formatProblem).join("\n")).toBe(said);
    expect(plainBlocks(blocks)).toBe(words);
  });

  it("has a case for every message of the catalogue", () => {
    expect(new Set(cases.map(([name]) => name))).toEqual(new Set(Object.keys(catalogue)));
  });

  it("shortens what it quotes", () => {
    const [problem] = parseBlocks(`[a](${"b".repeat(500)})`).problems;
    expect(problem?.message).toContain(`${"b".repeat(79)}…"`);
  });

  it("names every mistake of a body, in order", () => {
    const { problems } = parseBlocks("# a\n\n[b](c) [d](e)\n\n::: f\n", { file: "a.md", line: 3 });
    expect(problems.map(({ line, column }) => `${line}:${column}`)).toEqual(["3:1", "5:1", "5:8", "7:1", "7:1"]);
  });
});
