/** Finds the words of texts that are nearest to a word by edit distance, for a query without a match. */
import { fold } from "./fold.ts";

const most = 3;

/** At most three words as they are written, nearest first; of equally near ones the most frequent first. */
export function nearestWords(wanted: string, texts: Iterable<string>): readonly string[] {
  const allowed = wanted.length < 4 ? 0 : wanted.length < 8 ? 1 : 2;
  if (allowed === 0) return [];
  const known = new Map<string, { readonly written: string; readonly distance: number; count: number }>();
  for (const text of texts) {
    for (const [written] of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
      const folded = fold(written);
      const same = known.get(folded);
      if (same !== undefined) same.count++;
      else known.set(folded, { written, distance: distanceOf(wanted, folded, allowed), count: 1 });
    }
  }
  return [...known.values()]
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance || b.count - a.count)
    .slice(0, most)
    .map(({ written }) => written);
}

/**
 * The Damerau-Levenshtein distance (optimal string alignment): how many letters are inserted, deleted, replaced or swapped with
 * their neighbour. Where it is more than `allowed`, gives `allowed + 1`.
 */
export function distanceOf(a: string, b: string, allowed: number): number {
  if (Math.abs(a.length - b.length) > allowed) return allowed + 1;
  let above: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let least = Math.min((last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + same);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        least = Math.min(least, (above[column - 2] ?? 0) + 1);
      next.push(least);
    }
    if (Math.min(...next) > allowed) return allowed + 1;
    [above, last] = [last, next];
  }
  return last[b.length] ?? 0;
}
