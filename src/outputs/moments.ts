/** When something was last changed, told by its own times alone: no clock of a machine. */
import type { OutputPost, Publication } from "./contract.ts";

/** For what has no time at all and must name one: the first moment that clocks of machines count. */
const noTime = "1970-01-01T00:00:00+00:00";

export const changedAt = ({ updated, published }: OutputPost): string | undefined => updated ?? published;

/** The latest of the posts' times, else that of the capture. */
export const lastChange = ({ captured }: Publication, posts: readonly OutputPost[]): string =>
  latestOf(posts.map(changedAt)) ?? captured ?? noTime;

/** The last moment of some; of equal ones, as the first of them tells it. */
export function latestOf(times: readonly (string | undefined)[]): string | undefined {
  let last: string | undefined;
  for (const at of times) if (at !== undefined && (last === undefined || Date.parse(at) > Date.parse(last))) last = at;
  return last;
}
