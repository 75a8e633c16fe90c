/** Whether a printed time is true of an instant: every number, the month and the zone's name. */
import { dayNumber, type Instant, instantAtOffset, localParts, parseInstant } from "../../model/instant.ts";
import { parseStamp, type Stamp } from "../written-time/stamp.ts";
import { parseWrittenTime } from "../written-time/written-time.ts";
import { halvesOf, minuteOf, momentsOn } from "./stamp-moment.ts";

/**
 * What the stamp does not say is taken from the instant; what it says must lead to that very minute. A stamp without a zone is
 * one of the instant's own clocks: those of its zone, or those that its offset tells.
 */
export function agrees(stamp: Stamp, instant: Instant): boolean {
  const shown = localParts(instant);
  const [year, month, day] = [stamp.year ?? shown.year, stamp.month ?? shown.month, stamp.day ?? shown.day];
  // The end of a day that is not named is the beginning of the next, which the instant names.
  const hour = stamp.hour === 24 && stamp.day === undefined ? 0 : stamp.hour;
  return halvesOf({ ...stamp, hour }).some((half) => {
    const local = { year, month, day, hour: half.hour, minute: half.minute };
    const moments = [...momentsOn({ ...half, year, month, day }, dayNumber(year, month, day), instant.zone)];
    if (stamp.zoneName === undefined) moments.push(instantAtOffset(local, instant.offset, instant.zone));
    else if (stamp.offset !== undefined && stamp.offset !== instant.offset) return false;
    return moments.some((moment) => minuteOf(moment) === minuteOf(instant));
  });
}

/** True for words that are a time, printed or for machines, and true of the instant. */
export function isWrittenStamp(words: string, instant: Instant): boolean {
  const machine = parseInstant(words, instant.zone);
  if (machine !== undefined && Math.floor((machine.epoch - instant.epoch) / 1000) === 0) return true;
  const stamp = parseWrittenTime(words, { called: true, hourly: true }) ?? parseStamp(words)?.stamp;
  return stamp !== undefined && agrees(stamp, instant);
}

/** True for a text that is a whole stamp and says nothing that a post's own stamp contradicts. */
export function repeats(stamp: Stamp | undefined, text: string): boolean {
  const again = /^\d/.test(text) ? parseStamp(text) : undefined;
  if (stamp === undefined || again === undefined || again.end !== text.length) return false;
  if (stamp.zoneName !== undefined && stamp.offset === undefined) return false;
  const same = (a: number | undefined, b: number | undefined) => a === undefined || b === undefined || a === b;
  const { day, month, year, offset } = again.stamp;
  const sameDay = same(stamp.day, day) && same(stamp.month, month) && same(stamp.year, year);
  const sameZone = again.stamp.zoneName === undefined || (offset !== undefined && same(stamp.offset, offset));
  return stamp.hour === again.stamp.hour && stamp.minute === again.stamp.minute && sameDay && sameZone;
}
