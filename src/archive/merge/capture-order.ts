/** From the order of a capture to the `order` of its new posts: posts of one minute and posts without a time keep their sequence. */
import type { FoundPost, Post } from "../../model/live-page.ts";

export type Direction = "newest-first" | "oldest-first";

/** One post of a capture, and the post of the archive that it is, if there is one. */
export interface Placed {
  readonly found: FoundPost;
  readonly existing?: Post;
}

/** The direction of a capture, told by its times, else by the numbers of the importer; most pages put the newest first. */
export function directionOf(posts: readonly FoundPost[]): Direction {
  const moves = (numberOf: (post: FoundPost) => number | undefined): number => {
    const values = posts.map(numberOf).filter((value) => value !== undefined);
    return values.slice(1).reduce((sum, value, index) => sum + Math.sign(value - (values[index] ?? value)), 0);
  };
  const byTime = moves((post) => post.published?.epoch);
  return (byTime === 0 ? moves((post) => post.order) : byTime) > 0 ? "oldest-first" : "newest-first";
}

/** The `order` of each new post that needs one, by its index in `capture`; `archive` holds the posts that exist. */
export function ordersFor(
  capture: readonly Placed[],
  archive: readonly Post[],
  direction: Direction,
): ReadonlyMap<number, number> {
  const indexes = [...capture.keys()];
  if (direction === "newest-first") indexes.reverse();
  const isNew = (index: number): boolean => capture[index]?.existing === undefined;
  const orders = new Map<number, number>();
  if (indexes.some((index) => isNew(index) && capture[index]?.found.published === undefined)) {
    // A post without a time finds its neighbour by number, so that every new post of such a capture gets one.
    const anchors = indexes.map((index) => capture[index]?.existing?.order);
    const numbers = archive.map((post) => post.order).filter((order) => order !== undefined);
    number(indexes, anchors, numbers, direction === "oldest-first", orders);
  } else {
    const atTime = Map.groupBy(archive, (post) => post.published?.epoch);
    const ends = { capture: endsOf(capture.map(({ found }) => found)), archive: endsOf(archive) };
    for (const group of groupsOfOneTime(indexes, capture)) {
      const epoch = capture[group[0] ?? -1]?.found.published?.epoch;
      const own = new Set(group.map((index) => capture[index]?.existing?.id));
      const others = (atTime.get(epoch) ?? []).filter((post) => !own.has(post.id));
      if (!group.some(isNew) || group.length + others.length < 2) continue;
      const anchors = group.map((index) => {
        const existing = capture[index]?.existing;
        return existing === undefined ? undefined : (existing.order ?? 0);
      });
      const numbers = others.map((post) => post.order ?? 0);
      number(group, anchors, numbers, isLater(epoch ?? 0, ends, direction), orders);
    }
  }
  for (const index of indexes) if (!isNew(index)) orders.delete(index);
  return orders;
}

/** Oldest first; the numbers of the importer decide in a group where every post has one. */
function groupsOfOneTime(indexes: readonly number[], capture: readonly Placed[]): readonly number[][] {
  const groups = new Map<number, number[]>();
  for (const index of indexes) {
    const epoch = capture[index]?.found.published?.epoch;
    if (epoch === undefined) continue;
    const group = groups.get(epoch);
    if (group === undefined) groups.set(epoch, [index]);
    else group.push(index);
  }
  const orderOf = (index: number): number => capture[index]?.found.order ?? 0;
  for (const group of groups.values()) {
    if (group.every((index) => capture[index]?.found.order !== undefined))
      group.sort((a, b) => orderOf(a) - orderOf(b));
  }
  return [...groups.values()];
}

/** Gives numbers to a row, oldest first, around the numbers that some of it have. A row without any number goes beside `others`. */
function number(
  row: readonly number[],
  anchors: readonly (number | undefined)[],
  others: readonly number[],
  later: boolean,
  orders: Map<number, number>,
): void {
  const first = anchors.findIndex((anchor) => anchor !== undefined);
  let next: number;
  if (first !== -1) next = (anchors[first] ?? 0) - first;
  else if (others.length === 0) next = 1;
  else {
    let [low, high] = [Infinity, -Infinity];
    for (const one of others) [low, high] = [Math.min(low, one), Math.max(high, one)];
    next = later ? high + 1 : low - row.length;
  }
  const ahead = anchorsAhead(anchors);
  for (const [place, index] of row.entries()) {
    const anchor = anchors[place];
    const following = ahead[place];
    if (anchor !== undefined) next = anchor;
    else if (following !== undefined && next >= following && place > 0) next = following - 1;
    orders.set(index, next);
    next += 1;
  }
}

/** For each index the next anchor after it. */
function anchorsAhead(anchors: readonly (number | undefined)[]): readonly (number | undefined)[] {
  const ahead: (number | undefined)[] = [];
  let known: number | undefined;
  for (let place = anchors.length - 1; place >= 0; place -= 1) {
    ahead[place] = known;
    known = anchors[place] ?? known;
  }
  return ahead;
}

/** The times of the oldest and the newest timed post. */
interface Ends {
  readonly oldest: number;
  readonly newest: number;
}

function endsOf(posts: readonly FoundPost[]): Ends {
  let [oldest, newest] = [Infinity, -Infinity];
  for (const { published } of posts) {
    if (published === undefined) continue;
    oldest = Math.min(oldest, published.epoch);
    newest = Math.max(newest, published.epoch);
  }
  return { oldest, newest };
}

/** Whether the capture's posts of this time come after those the archive has, when no post is in both. */
function isLater(
  epoch: number,
  { capture, archive }: Record<"capture" | "archive", Ends>,
  direction: Direction,
): boolean {
  const [foundOlder, foundNewer] = [capture.oldest < epoch, capture.newest > epoch];
  const [oldOlder, oldNewer] = [archive.oldest < epoch, archive.newest > epoch];
  if (!foundNewer && oldNewer && !(oldOlder && !foundOlder)) return false;
  if (!foundOlder && oldOlder) return true;
  if (foundNewer && !oldNewer) return true;
  if (foundOlder && !oldOlder) return false;
  return direction === "oldest-first";
}
