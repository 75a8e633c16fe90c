/** From a printed time and an instant to whether they agree: in each number, the month and the name of the zone. */
import { dayNumber, type Instant, instantAtOffset, localParts, parseInstant } from "../../model/instant.ts";
import { parseStamp, type Stamp } from "../written-time/stamp.ts";
import { parseWrittenTime } from "../written-time/written-time.ts";
import { halvesOf, minuteOf, momentsOn } from "./stamp-moment.ts";

/**
 * Parts that the stamp lacks are those of the instant; the result must be the same minute. A stamp without a zone is in the zone of the
 * instant, or at its offset.
 */
export function agrees(stamp: Stamp, instant: Instant): boolean {
  const shown = localParts(instant);
  const [year, month, day] = [stamp.year ?? shown.year, stamp.month ?? shown.month, stamp.day ?? shown.day];
  // "24:00" without a day is the beginning of the next day, which is that of the instant.
  const hour = stamp.hour === 24 && stamp.day === undefined ? 0 : stamp.hour;
  return halvesOf({ ...stamp, hour }).some((half) => {
    const local = { year, month, day, hour: half.hour, minute: half.minute };
    const moments = [...momentsOn({ ...half, year, month, day }, dayNumber(year, month, day), instant.zone)];
    if (stamp.zoneName === undefined) moments.push(instantAtOffset(local, instant.offset, instant.zone));
    else if (stamp.offset !== undefined && stamp.offset !== instant.offset) return false;
    return moments.some((moment) => minuteOf(moment) === minuteOf(instant));
  });
}

/** True for words that are a printed time or a machine time of the instant. */
export function isWrittenStamp(words: string, instant: Instant): boolean {
  const machine = parseInstant(words, instant.zone);
  if (machine !== undefined && Math.floor((machine.epoch - instant.epoch) / 1000) === 0) return true;
  const stamp = parseWrittenTime(words, { called: true, hourly: true }) ?? parseStamp(words)?.stamp;
  return stamp !== undefined && agrees(stamp, instant);
}

/** True for a text that is a whole stamp without contradiction to the post's own stamp. */
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
