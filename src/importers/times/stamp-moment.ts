/** The moments that a printed time can mean, near a moment that is known. */
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

/** The moments at which the clocks show the stamp on a day, by the zone that it names, else by `zone`. None where that is unknown. */
export function momentsOn(stamp: Stamp, day: number, zone: string): readonly Instant[] {
  const turned = stamp.hour === 24 ? day + 1 : day;
  const local = { ...dateOfDay(turned), hour: stamp.hour % 24, minute: stamp.minute };
  if (stamp.offset !== undefined) return [instantAtOffset(local, stamp.offset, zone)];
  if (stamp.zoneName === undefined) return instantsInZone(local, zone).instants;
  const named = zonesNamed(stamp.zoneName);
  if (named.includes(zone)) return instantsInZone(local, zone).instants;
  // A name of several zones that all show the same tells the moment.
  const found = named.map((one) => instantsInZone(local, one).instants);
  const [first = []] = found;
  const same = found.every((instants) => instants[0]?.epoch === first[0]?.epoch);
  return same ? first.map((instant) => ({ ...instant, zone })) : [];
}

/** The moment that is nearest to `near` of those that a stamp can mean: on its own day, else on that of `near` or beside it. */
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

/** A time that says neither morning nor afternoon, as both. */
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
