/** Divides the posts of a long event into pages, counted from the oldest post, so that a full page never changes. */
import { digestKey, withCacheKey } from "../cache-key.ts";
import type { Strings } from "../i18n/strings.ts";
import type { EventPageIndex, HourIndex, PostLink } from "../views/paging.ts";
import type { PostView } from "../views/post.ts";

export interface EventPage<Post = { readonly view: PostView }> {
  readonly index: EventPageIndex;
  readonly posts: readonly Post[];
  /** 1 for the oldest. */
  readonly number: number;
}

/** Up to this number of posts, one page holds the event. */
export const mostPerPage = 200;
/** The posts of each page of a longer event; the newest page holds up to twice as many less one. */
const perPage = 20;

/** The pages of an event, newest first; undefined where one page holds all. `posts`: newest first. */
export function eventPagesOf<Post extends { readonly view: PostView }>(
  posts: readonly Post[],
  strings: Strings,
): readonly EventPage<Post>[] | undefined {
  if (posts.length <= mostPerPage) return undefined;
  const count = Math.floor(posts.length / perPage);
  // A post without a time stands with the post above it, which may be on the newer page.
  let hour: string | undefined;
  let above: string | undefined;
  return Array.from({ length: count }, (_, place): EventPage<Post> => {
    const number = count - place;
    const end = posts.length - perPage * (number - 1);
    const own = posts.slice(number === count ? 0 : end - perPage, end);
    const href = number === count ? "index.html" : `page-${number}.html`;
    const hours = own.map(({ view }) => {
      hour = hourOf(view, strings) ?? hour;
      return { view, hour };
    });
    const index = { href, hours: groupByHour(hours, above) };
    above = hour;
    return { number, posts: own, index: withCacheKey(digestKey(index), index) };
  });
}

/** `above`: the hour of the post above them all, which has its heading already. */
function groupByHour(
  posts: readonly { readonly view: PostView; readonly hour: string | undefined }[],
  above: string | undefined,
): readonly HourIndex[] {
  const hours: { heading?: string; posts: PostLink[] }[] = [];
  let last = above;
  for (const { view, hour } of posts) {
    if (hour !== undefined && hour !== last) hours.push({ heading: hour, posts: [] });
    else if (hours.length === 0) hours.push({ posts: [] });
    hours.at(-1)?.posts.push(postLink(view));
    last = hour;
  }
  return hours;
}

/** The zone is named, since the script shows the clocks of the posts in another zone where the reader asks for it. */
const hourOf = ({ time }: PostView, strings: Strings): string | undefined =>
  time && strings.dateAndClock(time.date, `${time.clock.slice(0, 2)}:00 ${time.zone}`);

export const postLink = ({ id, name, time }: PostView): PostLink => ({
  id,
  name,
  ...(time !== undefined && { clock: time.clock }),
});
