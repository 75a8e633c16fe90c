/** The order of a timeline: by time, then `order`, then id; a post without a time stands with its neighbour. */
import type { Post } from "../model/live-page.ts";

/** Oldest first. */
function compareTimed(a: Post, b: Post): number {
  return (a.published?.epoch ?? 0) - (b.published?.epoch ?? 0) || compareLoose(a, b);
}

function compareLoose(a: Post, b: Post): number {
  return (a.order ?? 0) - (b.order ?? 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * Newest first. A post without a time stands just above the timed post with the greatest `order` that is not greater than its own. Where
 * there is none, it stands below the timed post with the smallest `order`; where no timed post has an `order`, at the oldest end.
 */
export function newestFirst(posts: readonly Post[]): readonly Post[] {
  const timed = posts.filter((post) => post.published !== undefined).sort(compareTimed);
  const loose = posts.filter((post) => post.published === undefined).sort(compareLoose);
  if (loose.length === 0) return timed.reverse();
  const marks = timed
    .map((post, index) => ({ order: post.order, index }))
    .filter((mark): mark is { order: number; index: number } => mark.order !== undefined)
    .sort((a, b) => a.order - b.order || a.index - b.index);
  const above = new Map<number, Post[]>();
  let next = 0;
  for (const post of loose) {
    while (next < marks.length && (marks[next]?.order ?? 0) <= (post.order ?? 0)) next += 1;
    const below = next > 0 ? marks[next - 1]?.index : (marks[0]?.index ?? 0) - 1;
    const place = below ?? -1;
    above.set(place, [...(above.get(place) ?? []), post]);
  }
  const oldestFirst = [...(above.get(-1) ?? [])];
  for (const [index, post] of timed.entries()) oldestFirst.push(post, ...(above.get(index) ?? []));
  return oldestFirst.reverse();
}
