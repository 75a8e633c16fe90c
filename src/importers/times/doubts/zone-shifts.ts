/** From printed times of several zones to the shifts between their clocks, and to the days between two times. */
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

/** In minutes. A page may be a little out of order: only a larger step back means another day. */
const slack = 90;

/** The minutes by which the clocks of `near` are ahead of those of `stamp`: one value, or two where a zone is a guess. */
export type ZoneShifts = (near: Stamp, stamp: Stamp, day: number) => readonly number[];

const sameClocks: ZoneShifts = () => [0];

export function zoneShifts(stamps: readonly (Stamp | undefined)[], { zone, captured, pageDays }: Season): ZoneShifts {
  if (stamps.every((one) => one?.offset === undefined && one?.zoneName === undefined)) return sameClocks;
  let usual: number | undefined;
  // Where no day is printed, days count from 0: the page's own day then decides about summer time.
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
    // A time without a zone is in the zone of the page, or in that of its neighbour.
    return near.zoneName === undefined || stamp.zoneName === undefined ? [here - there, 0] : [here - there];
  };
}

/** Days from the date of `near` to that of `stamp`, each on its own clocks, by the shift that leaves the shortest time between them. */
export function daysBetween(near: Stamp, stamp: Stamp, towards: number, shifts: readonly number[]): number {
  const found = shifts.map((shift) => {
    const shown = minutes(stamp) + shift;
    const turns = Math.floor(shown / fullDay);
    const later = (shown - turns * fullDay - minutes(near)) * towards;
    return later < -slack ? { days: towards - turns, gap: later + fullDay } : { days: -turns, gap: Math.abs(later) };
  });
  return found.reduce((best, one) => (one.gap < best.gap ? one : best)).days;
}
