/** Counts what the captures of one import are made of before they are read: what cannot be read in a minute and 1 GB is refused. */
import { readingLimits } from "../captures/limits.ts";
import { importers } from "../importers/registry.ts";
import { Refusal } from "../model/problem.ts";
import { count } from "./words.ts";

export interface Allowance {
  /** Counts a capture's text. Throws a Refusal where it alone is too much, a TotalRefusal where all together are. */
  take(file: string, text: string): void;
  /** Counts a capture that holds posts. Throws a TotalRefusal. */
  addCapture(file: string): void;
}

/** The captures of the import are too much together: none of them is read. */
export class TotalRefusal extends Refusal {}

type Thing = keyof typeof readingLimits;
const nouns: Readonly<Record<Thing, string>> = {
  characters: "character",
  lines: "line",
  tags: "tag",
  values: "value",
  captures: "capture",
};

/** One for each import. */
export function makeAllowance(): Allowance {
  const total: Record<Thing, number> = { characters: 0, lines: 0, tags: 0, values: 0, captures: 0 };
  const add = (file: string, thing: Thing, size: number): void => {
    total[thing] += size;
    if (total[thing] > readingLimits[thing].all)
      throw new TotalRefusal([
        problem(
          file,
          `Cannot import so much at once: expected at most ${count(readingLimits[thing].all, nouns[thing])} in all captures together`,
          "Import them in several imports, with the same --slug",
        ),
      ]);
  };
  return {
    take(file, text) {
      const sizes = sizesOf(text);
      for (const [thing, size] of sizes)
        if (size > readingLimits[thing].one)
          throw new Refusal([
            problem(
              file,
              `Cannot read the capture: expected at most ${count(readingLimits[thing].one, nouns[thing])}, got ${count(size, nouns[thing])}`,
              "Import the pages of the live page one by one",
            ),
          ]);
      // A page of no form that is known is not read: a crawl may hold hundreds.
      if (importers.some(({ recognises }) => recognises(text) > 0))
        for (const [thing, size] of sizes) add(file, thing, size);
    },
    addCapture: (file) => add(file, "captures", 1),
  };
}

const problem = (file: string, message: string, hint: string) =>
  ({ severity: "error", file, line: 0, column: 0, message, hint }) as const;

/** What the cost of reading a text grows with, by its form. */
function sizesOf(text: string): readonly (readonly [Thing, number])[] {
  const first = /[^\s\ufeff]/.exec(text)?.[0];
  if (first === "<") return [["tags", countOf(text, "<")]];
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

function countOf(text: string, mark: string): number {
  let found = 0;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) found += 1;
  return found;
}
