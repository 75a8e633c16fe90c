/** Turns an instant into its local date and clock, by the offset that the instant carries. */
import { type Instant, localParts, twoDigits } from "../../model/instant.ts";

/** `month`: 1 to 12. `weekday`: 0 for Sunday. */
export interface CalendarTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
}

export const minuteMs = 60_000;
export const dayMs = 86_400_000;

/** Milliseconds of the local clock, as if it were UTC. */
const localMs = (instant: Instant): number => instant.epoch + instant.offset * minuteMs;

export function localTime(instant: Instant): CalendarTime {
  const { year, month, day, weekday, hour, minute } = localParts(instant);
  return { year, month, day, weekday: weekday % 7, hour, minute };
}

/** `04:28`, in 24 hours. */
export const clockOf = (time: CalendarTime): string => `${twoDigits(time.hour)}:${twoDigits(time.minute)}`;

/** `2024-05-17`, the local day. */
export const dayOf = (time: CalendarTime): string =>
  `${String(time.year).padStart(4, "0")}-${twoDigits(time.month)}-${twoDigits(time.day)}`;

/** The beginning of the local day of an instant, by its own offset, in milliseconds since 1970. */
export const dayStart = (instant: Instant): number =>
  Math.floor(localMs(instant) / dayMs) * dayMs - instant.offset * minuteMs;
