/** Times of several zones beside each other: the days between them, each in its own clocks. */
import type { Instant } from "../../../model/instant.ts";
import type { Stamp } from "../../written-time/stamp.ts";
import { dayOfInstant } from "../anchor-day.ts";
import type { PageDay } from "../page-days.ts";
import { momentsOn } from "../stamp-moment.ts";

interface Season {
  readonly zone: string;
  readonly captured?: Instant;
  readonly pageDays?: () => readonly PageDay[];
}

const fullDay = 1440;
const minutes = ({ hour, minute }: Stamp): number => hour * 60 + minute;

/** A page may be a little out of order: a time counts as the next day's only if it jumps by more than this, in minutes. */
const slack = 90;

/** How many minutes the clocks of one stamp are ahead of another's: one answer, or two where a zone is a guess. */
export type ZoneShifts = (near: Stamp, stamp: Stamp, day: number) => readonly number[];

const sameClocks: ZoneShifts = () => [0];

export function zoneShifts(stamps: readonly (Stamp | undefined)[], { zone, captured, pageDays }: Season): ZoneShifts {
  if (stamps.every((one) => one?.offset === undefined && one?.zoneName === undefined)) return sameClocks;
  let usual: number | undefined;
  // Days are told from 0 on where none is printed: the season is that of the page.
  const season = (day: number): number => {
    if (Math.abs(day) > 4000) return day;
    usual ??= pageDays?.()[0]?.day ?? (captured === undefined ? 0 : dayOfInstant(captured));
    return usual;
  };
  const offsetOf = (stamp: Stamp, day: number): number | undefined =>
    stamp.offset ?? momentsOn(stamp, season(day), zone)[0]?.offset;
  return (near, stamp, day) => {
    if (near.zoneName === stamp.zoneName && near.offset === stamp.offset) return [0];
    const [here, there] = [offsetOf(near, day), offsetOf(stamp, day)];
    if (here === undefined || there === undefined || here === there) return [0];
    // A time without a zone is of the page's zone, or else of its neighbour's.
    return near.zoneName === undefined || stamp.zoneName === undefined ? [here - there, 0] : [here - there];
  };
}

/** Days from the date of `near` to that of `stamp`, each in its own clocks: by the shift that leaves the least time between them. */
export function daysBetween(near: Stamp, stamp: Stamp, towards: number, shifts: readonly number[]): number {
  const found = shifts.map((shift) => {
    const shown = minutes(stamp) + shift;
    const turns = Math.floor(shown / fullDay);
    const later = (shown - turns * fullDay - minutes(near)) * towards;
    return later < -slack ? { days: towards - turns, gap: later + fullDay } : { days: -turns, gap: Math.abs(later) };
  });
  return found.reduce((best, one) => (one.gap < best.gap ? one : best)).days;
}
