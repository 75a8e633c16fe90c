/** From lines with whole hours, "16h", to those that are times and no durations, by the other times of a copied live page. */
import { isHourSpelled } from "../written-time/written-time.ts";
import { type Line, linesBetween } from "./text.ts";
import type { TimeLine } from "./times.ts";

interface TimedLine {
  readonly line: number;
  readonly time: TimeLine;
  readonly last: number;
}

/**
 * Adds "16h" to the times where at least two others of the same kind are spelled "18h22". Where it stands alone on its line, it must also
 * begin a block or lie between the times around it, and no other time may stand right beside it.
 */
export function withHours(
  lines: readonly Line[],
  all: readonly TimedLine[],
  hours: readonly TimedLine[],
  opensBlock: (line: number) => boolean,
): readonly TimedLine[] {
  if (hours.length === 0) return all;
  const spelled = (kind: TimeLine["kind"]): readonly TimedLine[] =>
    all.filter(({ line, time }) => time.kind === kind && isHourSpelled((lines[line]?.text ?? "").slice(0, 100)));
  const of = { alone: spelled("alone"), before: spelled("before"), behind: [] };
  const added: TimedLine[] = [];
  const next = { alone: 0, before: 0, behind: 0 };
  for (const one of hours) {
    const { line, time } = one;
    const others = of[time.kind];
    while ((others[next[time.kind]]?.line ?? Number.POSITIVE_INFINITY) < line) next[time.kind] += 1;
    const place = next[time.kind];
    const around = [others[place - 1], others[place]].filter((other) => other !== undefined);
    if (time.kind === "alone") {
      const beside = around.some(
        (other) => linesBetween(lines, Math.min(line, other.line), Math.max(line, other.line)) === 0,
      );
      if (beside || !(opensBlock(line) || liesBetween(one, around))) continue;
    }
    if (others.length >= 2) added.push(one);
  }
  return [...all, ...added].sort((a, b) => a.line - b.line);
}

function liesBetween({ time }: TimedLine, around: readonly TimedLine[]): boolean {
  const minute = ({ stamp }: TimeLine): number => (stamp?.hour ?? 0) * 60 + (stamp?.minute ?? 0);
  const minutes = around.map((other) => minute(other.time));
  return around.length === 2 && minute(time) >= Math.min(...minutes) && minute(time) <= Math.max(...minutes);
}
