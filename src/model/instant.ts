/** From a written time to a moment that keeps its offset and its zone. The zone of the build machine never matters. */
import { createRequire } from "node:module";

// Loaded when it is needed: only an import asks what the clocks of a zone showed.
const require = createRequire(import.meta.url);
const luxon = (): typeof import("luxon") => require("luxon");

export interface Instant {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly epoch: number;
  /** Minutes east of UTC, as the source told it: 60 for British Summer Time. */
  readonly offset: number;
  /** IANA name of the zone of the live page. */
  readonly zone: string;
}

/** Reads an ISO time that has an offset or Z, such as `2024-05-17T02:37:00+01:00`; undefined if it is anything else. */
export function parseInstant(text: string, zone: string): Instant | undefined {
  const match = isoTime.exec(text.trim());
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const millisecond = Math.floor(Number(`0.${match[7] ?? 0}`) * 1000);
  const midnight = hour === 24 && minute + second + millisecond === 0;
  // Date.UTC reads the years 0 to 99 as 1900 to 1999.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  if ((hour > 23 && !midnight) || minute > 59 || second > 59) return undefined;
  const east = Number(match[9] ?? 0) * 60 + Number(match[10] ?? 0);
  const offset = match[8] === "-" && east !== 0 ? -east : east;
  return { epoch: date.getTime() + ((hour * 60 + minute - offset) * 60 + second) * 1000 + millisecond, offset, zone };
}

const isoTime = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d\d):?(\d\d))$/;

/** A moment as the clocks of a zone showed it; `isZone` must know the zone. */
export const instantInZone = (epoch: number, zone: string): Instant => ({
  epoch,
  offset: Math.round(luxon().DateTime.fromMillis(epoch, { zone }).offset),
  zone,
});

/** `2024-05-17T02:37:00+01:00`: seconds always, milliseconds only where there are any. */
export function printInstant(instant: Instant): string {
  const { epoch, offset } = instant;
  const local = new Date(epoch + offset * 60_000);
  if (Number.isNaN(local.getTime())) return "";
  const east = offsetText(offset);
  const { year, month, day, hour, minute, second } = localParts(instant);
  // The first toISOString() of a process asks the machine for its zone, which takes 7 ms.
  if (year < 0 || year > 9999 || local.getUTCMilliseconds() !== 0)
    return local.toISOString().replace(/(?:\.000)?Z$/, east);
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}T${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}${east}`;
}

/** `+01:00` for 60 minutes east of UTC. */
export const offsetText = (offset: number): string =>
  `${offset < 0 ? "-" : "+"}${twoDigits(Math.abs(offset) / 60)}:${twoDigits(Math.abs(offset) % 60)}`;

/** "07" for 7.9. */
export const twoDigits = (number: number): string => String(Math.trunc(number)).padStart(2, "0");

// Making the list takes 3 ms, the first formatter 16 ms; but the list lacks old names, such as Asia/Calcutta.
let listed: ReadonlySet<string> | undefined;

/** True for a name that this machine's IANA tables know, such as "Europe/London"; abbreviations are not zones. */
export function isZone(name: string): boolean {
  if (!/^(UTC|[A-Za-z_]+\/[A-Za-z0-9_+/-]+)$/.test(name)) return false;
  listed ??= new Set(Intl.supportedValuesOf("timeZone"));
  if (name === "UTC" || listed.has(name)) return true;
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** A reading of clock and calendar, without a place. */
export interface LocalTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** A local time with what stands beside it on a calendar. */
export interface LocalParts extends LocalTime {
  readonly second: number;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
}

/** What clock and calendar show at an instant, in its own offset. */
export function localParts(instant: Instant): LocalParts {
  const time = new Date(instant.epoch + instant.offset * 60_000);
  return {
    year: time.getUTCFullYear(),
    month: time.getUTCMonth() + 1,
    day: time.getUTCDate(),
    hour: time.getUTCHours(),
    minute: time.getUTCMinutes(),
    second: time.getUTCSeconds(),
    weekday: time.getUTCDay() === 0 ? 7 : time.getUTCDay(),
  };
}

/** False for 31 June and for 29 February of a common year. */
export function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Days since 1970-01-01 of a date of the calendar. */
export const dayNumber = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / 86_400_000;

/** 1 (Monday) to 7 for a day since 1970-01-01, which was a Thursday. */
export const weekdayOfDay = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** The date that is this number of days after 1970-01-01. */
export function dateOfDay(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const time = new Date(days * 86_400_000);
  return { year: time.getUTCFullYear(), month: time.getUTCMonth() + 1, day: time.getUTCDate() };
}

/** The instant at which the clock shows `local`, `offset` minutes east of UTC; `zone` is only recorded. */
export const instantAtOffset = (local: LocalTime, offset: number, zone: string): Instant => ({
  epoch: Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute) - offset * 60_000,
  offset,
  zone,
});

/**
 * The instants at which the clocks of `zone` show `local`, earliest first: one, or two in the hour that is repeated in autumn. For an hour
 * that is skipped in spring, `skipped` is true, and the one instant is as far after the gap as `local` is into it.
 */
export function instantsInZone(
  local: LocalTime,
  zone: string,
): { readonly instants: readonly Instant[]; readonly skipped: boolean } {
  const { year, month, day, hour, minute } = local;
  const time = luxon().DateTime.fromObject({ year, month, day, hour, minute }, { zone });
  if (!time.isValid) return { instants: [], skipped: false };
  const instants = time
    .getPossibleOffsets()
    .map((possible) => ({ epoch: possible.toMillis(), offset: possible.offset, zone }))
    .sort((a, b) => a.epoch - b.epoch);
  return { instants, skipped: time.hour !== hour || time.minute !== minute };
}
