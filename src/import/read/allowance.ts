/** Counts what the captures of one import hold, and refuses what cannot be read within a minute and 1 GB. */

import { count } from "../../base/terminal/amounts.ts";
import { longestPiece, readingLimits } from "../../captures/limits.ts";
import { quoted } from "../../importers/account/account.ts";
import type { Reading } from "../../importers/contract.ts";
import { importers } from "../../importers/registry.ts";
import { plainPieces } from "../../markdown/plain.ts";
import type { FoundPage, FoundPost } from "../../model/live-page.ts";
import { fileProblem, Refusal } from "../../model/problem.ts";
import { type Measure, sizesOf } from "./sizes.ts";

export interface Allowance {
  /** Counts a capture's text. Throws a Refusal where this text is too much, a TotalRefusal where all texts together are. */
  take(file: string, text: string): void;
  /** Counts the words of a capture after it is read and before they are written. Throws as `take` does. */
  takeWords(file: string, reading: Reading): void;
  /** Counts a capture that holds posts. Throws a TotalRefusal. */
  addCapture(file: string): void;
}

/** The captures of an import are too much together: none of them is imported. */
export class TotalRefusal extends Refusal {}

const nouns: Readonly<Record<Measure, readonly [one: string, several?: string]>> = {
  characters: ["character"],
  lines: ["line"],
  tags: ["tag"],
  text: ["character of text", "characters of text"],
  values: ["value"],
  words: ["character of posts", "characters of posts"],
  captures: ["capture"],
};

/** Each import has its own. */
export function makeAllowance(): Allowance {
  const total: Record<Measure, number> = {
    characters: 0,
    lines: 0,
    tags: 0,
    text: 0,
    values: 0,
    words: 0,
    captures: 0,
  };
  const add = (file: string, measure: Measure, size: number): void => {
    total[measure] += size;
    if (total[measure] > readingLimits[measure].all)
      throw new TotalRefusal([
        fileProblem(
          file,
          `Cannot import so much at once: expected at most ${told(readingLimits[measure].all, measure)} in all captures together`,
          "Import them in several imports, with the same --slug",
        ),
      ]);
  };
  const hold = (file: string, measure: Measure, size: number): void => {
    const { one } = readingLimits[measure];
    if (size > one) throw tooMuch(file, `at most ${told(one, measure)}, got ${told(size, measure)}`);
  };
  return {
    take(file, text) {
      const sizes = sizesOf(text);
      for (const [measure, size] of sizes) hold(file, measure, size);
      // A page of an unknown form costs nomeasure: it is not read. A crawl may hold hundreds of them.
      if (importers.some(({ recognises }) => recognises(text) > 0))
        for (const [measure, size] of sizes) add(file, measure, size);
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

const told = (size: number, measure: Measure): string => count(size, ...nouns[measure]);

const tooMuch = (file: string, what: string, hint = "Import the pages of the live page one by one"): Refusal =>
  new Refusal([fileProblem(file, `Cannot read the capture: expected ${what}`, hint)]);

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
