/** Times of structured data that name no offset. */
import { type Instant, instantsInZone } from "../model/instant.ts";

const local = /^\s*(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::\d\d(?:\.\d{1,9})?)?\s*$/;

/** A time without an offset as one of the page's zone: whoever takes it says that the zone was inferred. */
export function localMoment(text: string, zone: string): Instant | undefined {
  const found = local.exec(text);
  if (found === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = found.slice(1).map(Number);
  if (hour > 23 || minute > 59) return undefined;
  return instantsInZone({ year, month, day, hour, minute }, zone).instants[0];
}
