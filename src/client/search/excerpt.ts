/** Turns the lines of a post into an excerpt: the line with the most terms, cut around its first match. */
import { type MatchRange, matchRanges, type Term } from "./query.ts";

export interface Excerpt {
  readonly text: string;
  readonly ranges: readonly MatchRange[];
}

/** Characters before the first match, and in all. */
const before = 70;
const longest = 220;

/** The first of the lines with the most terms; without a match, the beginning of the first line. */
export function excerptOf(lines: readonly string[], terms: readonly Term[]): Excerpt {
  let best: Excerpt = { text: lines[0] ?? "", ranges: [] };
  let most = 0;
  for (const line of lines) {
    const matched = terms.filter((term) => matchRanges(line, [term]).length > 0).length;
    if (matched > most) [best, most] = [{ text: line, ranges: matchRanges(line, terms) }, matched];
  }
  return cut(best);
}

function cut({ text, ranges }: Excerpt): Excerpt {
  const first = ranges[0]?.[0] ?? 0;
  const start = first <= before ? 0 : atWord(text, first - before, first);
  const end = text.length - start <= longest ? text.length : atWord(text, start + longest, start + longest + 20);
  const left = start === 0 ? "" : "… ";
  const shift = left.length - start;
  return {
    text: `${left}${text.slice(start, end).trimEnd()}${end < text.length ? " …" : ""}`,
    ranges: ranges.filter((range) => range[1] <= end).map(([from, to]) => [from + shift, to + shift]),
  };
}

/** The beginning of the next word, where it comes before `limit`; else `from`, but never inside a surrogate pair. */
function atWord(text: string, from: number, limit: number): number {
  const space = text.slice(from, limit).search(/\s/);
  if (space !== -1) return from + space + 1;
  return /[\udc00-\udfff]/.test(text.charAt(from)) ? from + 1 : from;
}
