/** Whether a printed time is true of an instant: every number, the month and the zone's name. */
import { type Instant, instantAtOffset, instantsInZone, localParts } from "../model/instant.ts";
import type { Stamp } from "./stamp.ts";

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
  if (stamp.zoneName !== undefined)
    return (
      stamp.offset === instant.offset && instantAtOffset(local, stamp.offset, instant.zone).epoch === instant.epoch
    );
  return instantsInZone(local, instant.zone).instants.some(({ epoch }) => epoch === instant.epoch);
}
