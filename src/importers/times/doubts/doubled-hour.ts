/** From printed times in the hour that comes twice when summer time ends to the first or the second of the two. */
import type { Instant } from "../../../model/instant.ts";
import type { Stamp } from "../../written-time/stamp.ts";
import { momentsOn } from "../stamp-moment.ts";

/** 0: the first of the two hours; 1: the second. */
export type Pass = 0 | 1;

/** In minutes. A page may be a little out of order: a smaller step back does not show that the clocks were set back. */
const untidy = 5;

/** The pass of each stamp in the doubled hour, by its index: by a step back within the hour, by the times around it, by the capture. */
export function passesOf(
  stamps: readonly (Stamp | undefined)[],
  days: readonly (number | undefined)[],
  oldestFirst: boolean,
  { zone, captured }: { readonly zone: string; readonly captured?: Instant },
): ReadonlyMap<number, Pass> {
  const passes = new Map<number, Pass>();
  const indexes = [...stamps.keys()].filter((index) => stamps[index] !== undefined && days[index] !== undefined);
  if (!oldestFirst) indexes.reverse();
  let run: { readonly index: number; readonly first: Instant; readonly second: Instant }[] = [];
  let before: Instant | undefined;
  const settle = (after: Instant | undefined): void => {
    const [oldest, newest] = [run[0], run.at(-1)];
    if (oldest === undefined || newest === undefined) return;
    const turn = run.findIndex(
      ({ first }, at) => at > 0 && first.epoch < (run[at - 1]?.first.epoch ?? 0) - untidy * 60_000,
    );
    const latest = Math.min(after?.epoch ?? Number.POSITIVE_INFINITY, captured?.epoch ?? Number.POSITIVE_INFINITY);
    const all =
      before !== undefined && oldest.first.epoch < before.epoch - untidy * 60_000
        ? 1
        : newest.second.epoch > latest + untidy * 60_000
          ? 0
          : undefined;
    for (const [at, { index }] of run.entries()) {
      const pass = turn === -1 ? all : at < turn ? 0 : 1;
      if (pass !== undefined) passes.set(index, pass);
    }
    run = [];
  };
  for (const index of indexes) {
    const [stamp, day] = [stamps[index], days[index]];
    const [first, second] = stamp === undefined || day === undefined ? [] : momentsOn(stamp, day, zone);
    if (first === undefined) continue;
    if (second !== undefined) run.push({ index, first, second });
    else {
      settle(first);
      before = first;
    }
  }
  settle(undefined);
  return passes;
}
