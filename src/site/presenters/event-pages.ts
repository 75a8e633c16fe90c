/** Divides the posts of a long event into pages, counted from the oldest post, so that a full page never changes. */
import { digestKey, withCacheKey } from "../cache-key.ts";
import type { EventPageIndex, PostLink } from "../views/paging.ts";
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
): readonly EventPage<Post>[] | undefined {
  if (posts.length <= mostPerPage) return undefined;
  const count = Math.floor(posts.length / perPage);
  return Array.from({ length: count }, (_, place): EventPage<Post> => {
    const number = count - place;
    const end = posts.length - perPage * (number - 1);
    const own = posts.slice(number === count ? 0 : end - perPage, end);
    const href = number === count ? "index.html" : `page-${number}.html`;
    const index = { href, posts: own.map(({ view }) => postLink(view)) };
    return { number, posts: own, index: withCacheKey(digestKey(index), index) };
  });
}

export const postLink = ({ id, name, time }: PostView): PostLink => ({
  id,
  name,
  ...(time !== undefined && { clock: time.clock }),
});
