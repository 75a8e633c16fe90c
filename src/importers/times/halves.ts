/** From printed times to times that have one meaning: on a page with a clock of 12 hours, those without am or pm are removed. */
import type { Stamp } from "../written-time/stamp.ts";

export interface Halves {
  /** In the order of the page; undefined for those that were removed. */
  readonly stamps: readonly (Stamp | undefined)[];
  /** The number of those that were removed. */
  readonly removed: number;
}

export function withHalves(stamps: readonly (Stamp | undefined)[]): Halves {
  const open = stamps.filter((stamp) => stamp?.half === "open").length;
  if (open === 0 || !countsTwelve(stamps)) return { stamps, removed: 0 };
  return { stamps: stamps.map((stamp) => (stamp?.half === "open" ? undefined : stamp)), removed: open };
}

/**
 * True for a page with a clock of 12 hours: some times say am or pm; or all can be of 12 hours, and a time from 0 to 3 stands beside one
 * from 10 to 12 on the same day, so that noon or midnight lies between them.
 */
export function countsTwelve(stamps: readonly (Stamp | undefined)[]): boolean {
  const known = stamps.filter((stamp) => stamp !== undefined);
  if (known.some(({ half }) => half === "told")) return true;
  if (known.some(({ half }) => half === undefined)) return false;
  return known.some((stamp, index) => {
    const next = known[index + 1];
    return next !== undefined && isPassed(stamp, next);
  });
}

function isPassed(a: Stamp, b: Stamp): boolean {
  if (a.day !== b.day || a.month !== b.month) return false;
  const [early, late] = a.hour < b.hour ? [a, b] : [b, a];
  return early.hour <= 3 && late.hour >= 10 && late.hour <= 12;
}
