/** Times as structured data writes them. */
import { type Instant, instantInZone, parseInstant } from "../model/instant.ts";

/** A time with an offset, to the second; undefined for one without, which could be of any zone. */
export function momentOf(text: string, zone: string): Instant | undefined {
  const instant = parseInstant(text, zone);
  if (instant === undefined) return undefined;
  const epoch = Math.floor(instant.epoch / 1000) * 1000;
  // "Z" and "+00:00" are how machines write: the page showed its own zone's time.
  return /(?:z|[+-]00:?00)\s*$/i.test(text) ? instantInZone(epoch, zone) : { ...instant, epoch };
}
