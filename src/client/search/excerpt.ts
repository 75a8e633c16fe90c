/** What of a text is shown beside a hit: the line that answers best, cut to the place where it does. */
import { type MatchRange, matchRanges, type Term } from "./query.ts";

export interface Excerpt {
  readonly text: string;
  readonly spots: readonly MatchRange[];
}

/** How many characters stand before the first hit, and how many in all. */
const before = 70;
const most = 220;

/** Of lines that answer equally well the first; without an answer in them, the beginning. */
export function excerptOf(lines: readonly string[], terms: readonly Term[]): Excerpt {
  let best: Excerpt = { text: lines[0] ?? "", spots: [] };
  let answers = 0;
  for (const line of lines) {
    const answered = terms.filter((term) => matchRanges(line, [term]).length > 0).length;
    if (answered > answers) [best, answers] = [{ text: line, spots: matchRanges(line, terms) }, answered];
  }
  return cut(best);
}

function cut({ text, spots }: Excerpt): Excerpt {
  const first = spots[0]?.[0] ?? 0;
  const start = first <= before ? 0 : atWord(text, first - before, first);
  const end = text.length - start <= most ? text.length : atWord(text, start + most, start + most + 20);
  const left = start === 0 ? "" : "… ";
  const shift = left.length - start;
  return {
    text: `${left}${text.slice(start, end).trimEnd()}${end < text.length ? " …" : ""}`,
    spots: spots.filter((spot) => spot[1] <= end).map(([from, to]) => [from + shift, to + shift]),
  };
}

/** The beginning of the next word, if it comes before `limit`; never inside a pair of surrogates. */
function atWord(text: string, from: number, limit: number): number {
  const space = text.slice(from, limit).search(/\s/);
  if (space !== -1) return from + space + 1;
  return /[\udc00-\udfff]/.test(text.charAt(from)) ? from + 1 : from;
}
