/** From a time as a person writes it, such as `14:05`, to the moment at which the clocks of a live page's zone showed it. */
import {
  type Instant,
  instantInZone,
  instantsInZone,
  isDate,
  type LocalTime,
  localParts,
  parseInstant,
  printInstant,
  twoDigits,
} from "../../model/instant.ts";

/** The moment, or what is wrong with the text. */
export type TimeOfPost =
  | { readonly kind: "time"; readonly instant: Instant }
  | { readonly kind: "wrong"; readonly why: string; readonly hint: string };

const clockTime = /^(?:(\d{4})-(\d\d)-(\d\d)[T ])?(\d{1,2}):(\d\d)$/;

/**
 * `14:05` is of the day that it is at `now` (milliseconds since 1970) in the zone; a date may stand before it, and an offset behind
 * both. Of the hour that comes twice in autumn the offset must be given, and the hour that is left out in spring is no time.
 */
export function readPostTime(text: string, zone: string, now: number): TimeOfPost {
  const moment = parseInstant(text.trim().replace(" ", "T"), zone);
  if (moment !== undefined) return { kind: "time", instant: instantInZone(moment.epoch, zone) };
  const [, year, month, day, hour = "", minute = ""] = clockTime.exec(text.trim()) ?? [];
  const today = localParts(instantInZone(now, zone));
  const local: LocalTime = {
    year: Number(year ?? today.year),
    month: Number(month ?? today.month),
    day: Number(day ?? today.day),
    hour: Number(hour),
    minute: Number(minute),
  };
  if (hour === "" || local.hour > 23 || local.minute > 59 || !isDate(local.year, local.month, local.day))
    return {
      kind: "wrong",
      why: "expected a time of the day, with or without a date",
      hint: `For example ${exampleTime(now, zone)}`,
    };
  const { instants, skipped } = instantsInZone(local, zone);
  const [first, second] = instants;
  if (first === undefined || skipped)
    return {
      kind: "wrong",
      why: `the clocks of ${zone} never showed it: they were put forward then`,
      hint: `For example ${first === undefined ? exampleTime(now, zone) : printInstant(first)}`,
    };
  if (second !== undefined)
    return {
      kind: "wrong",
      why: `the clocks of ${zone} showed it twice: they were put back then`,
      hint: `Write ${printInstant(first)} for the first time, or ${printInstant(second)} for the second`,
    };
  return { kind: "time", instant: first };
}

/** The minute that it is: a post by hand has no seconds. */
export const thisMinute = (now: number, zone: string): Instant =>
  instantInZone(Math.floor(now / 60_000) * 60_000, zone);

/** `2024-05-17T14:05`, as an example. */
function exampleTime(now: number, zone: string): string {
  const { year, month, day, hour, minute } = localParts(instantInZone(now, zone));
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}T${twoDigits(hour)}:${twoDigits(minute)}`;
}
