/** Lines of a title: as few as there is room for, of about one length. Knows pieces by their width alone. */

/** A part of a text that stays on one line; between it and the one before lies `gap`, unless a line begins with it. */
export interface LineSegment {
  readonly width: number;
  readonly gap: number;
}

/** How many pieces each line holds; at `measure`, each line as full as can be. A piece wider than that has a line of its own. */
function fill(pieces: readonly LineSegment[], measure: number): readonly number[] {
  const lines: number[] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const { width, gap } of pieces) {
    if (used + gap + width > measure) {
      lines.push(1);
      used = width;
    } else {
      lines.push((lines.pop() ?? 0) + 1);
      used += gap + width;
    }
  }
  return lines;
}

/** As many lines as `measure` asks for, but as narrow as they can be then: none is left with one short word. */
export function breakLines(pieces: readonly LineSegment[], measure: number): readonly number[] {
  const full = fill(pieces, measure);
  const widest = Math.max(0, ...pieces.map(({ width }) => width));
  if (full.length < 2 || widest > measure) return full;
  let [low, high] = [widest, measure];
  while (high - low > measure / 500) {
    const middle = (low + high) / 2;
    if (fill(pieces, middle).length > full.length) low = middle;
    else high = middle;
  }
  return fill(pieces, high);
}

/** The first of the sizes at which the pieces stand on as many lines as that size may have; undefined where there is none. */
export function fittingSize<Size extends { readonly size: number; readonly lines: number }>(
  pieces: readonly LineSegment[],
  measure: number,
  sizes: readonly Size[],
): Size | undefined {
  return sizes.find(({ size, lines }) => {
    const room = measure / size;
    return pieces.every(({ width }) => width <= room) && fill(pieces, room).length <= lines;
  });
}
