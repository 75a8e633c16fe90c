/** From the times of a page that names no zone to its zone: by their offsets, else by its own dates, where it shows them as times too. */
import { fixedZone, offsetInWords, zoneInWords } from "../../model/fixed-zone.ts";
import { type Instant, instantInZone } from "../../model/instant.ts";
import type { FoundPost } from "../../model/live-page.ts";
import type { Reading } from "../contract.ts";
import type { PageMoment } from "./page-days.ts";
import { minuteOf } from "./stamp-moment.ts";
import { type TimeWarning, zoneHint } from "./time-agreement.ts";

export interface FittedZone {
  readonly zone: string;
  readonly warning: TimeWarning;
}

/** True for an instant whose offset is not that of the zone at that moment. */
const isForeign = ({ epoch, offset }: Instant, zone: string): boolean => instantInZone(epoch, zone).offset !== offset;

const timesOf = (posts: readonly FoundPost[]): readonly Instant[] => posts.flatMap(({ published }) => published ?? []);

const isGuessed = ({ inferred, published }: FoundPost): boolean => published !== undefined && inferred.includes("zone");

/** The zone in which to read the page again: a date of the whole page has its offset, and a post shows that date as its time. */
export function zoneOfMoments({ posts, moments = [] }: Reading, zone: string): FittedZone | undefined {
  const shown = posts.filter(isGuessed);
  const found = moments.find(
    ({ instant }) => isForeign(instant, zone) && shown.some((post) => isShown(instant, post, zone)),
  );
  if (found === undefined) return undefined;
  const fitted = fixedZone(found.instant.offset);
  if (fitted === undefined) return undefined;
  return {
    zone: fitted,
    warning: [
      `The page names no zone: its times were taken as times of ${offsetInWords(found.instant.offset)}, since ${found.from} has that offset and is a time that the page shows`,
      `For the zone's own name, or another zone, say for example ${zoneHint(moments.map(({ instant }) => instant))}`,
    ],
  };
}

/** True where a post shows the time of a moment at the moment's own offset, on the same day where the page prints days. */
function isShown(moment: Instant, { published, inferred }: FoundPost, zone: string): boolean {
  if (published === undefined || isForeign(published, zone)) return false;
  const gap = minuteOf(moment) + moment.offset - (minuteOf(published) + published.offset);
  return inferred.includes("date") ? gap % 1440 === 0 : gap === 0;
}

/** The zone of times that all have the same offset, where `zone` has another one then. */
export function zoneOfTimes({ posts }: Reading, zone: string): FittedZone | undefined {
  const times = timesOf(posts);
  const [first] = times;
  if (first === undefined || !times.every((time) => time.offset === first.offset && isForeign(time, zone)))
    return undefined;
  const fitted = fixedZone(first.offset);
  if (fitted === undefined) return undefined;
  return {
    zone: fitted,
    warning: [
      `The times of the page are of ${offsetInWords(first.offset)}; the zone's name is not known, so ${fitted} was taken`,
      `For the zone's own name say for example ${zoneHint(times)}`,
    ],
  };
}

/** Warnings where times were read in the usual zone without evidence, or have offsets that the zone does not have. */
export function zoneDoubts(
  { posts, moments = [], page }: Reading,
  zone: string,
  language?: string,
): readonly TimeWarning[] {
  const times = timesOf(posts);
  if (!posts.some(isGuessed)) {
    if (times.length === 0 || !times.every((time) => isForeign(time, zone))) return [];
    return [
      [
        `The times of the page are none of ${zoneInWords(zone)}, which was taken since no zone was named`,
        `Say the page's zone: ${zoneHint(times)}`,
      ],
    ];
  }
  const [first] = moments;
  if (first !== undefined && moments.every(({ instant }) => isForeign(instant, zone)))
    return [
      [
        `The page names no zone, and its own dates are of ${offsetsOf(moments)} (${first.from}): its times were taken as times of ${zone}`,
        `If they are of another zone, say it: ${zoneHint(moments.map(({ instant }) => instant))}`,
      ],
    ];
  const tongue = language ?? page.language;
  if (first !== undefined || tongue === undefined || /^en(?:-|$)/i.test(tongue)) return [];
  return [
    [
      `The page names no zone: its times were taken as times of ${zone}`,
      "If they are of another zone, say it with --zone",
    ],
  ];
}

const offsetsOf = (moments: readonly PageMoment[]): string =>
  [...new Set(moments.map(({ instant }) => offsetInWords(instant.offset)))].join(" and ");
