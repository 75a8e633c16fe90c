/** From the times of posts that stand beside words to the same times with those that stand alone on a line between them. */
import type { TimeLine } from "./times.ts";

interface Timed {
  readonly line: number;
  readonly time: TimeLine;
}

/** Adds to `chosen` the times of `all` that stand alone, begin a block, and lie between the times around them. */
export function withLoneTimes<Marker extends Timed>(
  chosen: readonly Marker[],
  all: readonly Marker[],
  opensBlock: (line: number) => boolean,
): readonly Marker[] {
  const [first] = chosen;
  if (first === undefined || first.time.kind === "alone") return chosen;
  const lone = all.filter(
    ({ line, time }) =>
      time.kind === "alone" && !time.update && time.stamp !== undefined && line > first.line && opensBlock(line),
  );
  if (lone.length === 0 || lone.length > chosen.length) return chosen;
  const sign = directionOf(chosen);
  const found: Marker[] = [];
  let next = 0;
  for (const [index, one] of chosen.entries()) {
    found.push(one);
    const below = chosen[index + 1];
    for (let candidate = lone[next]; candidate !== undefined; candidate = lone[next]) {
      if (below !== undefined && candidate.line > below.line) break;
      next += 1;
      const above = found.at(-1) ?? one;
      const fits = sign * (minuteOf(candidate) - minuteOf(above)) >= 0;
      if (fits && (below === undefined || sign * (minuteOf(below) - minuteOf(candidate)) >= 0)) found.push(candidate);
    }
  }
  return found;
}

/** 1 where times get later down the page, -1 where they get earlier. */
function directionOf(chosen: readonly Timed[]): 1 | -1 {
  let rises = 0;
  for (const [index, one] of chosen.entries()) {
    const before = chosen[index - 1];
    if (before !== undefined) rises += Math.sign(minuteOf(one) - minuteOf(before));
  }
  return rises > 0 ? 1 : -1;
}

const minuteOf = ({ time: { stamp } }: Timed): number => (stamp?.hour ?? 0) * 60 + (stamp?.minute ?? 0);
