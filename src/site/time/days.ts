/** Groups posts by local day. A post without a time takes the day of the newer post, else of the older. */
import type { Instant } from "../../model/instant.ts";
import { dayOf, localTime, minuteMs } from "./clock.ts";

export interface TimedPost {
  readonly published?: Instant;
}

export interface PostDay<P> {
  /** `2024-05-17`; undefined where no post has a time. */
  readonly date: string | undefined;
  /** A time of this day. */
  readonly at: Instant | undefined;
  /** Newest first, as given. */
  readonly posts: readonly P[];
}

/** Splits posts, given newest first, into runs of one local day each, in the same order. */
export function groupByDay<P extends TimedPost>(posts: readonly P[]): readonly PostDay<P>[] {
  const days: { date: string | undefined; at: Instant | undefined; posts: P[] }[] = [];
  for (const post of posts) {
    const at = post.published;
    const date = at === undefined ? undefined : dayOf(localTime(at));
    const last = days.at(-1);
    if (last === undefined || (date !== undefined && last.date !== undefined && date !== last.date)) {
      days.push({ date, at, posts: [post] });
    } else {
      last.posts.push(post);
      // Posts without a time above the first time take the first known day.
      last.date ??= date;
      last.at ??= at;
    }
  }
  return days;
}

/** Minutes between two posts that both have a time; 0 otherwise. */
export function minutesBetween(a: TimedPost, b: TimedPost): number {
  if (a.published === undefined || b.published === undefined) return 0;
  return Math.abs(a.published.epoch - b.published.epoch) / minuteMs;
}
