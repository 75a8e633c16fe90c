/** A moment that remembers how it was told: its offset and its zone. The build machine's own zone never matters. */
import { DateTime, FixedOffsetZone, IANAZone } from "luxon";

export interface Instant {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly epoch: number;
  /** Minutes east of UTC, as told: 60 for British Summer Time. */
  readonly offset: number;
  /** IANA name of the zone of the live page. */
  readonly zone: string;
}

/** Reads an ISO time that has an offset or Z, such as `2024-05-17T02:37:00+01:00`; undefined if it is anything else. */
export function parseInstant(text: string, zone: string): Instant | undefined {
  const match = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/.exec(text.trim());
  if (match === null) return undefined;
  const time = DateTime.fromISO(text.trim(), { setZone: true });
  return time.isValid ? { epoch: time.toMillis(), offset: time.offset, zone } : undefined;
}

/** `2024-05-17T02:37:00+01:00`: seconds always, milliseconds only where there are any. */
export function printInstant(instant: Instant): string {
  const time = DateTime.fromMillis(instant.epoch, { zone: FixedOffsetZone.instance(instant.offset) });
  return (
    time.toISO({ suppressMilliseconds: true, includeOffset: true, extendedZone: false })?.replace(/Z$/, "+00:00") ?? ""
  );
}

/** True for a name that this machine's IANA tables know, such as "Europe/London"; abbreviations are not zones. */
export const isZone = (name: string): boolean =>
  /^(UTC|[A-Za-z_]+\/[A-Za-z0-9_+/-]+)$/.test(name) && IANAZone.isValidZone(name);

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

/** What the clock and the calendar show at an instant, in its own offset. */
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

/** The date that is so many days after 1970-01-01. */
export function dateOfDay(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const time = new Date(days * 86_400_000);
  return { year: time.getUTCFullYear(), month: time.getUTCMonth() + 1, day: time.getUTCDate() };
}

/** The instant at which the clock shows `local` where it is `offset` minutes east of UTC, whatever `zone` says. */
export const instantAtOffset = (local: LocalTime, offset: number, zone: string): Instant => ({
  epoch: Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute) - offset * 60_000,
  offset,
  zone,
});

/**
 * The instants at which the clocks of `zone` show `local`, earliest first: one, or two in the hour that an autumn repeats.
 * For an hour that a spring skips, `skipped` is true and the one instant is as far after the gap as `local` is into it.
 */
export function instantsInZone(
  local: LocalTime,
  zone: string,
): { readonly instants: readonly Instant[]; readonly skipped: boolean } {
  const { year, month, day, hour, minute } = local;
  const time = DateTime.fromObject({ year, month, day, hour, minute }, { zone });
  if (!time.isValid) return { instants: [], skipped: false };
  const instants = time
    .getPossibleOffsets()
    .map((possible) => ({ epoch: possible.toMillis(), offset: possible.offset, zone }))
    .sort((a, b) => a.epoch - b.epoch);
  return { instants, skipped: time.hour !== hour || time.minute !== minute };
}
