/** From the posts of a page with printed and machine times to posts with instants in their order, and to reports about unknown times. */
import { plainBlocks } from "../../markdown/plain.ts";
import { type Instant, localParts, twoDigits } from "../../model/instant.ts";
import type { FoundPost } from "../../model/live-page.ts";
import { monthName } from "../../model/month-names.ts";
import type { Problem } from "../../model/problem.ts";
import { zonesNamed } from "../../model/zone-names.ts";
import type { ReadOptions } from "../contract.ts";
import { findPlaces } from "../places.ts";
import type { Stamp } from "../written-time/stamp.ts";
import { withDates } from "./doubts/either-dates.ts";
import { weekdayWarnings } from "./doubts/weekdays.ts";
import { yearFromEvidence } from "./evidence.ts";
import { withHalves } from "./halves.ts";
import type { PageDay } from "./page-days.ts";
import { posts as postsInWords, settleTimes, type TimeClues } from "./time-agreement.ts";
import { findOrder, type Moment, type Order, resolveTimes } from "./times.ts";

type Report = (severity: Problem["severity"], offset: number, message: string, hint: string) => void;
/** A post with its printed time, and the offset of this time in `text`. */
interface Untimed {
  readonly head: {
    readonly stamp?: Stamp;
    /** The stamp in the page's own words. */
    readonly written?: string;
    readonly clock?: string;
    readonly stampAt?: number;
    readonly clues?: TimeClues;
  };
  readonly post: FoundPost;
}

export interface TimedPosts {
  readonly posts: readonly FoundPost[];
  readonly order: Order;
  /** The page shows its times without a zone and the person named none: `options.zone` is only the usual one. */
  readonly zoneGuessed: boolean;
}

export function timePosts(
  read: readonly Untimed[],
  text: string,
  options: ReadOptions,
  report: Report,
  pageDays?: () => readonly PageDay[],
): TimedPosts {
  const settled = settleTimes(
    read.map(({ head }) => head.clues),
    options,
  );
  for (const [message, hint] of settled.warnings) report("warning", 0, message, hint);
  const known = read.map(({ post }, index) => settled.times[index]?.published ?? post.published);
  const halves = withHalves(read.map(({ head }, index) => (known[index] === undefined ? head.stamp : undefined)));
  if (halves.removed > 0) report("warning", 0, ...halvesWarning(halves.removed));
  const dates = withDates(halves.stamps, known, options.captured, () => (pageDays?.() ?? []).map(({ day }) => day));
  for (const [message, hint] of [...dates.warnings, ...weekdayWarnings(read.map(({ head }) => head.stamp))])
    report("warning", 0, message, hint);
  // Known times give their day to the times beside them.
  const stamps = dates.stamps.map((stamp, index) => stamp ?? stampOf(known[index]));
  const order =
    orderOf(known.flatMap((time) => time ?? [])) ??
    findOrder(stamps.some((stamp) => stamp !== undefined) ? stamps : read.map(({ head }) => clockStamp(head.clock)));
  const moments = resolveTimes(stamps, order, {
    zone: options.zone,
    ...(options.year === undefined ? {} : { year: options.year }),
    ...(options.captured === undefined ? {} : { captured: options.captured }),
    ...(pageDays !== undefined && { pageDays }),
    evidence: () => yearFromEvidence(text, stamps),
  }).map((moment, index): Moment => {
    const instant = known[index];
    if (instant === undefined) return moment;
    return { instant, inferred: settled.times[index]?.inferred ?? read[index]?.post.inferred ?? [] };
  });
  reportTroubles(read, moments, options, report);
  if (pageDays !== undefined) reportDays(moments, report);
  const places = findPlaces(
    moments.map(({ instant }) => instant),
    order,
  );
  const posts = read.map(({ post }, index): FoundPost => {
    const { instant, inferred = [] } = moments[index] ?? {};
    const place = places[index];
    return {
      ...post,
      ...(instant === undefined ? {} : { published: instant }),
      // The reader of a form can have inferred more parts.
      inferred: [...new Set([...inferred, ...post.inferred])],
      ...(place === undefined ? {} : { order: place }),
    };
  });
  return { posts, order, zoneGuessed: options.zoneTold !== true && read.every(isZoneless) };
}

/** True for a post without a time, or with one without a zone. */
function isZoneless({ head: { clues, stamp } }: Untimed): boolean {
  const shown = clues?.shown ?? stamp;
  if (shown !== undefined) return shown.zoneName === undefined;
  return clues === undefined || clues.machine.every(({ time }) => time.writtenZone === "local");
}

/** The stamp with which a page would print an instant in full. */
function stampOf(instant: Instant | undefined): Stamp | undefined {
  if (instant === undefined) return undefined;
  const { year, month, day, hour, minute } = localParts(instant);
  return { hour, minute, year, month, day, zoneName: "", offset: instant.offset };
}

const halvesWarning = (times: number): readonly [message: string, hint: string] => [
  `Cannot tell morning from afternoon in ${times} time${times === 1 ? "" : "s"}: the page counts 12 hours, and ${times === 1 ? "it says" : "they say"} neither am nor pm`,
  "These posts have no time: give them one in their files: published: 2024-05-17T18:00+01:00",
];

export const undatedWords = "No day stands beside the times";

/** Reports where the days come from, where no post prints one. */
function reportDays(moments: readonly Moment[], report: Report): void {
  const taken = moments.flatMap(({ dayFrom }) => dayFrom ?? []);
  for (const [from, { length }] of Map.groupBy(taken, (one) => one))
    report(
      "warning",
      0,
      `${undatedWords}: that of ${postsInWords(length)} was taken from ${from}`,
      "If it was another day, say when the page was captured: --captured 2024-05-17T06:00+01:00",
    );
}

export const untimedWords = "Posts without a time that can be told: ";

/** The warning about posts without a time in any form of the capture: how many, and which. */
export function untimedWarning(untimed: readonly FoundPost[]): readonly [message: string, hint: string] {
  const names = untimed.slice(0, mostNamed).flatMap((post) => nameOf(post) ?? []);
  const more = names.length > 0 && untimed.length > mostNamed ? " and others" : "";
  return [
    `${untimedWords}${untimed.length}${names.length === 0 ? "" : ` (${names.join(", ")}${more})`}`,
    "Give them one in their files: published: 2024-05-17T06:00+01:00",
  ];
}

const mostNamed = 3;

/** The headline, or the first words; undefined where a post has none. */
function nameOf({ headline, blocks }: FoundPost): string | undefined {
  const words = (headline ?? plainBlocks(blocks)).replace(/\s+/g, " ").trim();
  if (words === "") return undefined;
  return `"${words.length <= 60 ? words : `${words.slice(0, 59).trimEnd()}…`}"`;
}

/** The order of a page by known times; undefined where they do not decide. */
function orderOf(times: readonly Instant[]): Order | undefined {
  let falls = 0;
  for (const [index, time] of times.entries()) falls += Math.sign((times[index - 1] ?? time).epoch - time.epoch);
  return falls === 0 ? undefined : falls > 0 ? "newest-first" : "oldest-first";
}

/** The clock of a match as a time of day, only to find the order of a page. */
function clockStamp(clock: string | undefined): Stamp | undefined {
  const value = /^(\d{1,3})(?:\.(\d))?/.exec(clock ?? "");
  // All in minutes: as hours, half a day between two posts would look like midnight.
  return value === null ? undefined : { hour: 0, minute: Number(value[1]) + Number(value[2] ?? 0) / 10 };
}

/** Reports troubles with times. Troubles that many posts share are reported once, at the first post. */
function reportTroubles(
  read: readonly Untimed[],
  moments: readonly Moment[],
  options: ReadOptions,
  report: Report,
): void {
  const reported = new Set<string>();
  for (const [index, { trouble }] of moments.entries()) {
    const head = read[index]?.head;
    if (trouble === undefined || head?.stamp === undefined || (once.has(trouble) && reported.has(trouble))) continue;
    reported.add(trouble);
    const { severity, message, hint } = troubles[trouble](head.stamp, quotedStamp(head.stamp, head.written), options);
    report(severity, head.stampAt ?? 0, message, hint);
  }
}

const once = new Set(["no year", "no date", "unknown zone", "doubled hour"]);
const quotedStamp = (stamp: Stamp, written: string | undefined): string =>
  written === undefined || written.length > 80 ? printed(stamp) : `"${written.replace(/\s+/g, " ").trim()}"`;
const printed = (stamp: Stamp): string => {
  const time = `${twoDigits(stamp.hour)}:${twoDigits(stamp.minute)}`;
  const date = stamp.month === undefined ? "" : ` ${stamp.day} ${monthName(stamp.month)}`;
  return `"${time}${stamp.zoneName === undefined ? "" : ` ${stamp.zoneName}`}${date}${stamp.year === undefined ? "" : ` ${stamp.year}`}"`;
};
interface Trouble {
  readonly severity: Problem["severity"];
  readonly message: string;
  readonly hint: string;
}

const troubles: Readonly<
  Record<NonNullable<Moment["trouble"]>, (stamp: Stamp, quoted: string, options: ReadOptions) => Trouble>
> = {
  "no year": (_, quoted) => ({
    severity: "error",
    message: `Cannot tell the year of ${quoted}: the page does not print it and gives no sure hint`,
    hint: "Say the year of the newest post with --year 2024, or when the page was captured with --captured 2024-05-17T06:00+01:00",
  }),
  "no date": (_, quoted) => ({
    severity: "error",
    message: `Cannot tell the date of ${quoted}: neither it nor a post beside it has one`,
    hint: "Say when the page was captured: --captured 2024-05-17T06:00+01:00",
  }),
  "no such date": (_, quoted) => ({
    severity: "error",
    message: `Cannot read the time ${quoted}: there is no such date in that year`,
    hint: "Mend the date in the capture, or say another --year",
  }),
  "unknown zone": (stamp, quoted) => {
    const [likely] = zonesNamed(stamp.zoneName ?? "");
    return {
      severity: "error",
      message: `Cannot read the time ${quoted}: the zone "${stamp.zoneName}" is not ${likely === undefined ? "known" : "the one of the page, and can be several"}`,
      hint:
        likely === undefined
          ? 'Write a name such as "British Summer Time" or "GMT" in the capture'
          : `Say which zone is meant: --zone ${likely}`,
    };
  },
  "skipped hour": (_, quoted, { zone }) => ({
    severity: "warning",
    message: `The time ${quoted} never was: the clocks of ${zone} skipped it`,
    hint: "It was taken as an hour later; mend the post if you know better",
  }),
  "doubled hour": (_, quoted, { zone }) => ({
    severity: "warning",
    message: `The time ${quoted} came twice: the clocks of ${zone} were set back, and nothing tells which of the two is meant`,
    hint: "Look whether the offsets of the posts of that hour are right, and mend them if you know better",
  }),
};
