/** From a time in any wording to its parts: "10.32am", "May 17, 2024 at 5:32 a.m. EDT", "17.05.2024, 10:32 Uhr", "Le 17 mai à 10h32". */
import { dayNumber, instantsInZone, weekdayOfDay } from "../../model/instant.ts";
import { zonesNamed } from "../../model/zone-names.ts";
import type { Stamp } from "./stamp.ts";
import { scanTime, type TimePart, type TimeScan, timeWordAt } from "./time-scan.ts";
import { timeText } from "./time-text.ts";
import { type ClockAt, clockAt } from "./written-clock.ts";
import type { Day, Either } from "./written-date.ts";
import type { ZoneAt } from "./written-zone.ts";

export type { Day } from "./written-date.ts";

/** In characters: no time is longer. */
const longest = 160;

const scanned = (written: string): TimeScan | undefined => {
  if (written.length > longest * 2) return undefined;
  const { text } = timeText(written);
  return text.length > longest ? undefined : scanTime(text.trim());
};

/** True where the whole text is a time, with a date if it has a short weekday. */
const isWhole = ({ whole, short, days }: TimeScan): boolean => whole && (!short || days.length > 0);

/** The times that are not of changes; all times where there are no others. */
function mainClocks({ clocks }: TimeScan): TimeScan["clocks"] {
  const published = clocks.filter(({ update }) => !update);
  return published.length > 0 ? published : clocks;
}

/**
 * Reads a text that is only a time; undefined for all other texts, and for several times that are not the same moment. The two meanings of
 * a date such as 3/4/2024 are in `either`. `called`: the page marks it as a time, so that "2015" is no year. `hourly`: other times of the
 * page are spelled "18h22", so that "16h" is a time and no duration.
 */
export function parseWrittenTime(written: string, { called = false, hourly = false } = {}): Stamp | undefined {
  const found = scanned(written);
  if (found === undefined || !isWhole(found)) return undefined;
  const clocks = mainClocks(found);
  const [first] = clocks;
  if (first === undefined) return undefined;
  const date = dateOf(found, first.update);
  const [day, either] = date !== undefined && "written" in date ? [undefined, date] : [date, undefined];
  if (first.what.bare && !called && first.zone === undefined && date === undefined && isYear(first.what))
    return undefined;
  if (first.what.doubtful && !hourly && date === undefined && first.zone === undefined && !hasOpening(written))
    return undefined;
  if (clocks.length > 1 && !isOneMoment(clocks)) return undefined;
  const { clock } = first.what;
  return {
    ...clock,
    ...day,
    ...(either !== undefined && { either }),
    ...(day !== undefined && wrongWeekday(found, day)),
    ...(date === undefined && found.yesterday && { daysAgo: 1 }),
    ...(first.zone !== undefined && zoneParts(first.zone, { ...clock, ...day })),
  };
}

const isYear = ({ clock }: ClockAt): boolean => clock.hour === 20 && clock.minute < 40;
const hasOpening = (written: string): boolean => /^\s*\p{L}/u.test(written);

/** The date beside a time, preferably one with a single meaning. */
function dateOf({ days }: TimeScan, update: boolean): Day | Either | undefined {
  const beside = days.filter((one) => one.update === update);
  const all = beside.length > 0 ? beside : days.filter((one) => !one.update);
  return (all.find(({ what }) => !("written" in what)) ?? all[0])?.what;
}

/** The named weekday, where it is wrong: 17 May 2024, as in "Monday 17 May 2024", was a Friday. */
function wrongWeekday({ days, dayOfWeek }: TimeScan, day: Day): { readonly wrongWeekday: number } | undefined {
  if (dayOfWeek === undefined || day.year === undefined || days.length !== 1) return undefined;
  return weekdayOfDay(dayNumber(day.year, day.month, day.day)) === dayOfWeek ? undefined : { wrongWeekday: dayOfWeek };
}

/** True for the same moment on the clocks of two zones: "10:32 GMT (05:32 ET)". */
function isOneMoment(clocks: TimeScan["clocks"]): boolean {
  const minutes = clocks.map(({ what, zone }) =>
    zone?.offset === undefined ? undefined : (what.clock.hour * 60 + what.clock.minute - zone.offset + 2880) % 1440,
  );
  const same = ({ what }: TimePart<ClockAt>): boolean =>
    what.clock.hour === clocks[0]?.what.clock.hour && what.clock.minute === clocks[0]?.what.clock.minute;
  if (clocks.every((one) => same(one))) return true;
  // "ET" has two possible offsets, both whole hours.
  if (clocks.every(({ zone }) => zone !== undefined) && minutes.includes(undefined))
    return clocks.every(({ what }) => what.clock.minute === clocks[0]?.what.clock.minute);
  return minutes.every((one) => one !== undefined && one === minutes[0]);
}

function zoneParts(
  { zoneName: written, offset }: ZoneAt,
  at: { readonly hour: number; readonly minute: number } & Partial<Day>,
): { readonly zoneName: string; readonly offset?: number } {
  const zoneName = written.trim();
  if (offset !== undefined) return { zoneName, offset };
  // "ET" has only one offset on a given day.
  const zones = zonesNamed(zoneName);
  if (at.year === undefined || at.month === undefined || at.day === undefined) return { zoneName };
  const { year, month, day } = at;
  const offsets = new Set(
    zones.map((zone) => instantsInZone({ ...at, hour: at.hour % 24, year, month, day }, zone).instants[0]?.offset),
  );
  const [only] = offsets;
  return offsets.size === 1 && only !== undefined ? { zoneName, offset: only } : { zoneName };
}

/** True for a whole hour alone, "16h". It may be a duration: it is a time only beside times that are spelled "18h22". */
export const isBareHour = (written: string): boolean => /^(?:1?\d|2[0-4])h$/.test(written);

/** True for a text that holds a time in the spelling of "18h22". */
export const isHourSpelled = (written: string): boolean => /(?<!\d)\d{1,2} ?h ?[0-5]\d(?!\d)/i.test(written);

/** Reads a text that is only a date with its year or its weekday, as above the posts of a day. */
export function parseWrittenDay(written: string): Day | undefined {
  if (written.length > 80) return undefined;
  const found = scanned(written);
  if (found === undefined || !found.whole || found.clocks.length > 0 || found.relative) return undefined;
  const [first, ...others] = found.days;
  if (first === undefined || others.length > 0 || "written" in first.what) return undefined;
  return first.what.year !== undefined || found.weekday ? first.what : undefined;
}

/** Reads a text that is only a date, with or without its year, as beside the time of a post. */
export function parseDayBeside(written: string): Day | undefined {
  if (written.length > 40) return undefined;
  const found = scanned(written);
  if (found === undefined || !isWhole(found) || found.clocks.length > 0 || found.relative) return undefined;
  const [first, ...others] = found.days;
  return first === undefined || others.length > 0 || "written" in first.what ? undefined : first.what;
}

/** True for an age at the time of the capture, such as "2h ago". */
export function isRelativeTime(written: string): boolean {
  const found = scanned(written);
  return found?.relative === true && isWhole(found) && found.clocks.length === 0 && found.days.length === 0;
}

/** True for the time of a change, such as "Updated 10:32". */
export function tellsChange(written: string): boolean {
  const found = scanned(written);
  return found !== undefined && isWhole(found) && found.clocks.length > 0 && found.clocks.every(({ update }) => update);
}

/**
 * True for a text that is only a time, an age such as "2h ago", a date, the time of a change, or the seconds since 1970. False where a name
 * or another word stands beside it, and for a range or several moments.
 */
export function isShownTime(written: string): boolean {
  if (/^\s*1\d{9}(?:\d{3})?\s*$/.test(written)) return true;
  const found = scanned(written);
  if (found === undefined || !isWhole(found)) return false;
  if (found.clocks.length + found.days.length === 0) return found.relative;
  const [first] = found.clocks;
  if (first?.what.bare && first.zone === undefined && found.days.length === 0 && isYear(first.what)) return false;
  return found.clocks.length === 0 || isOneMoment(mainClocks(found));
}

/** The number of characters of the time at the beginning of a text; 0 where there is none. */
export function leadingTimeLength(written: string): number {
  const head = written.slice(0, longest * 2);
  const { text, at } = timeText(head);
  const blank = /^\s*/.exec(text)?.[0].length ?? 0;
  const found = scanTime(text.slice(blank, blank + longest));
  const [clock] = found.clocks;
  if (clock === undefined && !found.relative && found.days.every(({ what }) => "written" in what)) return 0;
  if (clock?.what.bare) return 0;
  const end = blank + found.end;
  // "10.50%", "18.03m", "1.50 million": a number of something else.
  if (/^(?:[%€$£¥°+]|\p{Ll})/u.test(text.slice(end, end + 2))) return 0;
  if (/^\d{1,2}\.\d\d$/.test(text.slice(blank, end)) && /^ \p{Ll}/u.test(text.slice(end, end + 3))) return 0;
  // "At 10:32 ..." is a sentence, "kl. 10.32" a time.
  const opens = timeWordAt(text, blank)?.kind === "joining" && clockAt(text, blank) === undefined;
  if (opens && found.days.length === 0) return 0;
  const inWord = !/\d/.test(text.slice(blank, end));
  if (inWord && !/^\s*(?:[:–—|-]|$)/.test(text.slice(end))) return 0;
  return isShownTime(text.slice(0, end)) ? (at[end] ?? head.length) : 0;
}
