/** From times of day without dates to the day of the newest: by what the page says of its day, and never later than the capture. */
import { dayNumber, type Instant, localParts } from "../../model/instant.ts";
import type { Stamp } from "../written-time/stamp.ts";
import type { PageDay } from "./page-days.ts";
import { minuteOf, momentsOn } from "./stamp-moment.ts";

export interface DatedStamp {
  readonly stamp: Stamp;
  /** Days from the newest time to this one: 0 or less. */
  readonly days: number;
}

export interface Anchor {
  /** The day of the stamps whose `days` are 0, since 1970. */
  readonly day: number;
  readonly from: string;
}

const fromCapture = "the time of the capture";

/** In minutes: a page may be published this long after the time of its first post, and changed this long before that of its newest. */
const [before, after] = [120, 5];
const day = 1440;

interface Bounds {
  readonly newest: (day: number) => number;
  readonly oldest: (day: number) => number;
  /** How many days the times go back. */
  readonly span: number;
  /** The last day on which the newest time is not later than a moment, in minutes since 1970. */
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
    const byPage = dayFrom(first, end, bounds);
    return byPage <= latest
      ? { day: byPage, from: first.from }
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

/** The day of the newest time, by the surest of the page's days and by its last change. */
function dayFrom(first: PageDay, end: PageDay | undefined, bounds: Bounds): number {
  const { newest, oldest, span, notAfter } = bounds;
  const byEnd = end?.epoch === undefined ? undefined : notAfter(minutesOf(end.epoch) + after);
  if (first.kind === "end") return byEnd ?? first.day;
  if (first.kind === "start" && first.epoch !== undefined) {
    const started = minutesOf(first.epoch);
    const ended = end?.epoch === undefined ? Number.NEGATIVE_INFINITY : minutesOf(end.epoch);
    // The last change lies within the time of the posts, so that the newest post is the change.
    if (
      byEnd !== undefined &&
      ended > started &&
      ended - started <= (span + 1) * day &&
      oldest(byEnd) >= started - before
    )
      return byEnd;
    const days = Array.from({ length: Math.min(span, 400) + 2 }, (_, index) => first.day + index);
    const possible = days.filter((one) => byEnd === undefined || one <= Math.max(byEnd, first.day));
    const far = (one: number): number => farFrom(started, oldest(one), newest(one));
    return possible.reduce((best, one) => (far(one) < far(best) ? one : best), first.day);
  }
  return byEnd === undefined || first.day + span <= byEnd ? first.day + span : first.day;
}

/** Minutes from a moment to the nearer of the oldest and the newest time: a page is published with its first post, or again with its newest. */
function farFrom(moment: number, oldest: number, newest: number): number {
  if (moment <= oldest) return oldest - moment;
  return moment >= newest ? moment - newest : Math.min(moment - oldest, newest - moment);
}

const minutesOf = (epoch: number): number => Math.floor(epoch / 60_000);

/** The day of an instant at its own offset, in days since 1970. */
export function dayOfInstant(instant: Instant): number {
  const { year, month, day } = localParts(instant);
  return dayNumber(year, month, day);
}
