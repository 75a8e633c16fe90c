/** Whether a printed time is true of an instant: every number, the month and the zone's name. */
import { type Instant, instantAtOffset, instantsInZone, localParts, parseInstant } from "../model/instant.ts";
import { zonesNamed } from "../model/zone-names.ts";
import { parseStamp, type Stamp } from "./stamp.ts";
import { parseWrittenTime } from "./written-time.ts";

/** What the stamp does not say is taken from the instant; what it says must lead to that very instant. */
export function agrees(stamp: Stamp, instant: Instant): boolean {
  const shown = localParts(instant);
  const local = {
    year: stamp.year ?? shown.year,
    month: stamp.month ?? shown.month,
    day: stamp.day ?? shown.day,
    hour: stamp.hour,
    minute: stamp.minute,
  };
  if (stamp.zoneName !== undefined && !zonesNamed(stamp.zoneName).includes(instant.zone))
    return (
      stamp.offset === instant.offset && instantAtOffset(local, stamp.offset, instant.zone).epoch === instant.epoch
    );
  return instantsInZone(local, instant.zone).instants.some(({ epoch }) => epoch === instant.epoch);
}

/** True for words that are a time, printed or for machines, and true of the instant. */
export function isWrittenStamp(words: string, instant: Instant): boolean {
  const machine = parseInstant(words, instant.zone);
  if (machine !== undefined && Math.floor((machine.epoch - instant.epoch) / 1000) === 0) return true;
  const told = parseStamp(words)?.stamp ?? parseStamp(words.replace(/^(\d\d)(\d\d)$/, "$1:$2"))?.stamp;
  const stamp = told ?? parseWrittenTime(words);
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
