/** From a printed time and a day, or a known moment near it, to the moments that it can mean. */
import {
  dateOfDay,
  dayNumber,
  type Instant,
  instantAtOffset,
  instantsInZone,
  isDate,
  localParts,
} from "../../model/instant.ts";
import { zonesNamed } from "../../model/zone-names.ts";
import type { Stamp } from "../written-time/stamp.ts";

/** The moments of a stamp on a day, in the zone that it names, else in `zone`. Empty where its zone is unknown. */
export function momentsOn(stamp: Stamp, day: number, zone: string): readonly Instant[] {
  const turned = stamp.hour === 24 ? day + 1 : day;
  const local = { ...dateOfDay(turned), hour: stamp.hour % 24, minute: stamp.minute };
  if (stamp.offset !== undefined) return [instantAtOffset(local, stamp.offset, zone)];
  if (stamp.zoneName === undefined) return instantsInZone(local, zone).instants;
  const named = zonesNamed(stamp.zoneName);
  if (named.includes(zone)) return instantsInZone(local, zone).instants;
  // A name of several zones is enough where all of them give the same moment.
  const found = named.map((one) => instantsInZone(local, one).instants);
  const [first = []] = found;
  const same = found.every((instants) => instants[0]?.epoch === first[0]?.epoch);
  return same ? first.map((instant) => ({ ...instant, zone })) : [];
}

/** The moment nearest to `near` that a stamp can mean: on its own day, or, without one, on the day of `near` or the days beside it. */
export function momentNear(stamp: Stamp, near: Instant, zone: string): Instant | undefined {
  let best: Instant | undefined;
  for (const half of halvesOf(stamp))
    for (const day of daysNear(half, near))
      for (const instant of momentsOn(half, day, zone))
        if (best === undefined || away(instant, near) < away(best, near)) best = instant;
  return best;
}

const away = (a: Instant, b: Instant): number => Math.abs(minuteOf(a) - minuteOf(b));

/** Minutes since 1970: times are compared by them, since pages show no seconds. */
export const minuteOf = ({ epoch }: Instant): number => Math.floor(epoch / 60_000);

/** Both halves of the day for a time without am or pm; else the time itself. */
export const halvesOf = (stamp: Stamp): readonly Stamp[] =>
  stamp.half === "open" ? [stamp, { ...stamp, hour: (stamp.hour + 12) % 24 }] : [stamp];

function daysNear({ year, month, day }: Stamp, near: Instant): readonly number[] {
  const { year: there, month: thisMonth, day: today } = localParts(near);
  if (month === undefined || day === undefined) {
    const here = dayNumber(there, thisMonth, today);
    return [here - 1, here, here + 1];
  }
  const years = year === undefined ? [there - 1, there, there + 1] : [year];
  return years.filter((one) => isDate(one, month, day)).map((one) => dayNumber(one, month, day));
}
