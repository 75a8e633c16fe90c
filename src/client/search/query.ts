/** What a reader asks for: words, and phrases in quotation marks; and where a text answers. Event and archive are searched alike. */
import { fold } from "./fold.ts";

export interface Term {
  /** Folded. */
  readonly text: string;
  /** A phrase stands for itself alone; a word also for those that begin with it. */
  readonly whole: boolean;
}

const quoted = /["“”„«»]([^"“”„«»]+)["“”„«»]/g;
/** From the first letter or digit of a word to the last. */
const core = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su;

/** The terms of a question; a text answers it if it has them all. */
export function parseQuery(question: string): readonly Term[] {
  const terms: Term[] = [];
  const rest = question.replace(quoted, (_, phrase: string) => {
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

/** Letters of words that a space or a sign ends; other scripts write words, or what belongs to them, together. */
const spaced = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}0-9]/u;

/** The first place from `from` on; -1 where there is none. Inside a word there is none: "ice" is not in "police". */
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

/** Where terms stand in a text, in order and apart, start and end in the text's own units. */
export function matchRanges(text: string, terms: readonly Term[]): readonly MatchRange[] {
  // Letter by letter is slow, most texts have no answer, and of those that have most are folded without moving a letter.
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
  const spots: [number, number][] = [];
  for (const term of terms) {
    const { length } = term.text;
    for (let found = placeOf(folded, term, 0); found !== -1; found = placeOf(folded, term, found + length))
      spots.push([origins[found] ?? found, origins[found + length] ?? found + length]);
  }
  return apart(spots.sort(([a], [b]) => a - b));
}

function apart(spots: readonly [number, number][]): readonly MatchRange[] {
  const joined: [number, number][] = [];
  for (const [start, end] of spots) {
    const last = joined.at(-1);
    if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}
