/** The posts of a page with their times, their order, and a word about every time that cannot be told. */
import type { Instant } from "../model/instant.ts";
import type { FoundPost } from "../model/live-page.ts";
import { monthName } from "../model/month-names.ts";
import type { Problem } from "../model/problem.ts";
import { zonesNamed } from "../model/zone-names.ts";
import type { ReadOptions } from "./contract.ts";
import { yearFromEvidence } from "./evidence.ts";
import { findPlaces } from "./places.ts";
import type { Stamp } from "./stamp.ts";
import { findOrder, type Moment, type Order, resolveTimes } from "./times.ts";

type Report = (severity: Problem["severity"], offset: number, message: string, hint: string) => void;
/** A post with what its printed time says, and where in `text` that stands. */
interface Untimed {
  readonly head: { readonly stamp?: Stamp; readonly clock?: string; readonly stampAt?: number };
  readonly post: FoundPost;
}

export function timePosts(
  read: readonly Untimed[],
  text: string,
  options: ReadOptions,
  report: Report,
): { posts: readonly FoundPost[]; order: Order } {
  const stamps = read.map(({ head }) => head.stamp);
  const order =
    orderOf(read.flatMap(({ post }) => post.published ?? [])) ??
    findOrder(stamps.some((stamp) => stamp !== undefined) ? stamps : read.map(({ head }) => clockStamp(head.clock)));
  const moments = resolveTimes(stamps, order, {
    zone: options.zone,
    ...(options.year === undefined ? {} : { year: options.year }),
    ...(options.captured === undefined ? {} : { captured: options.captured }),
    evidence: () => yearFromEvidence(text, stamps),
  });
  reportTroubles(read, moments, options, report);
  const places = findPlaces(
    moments.map(({ instant }, index) => read[index]?.post.published ?? instant),
    order,
  );
  const posts = read.map(({ post }, index): FoundPost => {
    const { instant, inferred = [] } = moments[index] ?? {};
    const place = places[index];
    return {
      ...(instant === undefined ? {} : { published: instant }),
      ...post,
      inferred: inferred.length > 0 ? inferred : post.inferred,
      ...(place === undefined ? {} : { order: place }),
    };
  });
  return { posts, order };
}

export const untimedWords = "Posts without a time that can be told: ";

/** What is said of posts whose time no form of the capture tells. */
export const untimedSaid = (posts: number): readonly [message: string, hint: string] => [
  `${untimedWords}${posts}`,
  "Give them one in their files: published: 2024-05-17T06:00+01:00",
];

/** Which way a page goes by the times that it tells machines; undefined where these do not say. */
function orderOf(times: readonly Instant[]): Order | undefined {
  let falls = 0;
  for (const [index, time] of times.entries()) falls += Math.sign((times[index - 1] ?? time).epoch - time.epoch);
  return falls === 0 ? undefined : falls > 0 ? "newest-first" : "oldest-first";
}

/** A match's clock as a time of day, only to see which way a page goes. */
function clockStamp(clock: string | undefined): Stamp | undefined {
  const value = /^(\d{1,3})(?:\.(\d))?/.exec(clock ?? "");
  return value === null ? undefined : { hour: Number(value[1]), minute: Number(value[2] ?? 0) };
}

/** What is missing for many posts at once is said once, at the first of them. */
function reportTroubles(
  read: readonly Untimed[],
  moments: readonly Moment[],
  options: ReadOptions,
  report: Report,
): void {
  const said = new Set<string>();
  for (const [index, { trouble }] of moments.entries()) {
    const head = read[index]?.head;
    if (trouble === undefined || head?.stamp === undefined || (once.has(trouble) && said.has(trouble))) continue;
    said.add(trouble);
    const { severity, message, hint } = troubles[trouble](head.stamp, options);
    report(severity, head.stampAt ?? 0, message, hint);
  }
}

const once = new Set(["no year", "no date", "unknown zone"]);
const pad = (value: number): string => String(value).padStart(2, "0");
const printed = (stamp: Stamp): string => {
  const time = `${pad(stamp.hour)}:${pad(stamp.minute)}`;
  const date = stamp.month === undefined ? "" : ` ${stamp.day} ${monthName(stamp.month)}`;
  return `"${time}${stamp.zoneName === undefined ? "" : ` ${stamp.zoneName}`}${date}${stamp.year === undefined ? "" : ` ${stamp.year}`}"`;
};
interface Trouble {
  readonly severity: Problem["severity"];
  readonly message: string;
  readonly hint: string;
}

const troubles: Readonly<Record<NonNullable<Moment["trouble"]>, (stamp: Stamp, options: ReadOptions) => Trouble>> = {
  "no year": (stamp) => ({
    severity: "error",
    message: `Cannot tell the year of ${printed(stamp)}: the page does not print it and gives no sure hint`,
    hint: "Say the year of the newest post with --year 2024, or when the page was captured with --captured 2024-05-17T06:00+01:00",
  }),
  "no date": (stamp) => ({
    severity: "error",
    message: `Cannot tell the date of ${printed(stamp)}: neither it nor a post beside it has one`,
    hint: "Say when the page was captured: --captured 2024-05-17T06:00+01:00",
  }),
  "no such date": (stamp) => ({
    severity: "error",
    message: `Cannot read the time ${printed(stamp)}: there is no such date in that year`,
    hint: "Mend the date in the capture, or say another --year",
  }),
  "unknown zone": (stamp) => {
    const [likely] = zonesNamed(stamp.zoneName ?? "");
    return {
      severity: "error",
      message: `Cannot read the time ${printed(stamp)}: the zone "${stamp.zoneName}" is not ${likely === undefined ? "known" : "the one of the page, and can be several"}`,
      hint:
        likely === undefined
          ? 'Write a name such as "British Summer Time" or "GMT" in the capture'
          : `Say which zone is meant: --zone ${likely}`,
    };
  },
  "skipped hour": (stamp, { zone }) => ({
    severity: "warning",
    message: `The time ${printed(stamp)} never was: the clocks of ${zone} skipped it`,
    hint: "It was taken as an hour later; mend the post if you know better",
  }),
};
