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
