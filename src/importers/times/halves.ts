/** Times of a page that counts 12 hours: those that say neither morning nor afternoon are no times, as far as nothing tells. */
import type { Stamp } from "../written-time/stamp.ts";

export interface Halves {
  /** In the order of the page; those that cannot be told are taken away. */
  readonly stamps: readonly (Stamp | undefined)[];
  readonly untold: number;
}

export function withHalves(stamps: readonly (Stamp | undefined)[]): Halves {
  const open = stamps.filter((stamp) => stamp?.half === "open").length;
  if (open === 0 || !countsTwelve(stamps)) return { stamps, untold: 0 };
  return { stamps: stamps.map((stamp) => (stamp?.half === "open" ? undefined : stamp)), untold: open };
}

/**
 * Some times say am or pm; or none can only be of 24 hours, and noon or midnight is passed on the way: one o'clock stands
 * beside twelve, eleven or ten, on one day.
 */
export function countsTwelve(stamps: readonly (Stamp | undefined)[]): boolean {
  const told = stamps.filter((stamp) => stamp !== undefined);
  if (told.some(({ half }) => half === "told")) return true;
  if (told.some(({ half }) => half === undefined)) return false;
  return told.some((stamp, index) => {
    const next = told[index + 1];
    return next !== undefined && isPassed(stamp, next);
  });
}

function isPassed(a: Stamp, b: Stamp): boolean {
  if (a.day !== b.day || a.month !== b.month) return false;
  const [early, late] = a.hour < b.hour ? [a, b] : [b, a];
  return early.hour <= 3 && late.hour >= 10 && late.hour <= 12;
}
