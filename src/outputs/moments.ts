/** When something was last changed, told by its own times alone: no clock of a machine. */
import type { OutputPost, Publication } from "./contract.ts";

/** For what has no time at all and must name one: the first moment that clocks of machines count. */
const noTime = "1970-01-01T00:00:00+00:00";

export const changedAt = ({ updated, published }: OutputPost): string | undefined => updated ?? published;

/** The latest of the posts' times, else that of the capture. */
export function lastChange({ captured }: Publication, posts: readonly OutputPost[]): string {
  let last: string | undefined;
  for (const post of posts) {
    const at = changedAt(post);
    if (at !== undefined && (last === undefined || Date.parse(at) > Date.parse(last))) last = at;
  }
  return last ?? captured ?? noTime;
}
