/** Counts what the captures of one import are made of before they are read: what cannot be read in a minute and 1 GB is refused. */

import { count } from "../../base/terminal/amounts.ts";
import { longestPiece, readingLimits } from "../../captures/limits.ts";
import { quoted } from "../../importers/account/account.ts";
import type { Reading } from "../../importers/contract.ts";
import { importers } from "../../importers/registry.ts";
import { plainPieces } from "../../markdown/plain.ts";
import type { FoundPage, FoundPost } from "../../model/live-page.ts";
import { Refusal } from "../../model/problem.ts";

export interface Allowance {
  /** Counts a capture's text. Throws a Refusal where it alone is too much, a TotalRefusal where all together are. */
  take(file: string, text: string): void;
  /** Counts the words of a capture that was read, before they are written. Throws as `take` does. */
  takeWords(file: string, reading: Reading): void;
  /** Counts a capture that holds posts. Throws a TotalRefusal. */
  addCapture(file: string): void;
}

/** The captures of the import are too much together: none of them is read. */
export class TotalRefusal extends Refusal {}

type Thing = keyof typeof readingLimits;
const nouns: Readonly<Record<Thing, readonly [one: string, several?: string]>> = {
  characters: ["character"],
  lines: ["line"],
  tags: ["tag"],
  text: ["character of text", "characters of text"],
  values: ["value"],
  words: ["character of posts", "characters of posts"],
  captures: ["capture"],
};

/** One for each import. */
export function makeAllowance(): Allowance {
  const total: Record<Thing, number> = { characters: 0, lines: 0, tags: 0, text: 0, values: 0, words: 0, captures: 0 };
  const add = (file: string, thing: Thing, size: number): void => {
    total[thing] += size;
    if (total[thing] > readingLimits[thing].all)
      throw new TotalRefusal([
        problem(
          file,
          `Cannot import so much at once: expected at most ${told(readingLimits[thing].all, thing)} in all captures together`,
          "Import them in several imports, with the same --slug",
        ),
      ]);
  };
  const hold = (file: string, thing: Thing, size: number): void => {
    const { one } = readingLimits[thing];
    if (size > one) throw tooMuch(file, `at most ${told(one, thing)}, got ${told(size, thing)}`);
  };
  return {
    take(file, text) {
      const sizes = sizesOf(text);
      for (const [thing, size] of sizes) hold(file, thing, size);
      // A page of no form that is known is not read: a crawl may hold hundreds.
      if (importers.some(({ recognises }) => recognises(text) > 0))
        for (const [thing, size] of sizes) add(file, thing, size);
    },
    takeWords(file, { page, posts }) {
      let words = 0;
      for (const pieces of [piecesOfPage(page), ...posts.map(piecesOfPost)])
        for (const piece of pieces) {
          words += piece.length;
          if (piece.length > longestPiece)
            throw tooMuch(
              file,
              `at most ${count(longestPiece, "character")} in one paragraph, got ${count(piece.length, "character")} in the one that begins ${quoted(piece.slice(0, 200))}`,
              "Look whether it is a paragraph of the live page; if so, divide it in a copy of the capture, and import that",
            );
        }
      hold(file, "words", words);
      add(file, "words", words);
    },
    addCapture: (file) => add(file, "captures", 1),
  };
}

const told = (size: number, thing: Thing): string => count(size, ...nouns[thing]);

const tooMuch = (file: string, what: string, hint = "Import the pages of the live page one by one"): Refusal =>
  new Refusal([problem(file, `Cannot read the capture: expected ${what}`, hint)]);

const piecesOfPage = ({ title = "", panel, summary = [] }: FoundPage): readonly string[] => [
  title,
  ...panel,
  ...plainPieces(summary),
];

const piecesOfPost = (post: FoundPost): readonly string[] => [
  ...[post.headline, post.subheadline, post.label].flatMap((one) => one ?? []),
  ...post.context,
  ...plainPieces(post.blocks),
];

const problem = (file: string, message: string, hint: string) =>
  ({ severity: "error", file, line: 0, column: 0, message, hint }) as const;

/** What the cost of reading a text grows with, by its form. */
function sizesOf(text: string): readonly (readonly [Thing, number])[] {
  const first = /[^\s\ufeff]/.exec(text)?.[0];
  if (first === "<")
    return [
      ["tags", countOf(text, "<")],
      ["text", textLength(text)],
    ];
  if (first === "{" || first === "[") return [["values", countOf(text, ",")]];
  return [
    ["characters", text.length],
    [
      "lines",
      countOf(text, "\n") +
        countOf(text, "\r") -
        countOf(text, "\r\n") +
        countOf(text, "\u2028") +
        countOf(text, "\u2029"),
    ],
  ];
}

/** How many characters stand between the tags of a page, about. What follows a tag, a comment or a script without an end is counted. */
function textLength(html: string): number {
  const endOfCode = /<\/(?:script|style)/gi;
  let length = 0;
  let from = 0;
  for (let at = html.indexOf("<"); at !== -1; at = html.indexOf("<", Math.max(from, at + 1))) {
    if (!/^<[a-z/!?]/i.test(html.slice(at, at + 2))) continue;
    length += at - from;
    const isComment = html.startsWith("<!--", at);
    const end = isComment ? html.indexOf("-->", at) : endOfTag(html, at);
    if (end === -1) return length + html.length - at;
    from = end + 1;
    if (!/^<(?:script|style)\b/i.test(html.slice(at, at + 8))) continue;
    endOfCode.lastIndex = end;
    const code = endOfCode.exec(html);
    if (code === null) return length + html.length - end;
    from = code.index;
  }
  return length + html.length - from;
}

/** Where a tag ends: not within the value of an attribute. -1 where it does not. */
function endOfTag(html: string, at: number): number {
  const mark = /[>"']/g;
  mark.lastIndex = at;
  for (let found = mark.exec(html); found !== null; found = mark.exec(html)) {
    if (found[0] === ">") return found.index;
    if (!/=\s{0,8}$/.test(html.slice(Math.max(at, found.index - 9), found.index))) continue;
    const close = html.indexOf(found[0], found.index + 1);
    if (close === -1) return -1;
    mark.lastIndex = close + 1;
  }
  return -1;
}

function countOf(text: string, mark: string): number {
  let found = 0;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) found += 1;
  return found;
}
