/** Turns the times of posts into the density strip: a histogram of the event with its days and a ruler. */
import type { Instant } from "../../model/instant.ts";
import type { Post } from "../../model/live-page.ts";
import type { Strings } from "../i18n/strings.ts";
import { clockOf, dayMs, dayStart, localTime, minuteMs } from "../time/clock.ts";
import type { StripBar, StripDay, StripTick, StripView } from "../views/strip.ts";

/** The most bars that a phone can show apart. */
const most = 84;
/** Widths of a bar in minutes. */
const steps = [1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080, 43_200];

/** The width of the area that leads to the posts of a bar, in percent of the strip: 25 pixels at 320. */
const target = 8;

type TimedPost = Post & { readonly published: Instant };

/** Undefined where fewer than three posts have a time. In a page written right to left, time runs to the left too. */
export function stripView(posts: readonly Post[], strings: Strings, direction: "ltr" | "rtl"): StripView | undefined {
  const timed = posts.filter((post): post is TimedPost => post.published !== undefined).reverse();
  const [first, last] = [timed[0], timed.at(-1)];
  if (first === undefined || last === undefined || timed.length < 3) return undefined;
  const span = last.published.epoch - first.published.epoch;
  const step = (steps.find((minutes) => span / (minutes * minuteMs) < most - 1) ?? 525_600) * minuteMs;
  const midnight = dayStart(first.published);
  const start = midnight + Math.floor((first.published.epoch - midnight) / step) * step;
  const count = Math.max(12, Math.floor((last.published.epoch - start) / step) + 1);
  const mirror = (x: number): number => round(direction === "rtl" ? 100 - x : x);

  const bins = [
    ...Map.groupBy(timed, ({ published }) => Math.max(0, Math.floor((published.epoch - start) / step))),
  ].sort(([a], [b]) => a - b);
  // A bar of one post stays low even where no bar has more.
  const tallest = Math.max(3, ...bins.map(([, inside]) => inside.length));
  const mirrorBins = (from: number, length: number): number =>
    (direction === "rtl" ? count - from - length : from) * 10;
  const bars: StripBar[] = bins.map(([bin, inside], place) => {
    const area = areaAround(bin, count, bins[place - 1]?.[0], bins[place + 1]?.[0]);
    return {
      x: mirrorBins(bin, 1),
      height: Math.round((inside.length / tallest) * 100),
      area: { x: mirrorBins(area.from, area.to - area.from), width: (area.to - area.from) * 10 },
      id: (inside[0] ?? first).id,
      title: strings.named(
        binWords(start + bin * step, step, inside[0] ?? first, strings),
        strings.posts(inside.length),
      ),
    };
  });
  return {
    bars,
    width: count * 10,
    from: start / minuteMs,
    to: (start + count * step) / minuteMs,
    days: dayMarks(timed, start, count * step, strings).map(({ x, anchor, text }) => ({
      x: mirror(x),
      anchor: (anchor === "start") === (direction === "ltr") ? "start" : "end",
      text,
    })),
    ticks: ticksOf(start, count * step, first.published, mirror),
  };
}

/** Where the pointer means the bar of a bin: up to half the way to its neighbours, within the strip; in bins. */
function areaAround(
  bin: number,
  count: number,
  before = -count,
  after = 2 * count,
): { readonly from: number; readonly to: number } {
  const wide = Math.ceil((count * target) / 100);
  const from = Math.min(Math.max(0, bin - (wide - 1) / 2), count - wide);
  return { from: Math.max(from, (before + bin + 1) / 2), to: Math.min(from + wide, (bin + 1 + after) / 2) };
}

/** Rulers in minutes: the longest strip, the step of ticks, the step of ticks with words; at most 24 ticks and seven words. */
const rulers: readonly (readonly [number, number, number])[] = [
  [45, 5, 10],
  [120, 10, 30],
  [360, 30, 60],
  [720, 60, 180],
  [1440, 60, 360],
  [4320, 360, 720],
  [34_560, 1440, 0],
];

/** The ticks of the ruler, by the offset of the first post. */
function ticksOf(start: number, length: number, clock: Instant, mirror: (x: number) => number): readonly StripTick[] {
  const [, small = 0, large = 0] = rulers.find(([longest]) => length <= longest * minuteMs) ?? [];
  if (small === 0) return [];
  const midnight = dayStart({ ...clock, epoch: start });
  const ticks: StripTick[] = [];
  for (let epoch = midnight; epoch < start + length; epoch += small * minuteMs) {
    const x = ((epoch - start) / length) * 100;
    if (x < 0) continue;
    const spoken = large > 0 && ((epoch - midnight) / minuteMs) % large === 0 && x > 4 && x < 96;
    ticks.push({ x: mirror(x), ...(spoken && { text: clockOf(localTime({ ...clock, epoch })) }) });
  }
  return ticks;
}

/** The labels of days, each where its day begins; a label without room is left out. */
function dayMarks(timed: readonly TimedPost[], start: number, length: number, strings: Strings): StripDay[] {
  const seen = new Map<number, Instant>();
  for (const post of timed) {
    const midnight = dayStart(post.published);
    if (![...seen.keys()].some((other) => Math.abs(other - midnight) < dayMs / 2)) seen.set(midnight, post.published);
  }
  const marks: StripDay[] = [];
  let free = 0;
  for (const [midnight, at] of seen) {
    const x = Math.max(0, ((midnight - start) / length) * 100);
    const text = strings.shortDay(localTime(at));
    const wide = room(text);
    const anchor = x + wide > 100 ? "end" : "start";
    const left = anchor === "end" ? x - wide - apart : x;
    if (left < free && marks.length > 0) continue;
    free = anchor === "end" ? 101 : left + wide + apart;
    marks.push({ x, anchor, text });
  }
  return marks;
}

/** The width of a label on a phone, in percent of the strip: an East Asian letter counts as two others. */
const room = (text: string): number => [...text].reduce((sum, letter) => sum + (letter >= "\u2e80" ? 3.6 : 1.8), 0);

/** Percent of the strip between two labels. */
const apart = 6;

function binWords(from: number, step: number, post: TimedPost, strings: Strings): string {
  const local = (epoch: number) => localTime({ ...post.published, epoch });
  if (step >= dayMs) return strings.date(local(from));
  if (step === minuteMs) return clockOf(local(from));
  return `${clockOf(local(from))}–${clockOf(local(from + step))}`;
}

/** Rounds to one decimal: a thousandth of the strip is about a pixel. */
const round = (value: number): number => Math.round(value * 10) / 10;
