/** From printed times to instants: finds the order of a page, missing dates by their neighbours, midnights and turns of the year. */
import { dateOfDay, dayNumber, type Instant, instantsInZone, isDate, localParts } from "../../model/instant.ts";
import type { InferredPart } from "../../model/live-page.ts";
import type { Stamp } from "../written-time/stamp.ts";
import { anchorDay, dayOfInstant } from "./anchor-day.ts";
import { type Pass, passesOf } from "./doubts/doubled-hour.ts";
import { daysBetween, type ZoneShifts, zoneShifts } from "./doubts/zone-shifts.ts";
import type { PageDay } from "./page-days.ts";
import { momentsOn } from "./stamp-moment.ts";

export type Order = "newest-first" | "oldest-first";

export interface Moment {
  readonly instant?: Instant;
  readonly inferred: readonly InferredPart[];
  /** Why there is no instant, or why it may be wrong. */
  readonly trouble?: "no year" | "no date" | "no such date" | "unknown zone" | "skipped hour" | "doubled hour";
  /** The source of its day, where no post prints one. */
  readonly dayFrom?: string;
}

export interface TimeOptions {
  readonly zone: string;
  /** The year of the newest stamp. */
  readonly year?: number;
  readonly captured?: Instant;
  /** The year by the sentences of the page. It is called only where nothing else gives the year. */
  readonly evidence: () => number | undefined;
  /** The days that the page names for itself, the surest first. It is called only where posts print no day or no year. */
  readonly pageDays?: () => readonly PageDay[];
}

type MaybeStamp = Stamp | undefined;

/** The order of a page by its stamps from top to bottom: newest first, unless more steps go the other way. */
export function findOrder(stamps: readonly MaybeStamp[]): Order {
  let falls = 0;
  let before: Stamp | undefined;
  for (const stamp of stamps) {
    if (stamp === undefined) continue;
    if (before !== undefined) falls += direction(before, stamp);
    before = stamp;
  }
  return falls < 0 ? "oldest-first" : "newest-first";
}

/** Positive where `below` is earlier than `above`. Dates count three times as much as times of day, which start again at midnight. */
function direction(above: Stamp, below: Stamp): number {
  const dated = dayOfYear(above) !== undefined && dayOfYear(below) !== undefined;
  const days = dated ? dayGap(above, below) : 0;
  if (days !== 0) return Math.sign(days) * 3;
  // A page may print no date for the day of its capture: a time without a date, above one with a date, is of a later day.
  if (above.month === undefined && below.month !== undefined) return 1;
  const bothZones = above.offset !== undefined && below.offset !== undefined;
  const shift = bothZones ? (below.offset ?? 0) - (above.offset ?? 0) : 0;
  const gap = minutes(above) - minutes(below) + shift;
  // Without dates, a step of most of a day is a midnight in the other direction.
  return Math.sign(dated ? gap : gap - Math.round(gap / fullDay) * fullDay);
}

/** In minutes. */
const fullDay = 1440;

const minutes = ({ hour, minute }: Pick<Stamp, "hour" | "minute">): number => hour * 60 + minute;

/** An approximate day of the year, enough to compare two dates. */
const dayOfYear = ({ month, day }: Stamp): number | undefined =>
  month === undefined || day === undefined ? undefined : (month - 1) * 30.5 + day;

/** Days from `below` up to `above`, over the nearest turn of the year. */
function dayGap(above: Stamp, below: Stamp): number {
  if (above.year !== undefined && below.year !== undefined && above.year !== below.year)
    return (above.year - below.year) * 366;
  const gap = (dayOfYear(above) ?? 0) - (dayOfYear(below) ?? 0);
  return gap > 183 ? gap - 366 : gap < -183 ? gap + 366 : gap;
}

/** One moment for each stamp, in the same order. */
export function resolveTimes(stamps: readonly MaybeStamp[], order: Order, options: TimeOptions): readonly Moment[] {
  const years = findYears(stamps, order, options);
  const days = findDays(stamps, order, years, options);
  const passes = passesOf(
    stamps,
    days.map(({ day }) => day),
    order === "oldest-first",
    options,
  );
  const moments: Moment[] = [];
  let above: Instant | undefined;
  for (const [index, stamp] of stamps.entries()) {
    const moment =
      stamp === undefined ? { inferred: [] } : momentOf(stamp, days[index], passes.get(index), above, options.zone);
    above = moment.instant ?? above;
    moments.push(moment);
  }
  return moments;
}

/** For each stamp with a date its year: printed, or the one that brings it nearest to a neighbour with a known year. */
function findYears(stamps: readonly MaybeStamp[], order: Order, options: TimeOptions): (number | undefined)[] {
  const years: (number | undefined)[] = stamps.map((stamp) => stamp?.year);
  const dated = [...stamps.keys()].filter((index) => stamps[index]?.month !== undefined);
  const printed = dated.filter((index) => stamps[index]?.year !== undefined);
  if (dated.length > 0 && printed.length === 0) {
    const newest = (order === "newest-first" ? dated[0] : dated.at(-1)) ?? 0;
    years[newest] = newestYear(stamps[newest], options);
  }
  spread(dated, stamps, years);
  spread([...dated].reverse(), stamps, years);
  return years;
}

function newestYear(stamp: MaybeStamp, { year, captured, evidence, pageDays }: TimeOptions): number | undefined {
  if (year !== undefined) return year;
  const [surest] = pageDays?.() ?? [];
  if (surest !== undefined && stamp?.month !== undefined && stamp.day !== undefined)
    return nearestYear(stamp.month, stamp.day, surest.day, captured);
  if (captured === undefined || stamp === undefined) return evidence();
  const end = localParts(captured);
  const last = { ...stamp, year: end.year };
  return (dayOfYear(last) ?? 0) > (end.month - 1) * 30.5 + end.day + 1 ? end.year - 1 : end.year;
}

/** The year in which a date is nearest to the day `near` and not later than the capture. */
function nearestYear(month: number, day: number, near: number, captured: Instant | undefined): number {
  const { year } = dateOfDay(near);
  const latest = captured === undefined ? Number.POSITIVE_INFINITY : dayOfInstant(captured) + 1;
  const away = (one: number): number => Math.abs(dayNumber(one, month, day) - near);
  const years = [year - 1, year, year + 1].filter((one) => dayNumber(one, month, day) <= latest);
  return years.sort((a, b) => away(a) - away(b))[0] ?? year;
}

/** Gives known years to the next stamps in the list whose years are unknown. */
function spread(indexes: readonly number[], stamps: readonly MaybeStamp[], years: (number | undefined)[]): void {
  let known: number | undefined;
  for (const index of indexes) {
    const [stamp, near] = [stamps[index], known === undefined ? undefined : stamps[known]];
    const year = known === undefined ? undefined : years[known];
    if (years[index] === undefined && stamp !== undefined && near !== undefined && year !== undefined) {
      const gap = (dayOfYear(stamp) ?? 0) - (dayOfYear(near) ?? 0);
      years[index] = gap > 183 ? year - 1 : gap < -183 ? year + 1 : year;
    }
    if (years[index] !== undefined) known = index;
  }
}

interface FoundDay {
  readonly day?: number;
  readonly from?: string;
  readonly trouble?: "no year" | "no date" | "no such date";
}

function findDays(
  stamps: readonly MaybeStamp[],
  order: Order,
  years: readonly (number | undefined)[],
  options: TimeOptions,
): readonly FoundDay[] {
  const { captured } = options;
  const days: FoundDay[] = stamps.map((stamp, index) => printedDay(stamp, years[index], captured));
  const all = [...stamps.keys()].filter((index) => stamps[index] !== undefined);
  const newest = (order === "newest-first" ? all[0] : all.at(-1)) ?? -1;
  const stamp = stamps[newest];
  if (stamp === undefined) return days;
  if (days.some(({ day }) => day !== undefined)) {
    // A page may print no date for the day of its capture: a first time without a date is of that day, or of the day before.
    if (
      order === "newest-first" &&
      days[newest]?.day === undefined &&
      stamp.month === undefined &&
      captured !== undefined
    )
      days[newest] = { day: dayOfInstant(captured) - (isLater(stamp, dayOfInstant(captured), options) ? 1 : 0) };
    carryDays(stamps, days, order, zoneShifts(stamps, options));
  } else if (stamps.every((one) => one?.month === undefined)) {
    const relative: FoundDay[] = stamps.map(() => ({}));
    relative[newest] = { day: 0 };
    carryDays(stamps, relative, order, zoneShifts(stamps, options));
    const dated = all.flatMap((index) => {
      const [one, day] = [stamps[index], relative[index]?.day];
      return one === undefined || day === undefined ? [] : [{ index, stamp: one, days: day }];
    });
    const anchor = anchorDay(dated, options.pageDays?.() ?? [], captured, options.zone);
    if (anchor !== undefined)
      for (const { index, days: before } of dated) days[index] = { day: anchor.day + before, from: anchor.from };
  }
  return days;
}

const isLater = (stamp: Stamp, day: number, { captured, zone }: TimeOptions): boolean =>
  captured !== undefined && (momentsOn(stamp, day, zone)[0]?.epoch ?? 0) > captured.epoch;

/** Gives known days to the times beside them, across midnights. */
function carryDays(stamps: readonly MaybeStamp[], days: FoundDay[], order: Order, shiftsOf: ZoneShifts): void {
  const step = order === "newest-first" ? -1 : 1;
  const carry = (indexes: readonly number[], towards: number): void => {
    let known: number | undefined;
    for (const index of indexes) {
      const [stamp, near] = [stamps[index], known === undefined ? undefined : stamps[known]];
      const day = known === undefined ? undefined : days[known]?.day;
      if (
        stamp !== undefined &&
        stamp.month === undefined &&
        days[index]?.day === undefined &&
        near !== undefined &&
        day !== undefined
      ) {
        days[index] = { day: day + daysBetween(near, stamp, towards, shiftsOf(near, stamp, day)) };
      }
      if (days[index]?.day !== undefined) known = index;
    }
  };
  const all = [...stamps.keys()].filter((index) => stamps[index] !== undefined);
  carry(all, step);
  carry([...all].reverse(), -step);
}

function printedDay(stamp: MaybeStamp, year: number | undefined, captured: Instant | undefined): FoundDay {
  if (stamp === undefined) return {};
  if (stamp.daysAgo !== undefined && captured !== undefined) return { day: dayOfInstant(captured) - stamp.daysAgo };
  if (stamp.month === undefined || stamp.day === undefined) return { trouble: "no date" };
  if (year === undefined) return { trouble: "no year" };
  return isDate(year, stamp.month, stamp.day)
    ? { day: dayNumber(year, stamp.month, stamp.day) }
    : { trouble: "no such date" };
}

function momentOf(
  stamp: Stamp,
  found: FoundDay | undefined,
  pass: Pass | undefined,
  above: Instant | undefined,
  zone: string,
): Moment {
  const inferred: InferredPart[] = [];
  if (stamp.year === undefined) inferred.push("year");
  if (stamp.month === undefined || stamp.midnight === true) inferred.push("date");
  if (stamp.zoneName === undefined) inferred.push("zone");
  if (found?.day === undefined) return { inferred: [], trouble: found?.trouble ?? "no date" };
  const instants = momentsOn(stamp, found.day, zone);
  // In the hour that comes twice, the offset of the post above is the best guess.
  const beside = instants.find(({ offset }) => offset === above?.offset);
  const instant = (pass === undefined ? beside : instants[pass]) ?? instants[0];
  if (instant === undefined)
    return { inferred: [], trouble: stamp.zoneName === undefined ? "no such date" : "unknown zone" };
  const from = found.from === undefined ? {} : { dayFrom: found.from };
  return {
    instant,
    inferred,
    ...from,
    ...(isSkipped(stamp, found.day, zone) ? { trouble: "skipped hour" as const } : {}),
    ...(instants.length > 1 && pass === undefined ? { trouble: "doubled hour" as const } : {}),
  };
}

/** True where the clocks of the zone skipped that hour. */
const isSkipped = (stamp: Stamp, day: number, zone: string): boolean =>
  stamp.offset === undefined &&
  stamp.zoneName === undefined &&
  stamp.hour < 24 &&
  instantsInZone({ ...dateOfDay(day), hour: stamp.hour, minute: stamp.minute }, zone).skipped;
