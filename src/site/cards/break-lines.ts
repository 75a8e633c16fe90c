/** Breaks a title into lines: as few as possible, of about one length. It knows segments by their widths alone. */

/** A part of a text that stays on one line. `gap`: the space before it, where it does not begin a line. */
export interface LineSegment {
  readonly width: number;
  readonly gap: number;
}

/** The number of segments on each line, each line as full as `measure` allows. A wider segment gets a line of its own. */
function fill(segments: readonly LineSegment[], measure: number): readonly number[] {
  const lines: number[] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const { width, gap } of segments) {
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

/** As many lines as `measure` needs, made as narrow as that number allows, so that no line is left with one short word. */
export function breakLines(segments: readonly LineSegment[], measure: number): readonly number[] {
  const full = fill(segments, measure);
  const widest = Math.max(0, ...segments.map(({ width }) => width));
  if (full.length < 2 || widest > measure) return full;
  let [low, high] = [widest, measure];
  while (high - low > measure / 500) {
    const middle = (low + high) / 2;
    if (fill(segments, middle).length > full.length) low = middle;
    else high = middle;
  }
  return fill(segments, high);
}

/** The first size at which the segments fit on the lines that this size allows; undefined where none does. */
export function fittingSize<Size extends { readonly size: number; readonly lines: number }>(
  segments: readonly LineSegment[],
  measure: number,
  sizes: readonly Size[],
): Size | undefined {
  return sizes.find(({ size, lines }) => {
    const room = measure / size;
    return segments.every(({ width }) => width <= room) && fill(segments, room).length <= lines;
  });
}
