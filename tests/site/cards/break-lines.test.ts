/** breakLines: as few lines as possible, none much shorter than the others. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { breakLines, fittingSize } from "../../../src/site/cards/break-lines.ts";

const anyPieces = fc.array(fc.record({ width: fc.integer({ min: 1, max: 90 }), gap: fc.constantFrom(0, 5) }), {
  minLength: 1,
  maxLength: 40,
});
const measure = 100;

/** The width of each line. */
const widths = (pieces: readonly { width: number; gap: number }[], lines: readonly number[]): readonly number[] => {
  let next = 0;
  return lines.map((count) => {
    const own = pieces.slice(next, next + count);
    next += count;
    return own.reduce((sum, { width, gap }, index) => sum + width + (index === 0 ? 0 : gap), 0);
  });
};

/** The fewest lines for the segments, by trying all. */
const fewest = (pieces: readonly { width: number; gap: number }[]): number => {
  const best = [0];
  for (let end = 1; end <= pieces.length; end += 1)
    for (let start = 0; start < end; start += 1) {
      const [width = 0] = widths(pieces.slice(start), [end - start]);
      if (width <= measure) best[end] = Math.min(best[end] ?? Number.POSITIVE_INFINITY, (best[start] ?? 0) + 1);
    }
  return best[pieces.length] ?? 0;
};

test("breakLines has every piece on a line, none wider than the measure, and no line too many", () => {
  fc.assert(
    fc.property(anyPieces, (pieces) => {
      const lines = breakLines(pieces, measure);
      expect(lines.reduce((sum, count) => sum + count, 0)).toBe(pieces.length);
      expect(Math.max(...widths(pieces, lines))).toBeLessThanOrEqual(measure);
      expect(lines.length).toBe(fewest(pieces));
    }),
  );
});

test("breakLines leaves no short word on a line of its own", () => {
  const words = [40, 30, 20, 10].map((width) => ({ width, gap: 5 }));
  expect(widths(words, breakLines(words, 100))).toEqual([40, 70]);
});

test("breakLines gives a piece that is too wide a line of its own", () => {
  const words = [30, 140, 30].map((width) => ({ width, gap: 5 }));
  expect(breakLines(words, 100)).toEqual([1, 1, 1]);
});

test("fittingSize is the first in which all lines have room, and no word is broken", () => {
  const sizes = [
    { size: 10, lines: 1 },
    { size: 5, lines: 2 },
    { size: 2, lines: 2 },
  ];
  const words = (count: number, width: number) => Array.from({ length: count }, () => ({ width, gap: 1 }));
  expect(fittingSize(words(1, 9), 100, sizes)?.size).toBe(10);
  expect(fittingSize(words(3, 9), 100, sizes)?.size).toBe(5);
  expect(fittingSize(words(1, 30), 100, sizes)?.size).toBe(2);
  expect(fittingSize(words(1, 60), 100, sizes)).toBeUndefined();
  expect(fittingSize(words(40, 9), 100, sizes)).toBeUndefined();
});
