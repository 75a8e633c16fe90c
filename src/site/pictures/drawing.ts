/** Tells drawings from photographs by their pixels: flat areas of few colours are better in PNG, others in JPEG. */

/**
 * True where few exact colours cover most of the picture, as in a chart, a map or a screenshot. `pixels`: three bytes each,
 * sampled without smoothing.
 */
export function isDrawing(pixels: Uint8Array): boolean {
  const counts = new Map<number, number>();
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    const colour = ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const commonest = [...counts.values()].sort((a, b) => b - a).slice(0, flatColours);
  return commonest.reduce((sum, count) => sum + count, 0) >= (pixels.length / 3) * flatShare;
}

/** The mean colour of pixels (three bytes each) as `#rrggbb`. */
export function meanTone(pixels: Uint8Array): string {
  const sums = [0, 0, 0];
  for (const [at, value] of pixels.entries()) sums[at % 3] = (sums[at % 3] ?? 0) + value;
  const count = Math.max(1, Math.floor(pixels.length / 3));
  return `#${sums
    .map((sum) =>
      Math.round(sum / count)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

const flatColours = 24;
const flatShare = 0.7;
