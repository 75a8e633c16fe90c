/** Which posts need a number to keep the order of their page, since their times do not. */
import type { Instant } from "../model/instant.ts";
import type { Order } from "./times/times.ts";

/**
 * For each post the number that keeps it in the page's order where its time does not: posts of one minute count from 1;
 * where posts have no time they, and the timed posts beside them, take their place counted from the oldest. Larger is later.
 */
export function findPlaces(instants: readonly (Instant | undefined)[], order: Order): readonly (number | undefined)[] {
  const oldestFirst = order === "oldest-first" ? [...instants] : [...instants].reverse();
  const places = oldestFirst.includes(undefined) ? placesAmongUntimed(oldestFirst) : placesInMinutes(oldestFirst);
  return order === "oldest-first" ? places : [...places].reverse();
}

function placesInMinutes(instants: readonly (Instant | undefined)[]): readonly (number | undefined)[] {
  const counts = countMinutes(instants);
  const seen = new Map<number | undefined, number>();
  return instants.map((instant) => {
    const minute = minuteOf(instant);
    const count = (seen.get(minute) ?? 0) + 1;
    seen.set(minute, count);
    return (counts.get(minute) ?? 0) > 1 ? count : undefined;
  });
}

function placesAmongUntimed(instants: readonly (Instant | undefined)[]): readonly (number | undefined)[] {
  const counts = countMinutes(instants);
  const firstTimed = instants.findIndex((instant) => instant !== undefined);
  return instants.map((instant, age) => {
    const tied = instant === undefined || (counts.get(minuteOf(instant)) ?? 0) > 1;
    const beside = (age + 1 < instants.length && instants[age + 1] === undefined) || (age === firstTimed && age > 0);
    return tied || beside ? age + 1 : undefined;
  });
}

const minuteOf = (instant: Instant | undefined): number | undefined =>
  instant === undefined ? undefined : Math.floor(instant.epoch / 60_000);

function countMinutes(instants: readonly (Instant | undefined)[]): ReadonlyMap<number | undefined, number> {
  const counts = new Map<number | undefined, number>();
  for (const instant of instants) counts.set(minuteOf(instant), (counts.get(minuteOf(instant)) ?? 0) + 1);
  return counts;
}
