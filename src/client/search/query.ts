/** Turns a query (words, and phrases in quotation marks) into terms, and finds the terms in texts. */
import { fold } from "./fold.ts";

export interface Term {
  /** Folded: see `fold.ts`. */
  readonly text: string;
  /** True for a phrase, which matches whole words; a word also matches the beginning of a word. */
  readonly whole: boolean;
}

const quoted = /["“”„«»]([^"“”„«»]+)["“”„«»]/g;
/** From the first letter or digit of a word to the last. */
const core = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su;

/** The terms of a query, none twice; a text matches where it has all of them. */
export function parseQuery(query: string): readonly Term[] {
  const terms: Term[] = [];
  const rest = query.replace(quoted, (_, phrase: string) => {
    terms.push({ text: fold(phrase).trim().replace(/\s+/g, " "), whole: true });
    return " ";
  });
  for (const word of fold(rest).split(/\s+/)) terms.push({ text: core.exec(word)?.[0] ?? word, whole: false });
  return [
    ...new Map(terms.filter(({ text }) => text !== "").map((term) => [`${term.whole}${term.text}`, term])).values(),
  ];
}

export const matchesAll = (folded: string, terms: readonly Term[]): boolean =>
  terms.every((term) => placeOf(folded, term, 0) !== -1);

/** Letters of scripts that set spaces between words; in other scripts a term matches inside a word too. */
const spaced = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}0-9]/u;

/** The first place of a term from `from` on, or -1. A term does not match inside a word: "ice" is not in "police". */
function placeOf(folded: string, { text, whole }: Term, from: number): number {
  const begins = spaced.test(text.charAt(0));
  const ends = whole && spaced.test(text.charAt(text.length - 1));
  for (let at = folded.indexOf(text, from); at !== -1; at = folded.indexOf(text, at + 1)) {
    if (begins && spaced.test(folded.charAt(at - 1))) continue;
    if (ends && spaced.test(folded.charAt(at + text.length))) continue;
    return at;
  }
  return -1;
}

export type MatchRange = readonly [start: number, end: number];

/** Where terms match in a text: in order, none overlapping, in UTF-16 units of the text itself. */
export function matchRanges(text: string, terms: readonly Term[]): readonly MatchRange[] {
  // To fold letter by letter is slow, and most texts have no match.
  const quick = fold(text);
  if (!terms.some((term) => placeOf(quick, term, 0) !== -1)) return [];
  const origins: number[] = [];
  let folded = "";
  let at = 0;
  if (/[^\0-\x7f]/.test(text)) {
    for (const character of text) {
      const part = fold(character);
      for (let unit = 0; unit < part.length; unit++) origins.push(at);
      folded += part;
      at += character.length;
    }
    origins.push(at);
  } else folded = quick;
  const ranges: [number, number][] = [];
  for (const term of terms) {
    const { length } = term.text;
    for (let found = placeOf(folded, term, 0); found !== -1; found = placeOf(folded, term, found + length))
      ranges.push([origins[found] ?? found, origins[found + length] ?? found + length]);
  }
  return joined(ranges.sort(([a], [b]) => a - b));
}

function joined(ranges: readonly [number, number][]): readonly MatchRange[] {
  const apart: [number, number][] = [];
  for (const [start, end] of ranges) {
    const last = apart.at(-1);
    if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end);
    else apart.push([start, end]);
  }
  return apart;
}
