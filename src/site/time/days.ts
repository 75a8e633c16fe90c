/** The days of a stream. A post without a time stands with its neighbour: the day of the newer one, else of the older. */
import type { Instant } from "../../model/instant.ts";
import { dayOf, localTime, minuteMs } from "./clock.ts";

export interface TimedPost {
  readonly published?: Instant;
}

export interface PostDay<P> {
  /** `2024-05-17`; undefined only where no post at all has a time. */
  readonly date: string | undefined;
  /** A moment of this day, for its words. */
  readonly at: Instant | undefined;
  /** Newest first, as given. */
  readonly posts: readonly P[];
}

/** Splits posts, newest first, into runs of one local day each. No post changes its place. */
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
      // Untimed posts above the first time belong to the first day that is known.
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
