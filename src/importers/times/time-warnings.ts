/** From the times of a whole reading to warnings where they contradict the time of the capture or the order of the page. */
import { localParts, twoDigits } from "../../model/instant.ts";
import type { FoundPost } from "../../model/live-page.ts";
import { fileProblem, type Problem } from "../../model/problem.ts";
import type { Reading, ReadOptions } from "../contract.ts";
import { minuteOf } from "./stamp-moment.ts";
import { minutesInWords, posts as postsInWords, type TimeWarning } from "./time-agreement.ts";

export function timeWarnings({ posts, order }: Reading, { captured, file }: ReadOptions): readonly Problem[] {
  const warnings = [
    ...(captured === undefined ? [] : laterThanCapture(posts, minuteOf(captured))),
    ...outOfOrder(posts, order),
  ];
  return warnings.map(([message, hint]) => fileProblem(file, message, hint, "warning"));
}

function laterThanCapture(posts: readonly FoundPost[], captured: number): readonly TimeWarning[] {
  let [count, most] = [0, 0];
  for (const { published } of posts) {
    const gap = published === undefined ? 0 : minuteOf(published) - captured;
    if (gap <= 0) continue;
    count += 1;
    most = Math.max(most, gap);
  }
  if (count === 0) return [];
  return [
    [
      `${postsInWords(count)} ${count === 1 ? "is" : "are"} later than the capture, by ${count === 1 ? "" : "up to "}${minutesInWords(most)}`,
      "If the capture was made later, say so with --captured; if the page shows another zone, with --zone; else mend the posts",
    ],
  ];
}

interface Row {
  readonly post: FoundPost;
  /** Grows down a page that is in order. */
  readonly value: number;
}

/** At most one post in this number may be out of order: else the order of the page is not that of its times. */
const mostly = 4;

/** A warning about posts out of the order of their times, on a page where only few are. */
function outOfOrder(posts: readonly FoundPost[], order: Reading["order"]): readonly TimeWarning[] {
  const sign = order === "newest-first" ? -1 : 1;
  const rows = posts.flatMap((post): readonly Row[] =>
    post.published === undefined ? [] : [{ post, value: sign * minuteOf(post.published) }],
  );
  // The first may be pinned.
  const [, ...below] = rows;
  const kept = inOrder(below);
  const apart = below.length - kept.size;
  if (apart === 0 || apart * mostly > rows.length) return [];
  const index = below.findIndex((row) => !kept.has(row));
  const [row, above] = [below[index], below[index - 1] ?? below[index + 1]];
  if (row === undefined || above === undefined) return [];
  const where = below[index - 1] === undefined ? "above" : "below";
  return [
    [
      `${postsInWords(apart)} ${apart === 1 ? "stands" : "stand"} apart from the order of times on the page; the first is ${named(row.post)}, ${where} ${named(above.post)}`,
      "The archive orders posts by their times: look whether the time or the place is wrong",
    ],
  ];
}

/** A longest subsequence of rows that is in order (patience sorting). */
function inOrder(rows: readonly Row[]): ReadonlySet<Row> {
  const ends: number[] = [];
  const before: number[] = [];
  for (const [index, { value }] of rows.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[ends[middle] as number] as Row).value <= value) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : (ends[low - 1] as number);
    ends[low] = index;
  }
  const kept = new Set<Row>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] as number) kept.add(rows[at] as Row);
  return kept;
}

function named({ headline, published }: FoundPost): string {
  const { year, month, day, hour, minute } = published === undefined ? nothing : localParts(published);
  const time = `${year}-${twoDigits(month)}-${twoDigits(day)} ${twoDigits(hour)}:${twoDigits(minute)}`;
  const short = headline === undefined || headline.length <= 60 ? headline : `${headline.slice(0, 59)}…`;
  return short === undefined ? `the post of ${time}` : `"${short}" (${time})`;
}

const nothing = { year: 0, month: 0, day: 0, hour: 0, minute: 0 };
