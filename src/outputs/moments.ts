/** Finds when posts and publications last changed, from their own times, never from a clock. */
import type { OutputPost, Publication } from "./contract.ts";

/** The Unix epoch, for a publication without any time in a format that requires one. */
const noTime = "1970-01-01T00:00:00+00:00";

export const changedAt = ({ updated, published }: OutputPost): string | undefined => updated ?? published;

/** The latest of the posts' times, else the time of the capture. */
export const lastChange = ({ captured }: Publication, posts: readonly OutputPost[]): string =>
  latestOf(posts.map(changedAt)) ?? captured ?? noTime;

/** The latest of some ISO 8601 times; of equal moments the first. */
export function latestOf(times: readonly (string | undefined)[]): string | undefined {
  let last: string | undefined;
  for (const at of times) if (at !== undefined && (last === undefined || Date.parse(at) > Date.parse(last))) last = at;
  return last;
}
