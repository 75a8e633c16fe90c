/** From the times of posts to the numbers that keep the order of the page where the times do not. */
import type { Instant } from "../model/instant.ts";
import type { Order } from "./times/times.ts";

/**
 * The number of each post, or undefined if its time is enough. Posts of one minute count from 1. If some posts have no time, they and
 * the timed posts beside them get their place, counted from the oldest. A larger number is later.
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
