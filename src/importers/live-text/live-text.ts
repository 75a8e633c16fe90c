/** From text that was copied from a live page of any newsroom to the page: its posts begin or end with a time. */

import { savePage } from "../../captures/save-page.ts";
import { dateOfDay, dayNumber, type Instant, instantInZone, instantsInZone, localParts } from "../../model/instant.ts";
import type { FoundPost } from "../../model/live-page.ts";
import { fileProblem, type Problem } from "../../model/problem.ts";
import type { Account, Span } from "../account/account-span.ts";
import { placer } from "../account/position.ts";
import { makeSpanRecorder } from "../account/span-recorder.ts";
import type { Importer, Reading, ReadOptions } from "../contract.ts";
import { findMarks, type Marks } from "../text/markers.ts";
import { isLivePage } from "../text/plausible.ts";
import { type DayParts, findRanges } from "../text/ranges.ts";
import { findRepeats, mayRepeat, repeatsWarning, withoutRepeats } from "../text/repeated-posts.ts";
import { splitLines } from "../text/text.ts";
import { timePosts } from "../times/time-posts.ts";
import { findOrder } from "../times/times.ts";
import { readTextHead } from "./head.ts";
import { headOf, lineHabitsOf, pageDaysOf } from "./page.ts";
import { readTextPost, type TextPost } from "./post.ts";

export const liveText: Importer = {
  name: "live-text",
  title: "Text of a live page",
  evidence: "text",
  // The BBC's text has an importer of its own.
  recognises: (text) => (/\Spublished at \d{1,2}:\d\d/.test(text.slice(0, 200_000)) || !isLivePage(text) ? 0 : 0.5),
  read,
};

type Report = (severity: Problem["severity"], offset: number, message: string, hint: string) => void;

function read(text: string, options: ReadOptions): Reading {
  const recorder = makeSpanRecorder(text);
  const at = placer(text);
  const problems: Problem[] = [];
  const report: Report = (severity, offset, message, hint) => {
    problems.push({ severity, file: options.file, ...at(offset), message, hint });
  };
  const lines = splitLines(text);
  const marks = findMarks(lines);
  const { markers, layout, flat } = marks;
  const { posts: ranges, days } = findRanges(lines, marks);
  const page = readTextHead({
    lines,
    to: ranges[0]?.from ?? lines.length,
    recorder,
    flat,
    days,
    ...(options.title !== undefined && { title: options.title }),
  });
  if (markers.length === 0) {
    problems.push(noPosts(options.file));
    return { page, posts: [], order: "newest-first", account: recorder.account(), problems };
  }
  const pageHead = headOf(lines, ranges[0]?.from ?? 0, page.title);
  const habits = lineHabitsOf(lines, ranges, markers, page.editors);
  const posts = markers.map((marker, post) => {
    const range = ranges[post] ?? { from: marker.line, to: marker.line + 1 };
    return readTextPost({ lines, range, marker, layout, flat, days, habits, pageHead, recorder, post });
  });
  for (const { start, end } of lines.slice(marks.to)) recorder.lose("around the page", start, end);
  const dated = datePosts(posts, marks, days, options, report);
  const pageDays = () => pageDaysOf(marks, page, options.zone);
  const repeats = mayRepeat(dated)
    ? findRepeats(timePosts(dated, text, options, () => undefined, pageDays).posts, [])
    : new Map<number, number>();
  if (repeats.size > 0) report("warning", ...repeatsWarning(repeats.size));
  const kept = dated.filter((_, index) => !repeats.has(index));
  const timed = timePosts(kept, text, options, report, pageDays);
  return {
    page,
    posts: timed.posts.map((post, index) => withUpdate(post, kept[index])),
    order: timed.order,
    account: withoutUnresolved(withoutRepeats(recorder.account(), repeats), timed.posts),
    ...(timed.zoneGuessed && { zoneGuessed: true }),
    problems,
  };
}

/** Counts the printed times of posts without a time as lost, such as "3:45" on a clock of 12 hours without am or pm. */
const withoutUnresolved = (account: Account, posts: readonly FoundPost[]): Account =>
  account.map((span): Span => {
    if (!("into" in span) || !("post" in span.into) || span.into.field !== "stamp") return span;
    if (posts[span.into.post]?.published !== undefined) return span;
    return { start: span.start, end: span.end, lost: "shown time", of: span.into };
  });

/** Gives posts the days that stand above them. Posts such as "2h ago" get a time reckoned from the time of the capture. */
function datePosts(
  posts: readonly TextPost[],
  { markers }: Marks,
  days: ReadonlyMap<number, DayParts>,
  { captured, zone }: ReadOptions,
  report: Report,
): readonly TextPost[] {
  const daysDown = [...days].sort(([a], [b]) => a - b);
  const ago = posts.filter((one) => one.ago !== undefined);
  if (ago.length > 0) report(...agoWarning(ago.length, ago[0]?.head.stampAt ?? 0, captured));
  const beside = captured === undefined ? dayBeside(posts, daysDown[0]?.[1]) : undefined;
  let next = 0;
  let day: DayParts | undefined;
  return posts.map((one, index): TextPost => {
    const line = markers[index]?.line ?? 0;
    for (; (daysDown[next]?.[0] ?? Number.POSITIVE_INFINITY) < line; next += 1) day = daysDown[next]?.[1];
    if (one.ago !== undefined) {
      if (captured === undefined) return one;
      const epoch = Math.floor((captured.epoch - one.ago * 60_000) / 60_000) * 60_000;
      const published = instantInZone(epoch, zone);
      return { ...one, post: { ...one.post, published, inferred: ["year", "date", "zone"] } };
    }
    const { stamp } = one.head;
    if (stamp === undefined || stamp.month !== undefined || stamp.daysAgo !== undefined) return one;
    if (day !== undefined) return { ...one, head: { ...one.head, stamp: { ...stamp, ...day } } };
    if (beside === undefined) return one;
    const head = { ...one.head, stamp: { ...stamp, ...beside } };
    return { ...one, head, post: { ...one.post, inferred: ["date"] } };
  });
}

/** The day of the posts above the first line of a day: the day after it, or the day before it where the oldest post comes first. */
function dayBeside(posts: readonly TextPost[], day: DayParts | undefined): DayParts | undefined {
  if (day?.year === undefined || day.month === undefined || day.day === undefined) return undefined;
  const order = findOrder(posts.map(({ head }) => head.stamp));
  return dateOfDay(dayNumber(day.year, day.month, day.day) + (order === "newest-first" ? 1 : -1));
}

const agoWarning = (count: number, offset: number, captured: Instant | undefined): Parameters<Report> =>
  captured === undefined
    ? [
        "error",
        offset,
        `Cannot tell the time of ${count === 1 ? "a post" : `${count} posts`} that only ${count === 1 ? "says" : "say"} how long ago ${count === 1 ? "it was" : "they were"}`,
        "Say when the text was copied: --captured 2024-05-17T06:00+01:00",
      ]
    : [
        "warning",
        offset,
        `Times that only say how long ago a post was, worked out from the time of the capture, so that they are about right: ${count}`,
        "Mend the posts if you know better",
      ];

/** Adds to a post the time of its change, where this is later than its own time. */
function withUpdate(post: FoundPost, read: TextPost | undefined): FoundPost {
  const { published } = post;
  const stamp = read?.updated;
  if (published === undefined || stamp === undefined) return post;
  const { year, month, day } = localParts(published);
  const local = { year, month, day, ...stamp };
  const [updated] = instantsInZone({ ...local, hour: stamp.hour % 24 }, published.zone).instants;
  return updated === undefined || updated.epoch <= published.epoch ? post : { ...post, updated };
}

const noPosts = (file: string): Problem =>
  fileProblem(
    file,
    "Cannot find a post in the text: expected posts that begin or end with their times, such as 10:32 or 3h ago",
    savePage,
  );
