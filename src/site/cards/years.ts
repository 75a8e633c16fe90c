/** Turns the times of live pages into the strip of the archive's card: how many ended in each stretch of its years, by UTC. */
import { dayMs } from "../time/clock.ts";
import type { CardMark, CardStrip } from "./card.ts";

/** The most bars that a small picture of the card can show apart. */
const most = 84;
const steps = [1, 7, 30, 91, 365].map((days) => days * dayMs);

/** `times`: milliseconds since 1970, in any order. Undefined for fewer than three. */
export function yearsStrip(times: readonly number[], direction: "ltr" | "rtl"): CardStrip | undefined {
  const sorted = times.toSorted((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined || sorted.length < 3) return undefined;
  const step = steps.find((one) => (last - first) / one < most - 1) ?? Math.ceil((last - first) / most / dayMs) * dayMs;
  const start = Math.floor(first / step) * step;
  const count = Math.max(12, Math.floor((last - start) / step) + 1);
  const bins = Map.groupBy(sorted, (time) => Math.floor((time - start) / step));
  const tallest = Math.max(3, ...[...bins.values()].map((bin) => bin.length));
  const width = 100 / count;
  const mirror = (x: number, size: number): number => round(direction === "rtl" ? 100 - x - size : x);
  return {
    bars: [...bins].map(([bin, { length }]) => [
      mirror(bin * width + width * 0.15, width * 0.7),
      Math.round((length / tallest) * 100),
    ]),
    barWidth: Math.max(0.1, round(width * 0.7)),
    days: [],
    ticks: yearTicks(start, count * step, mirror),
  };
}

/** A tick at each New Year, with words where there is room. */
function yearTicks(start: number, length: number, mirror: (x: number, size: number) => number): readonly CardMark[] {
  const year = (epoch: number): number => new Date(epoch).getUTCFullYear();
  const years = Array.from({ length: year(start + length) - year(start) }, (_, index) => year(start) + 1 + index);
  const every = Math.ceil(years.length / 8);
  const marked = years.filter((one) => years.length <= 24 || one % every === 0);
  return marked.map((one): CardMark => {
    const x = ((Date.UTC(one, 0) - start) / length) * 100;
    return { x: mirror(x, 0), ...(one % every === 0 && x > 3 && x < 97 && { text: String(one) }) };
  });
}

/** Rounds to one decimal: a thousandth of the strip is about a pixel. */
const round = (value: number): number => Math.round(value * 10) / 10;
