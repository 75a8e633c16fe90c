/** From a file's text to the place where Git left the two sides of a merge for a person to choose. */

const sides = [/^<{7}(?: .*)?\r?$/m, /^={7}\r?$/m, /^>{7}(?: .*)?\r?$/m] as const;

/** The offset of the first mark; undefined unless all three stand in their order, each on a line of its own, outside of code. */
export function conflictMark(text: string): number | undefined {
  if (!text.includes("<<<<<<<")) return undefined;
  const places: number[] = [];
  let from = 0;
  for (const side of sides) {
    const at = text.slice(from).search(side);
    if (at < 0) return undefined;
    places.push(from + at);
    from += at + 7;
  }
  const [first = 0] = places;
  const fences = text.slice(0, first).match(/^ {0,3}`{3}/gm) ?? [];
  return fences.length % 2 === 1 ? undefined : first;
}
