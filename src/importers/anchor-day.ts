/** The day of the newest of some times of day that have none: from what the page says of its day, never later than the capture. */
import { dayNumber, type Instant, localParts } from "../model/instant.ts";
import type { PageDay } from "./page-days.ts";
import type { Stamp } from "./stamp.ts";
import { minuteOf, momentsOn } from "./stamp-moment.ts";

export interface DatedStamp {
  readonly stamp: Stamp;
  /** Days before the newest: 0 or below. */
  readonly days: number;
}

export interface Anchor {
  /** The day of the stamps whose `days` are 0, since 1970. */
  readonly day: number;
  readonly from: string;
}

export const fromCapture = "the time of the capture";

/** In minutes: a page is published a little before its first post, or after the newest. */
const slack = { before: 120, after: 5 } as const;

interface Bounds {
  readonly newest: (day: number) => number;
  readonly oldest: (day: number) => number;
  /** How many days the times go back. */
  readonly span: number;
  /** The last day on which the newest time is not after a moment in minutes. */
  readonly notAfter: (minute: number) => number;
}

export function anchorDay(
  stamps: readonly DatedStamp[],
  pageDays: readonly PageDay[],
  captured: Instant | undefined,
  zone: string,
): Anchor | undefined {
  if (stamps.length === 0) return undefined;
  const bounds = boundsOf(stamps, zone);
  const latest = captured === undefined ? Number.POSITIVE_INFINITY : bounds.notAfter(minuteOf(captured));
  const end = pageDays.find(({ kind }) => kind === "end");
  const [first] = pageDays;
  if (first !== undefined) {
    const day = dayFrom(first, end, bounds);
    return day <= latest
      ? { day, from: first.from }
      : { day: latest, from: `${fromCapture}, since ${first.from} is later` };
  }
  return captured === undefined ? undefined : { day: latest, from: fromCapture };
}

function boundsOf(stamps: readonly DatedStamp[], zone: string): Bounds {
  const at = ({ stamp, days }: DatedStamp, day: number): number => {
    const [moment] = momentsOn(stamp, day + days, zone);
    return moment === undefined ? (day + days) * 1440 + stamp.hour * 60 + stamp.minute : minuteOf(moment);
  };
  const sorted = [...stamps].sort((a, b) => at(a, 0) - at(b, 0));
  const [oldest, newest] = [sorted[0] as DatedStamp, sorted.at(-1) as DatedStamp];
  const newestAt = (day: number): number => at(newest, day);
  return {
    newest: newestAt,
    oldest: (day) => at(oldest, day),
    span: newest.days - oldest.days,
    notAfter(minute) {
      let day = Math.floor(minute / 1440) + 2 - newest.days;
      for (let tries = 0; tries < 5 && newestAt(day) > minute; tries += 1) day -= 1;
      return day;
    },
  };
}

/** The day of the newest time, by one thing that the page says and by when it was last changed. */
function dayFrom(first: PageDay, end: PageDay | undefined, { newest, oldest, span, notAfter }: Bounds): number {
  const ended = end?.epoch === undefined ? undefined : Math.floor(end.epoch / 60_000);
  if (first.kind === "end") return ended === undefined ? first.day : notAfter(ended + slack.after);
  const started = first.epoch === undefined ? undefined : Math.floor(first.epoch / 60_000);
  const byEnd = ended === undefined ? undefined : notAfter(ended + slack.after);
  if (
    first.kind === "start" &&
    started !== undefined &&
    ended !== undefined &&
    byEnd !== undefined &&
    ended > started
  ) {
    // Changed within the time that the posts take: the newest post is what changed it.
    const began = oldest(byEnd) >= started - slack.before;
    if (began && ended - started <= (span + 1) * 1440) return byEnd;
  }
  const fromOldest = first.day + span;
  const fits = byEnd === undefined || fromOldest <= byEnd;
  const begins = started === undefined || oldest(fromOldest) >= started - slack.before;
  if (span === 0 || (fits && begins)) return fromOldest;
  // Published again with each change: the newest post is of that moment.
  return started !== undefined && newest(first.day) > started + slack.after ? fromOldest : first.day;
}

/** The day of an instant in its own clocks, since 1970. */
export function dayOfInstant(instant: Instant): number {
  const { year, month, day } = localParts(instant);
  return dayNumber(year, month, day);
}
