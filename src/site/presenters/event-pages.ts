/** How a long event is divided into pages: counted from its oldest end, so that a full page stays as it is. */
import { sha256 } from "../../base/digest.ts";
import { withCacheKey } from "../cache-key.ts";
import type { EventPageIndex, PostLink } from "../views/paging.ts";
import type { PostView } from "../views/post.ts";

/** A page of the event: what it holds, and its number, 1 for the oldest. */
export interface EventPage<Told = { readonly view: PostView }> {
  readonly shelf: EventPageIndex;
  readonly told: readonly Told[];
  readonly number: number;
}

/** The most posts that stand on one page. */
export const mostPerPage = 200;
/** How many stand on each page of a longer event; the newest has up to twice as many less one. */
const perPage = 20;

/** The pages of an event, newest first, whose posts are given newest first; undefined where one page holds all. */
export function eventPagesOf<Told extends { readonly view: PostView }>(
  told: readonly Told[],
): readonly EventPage<Told>[] | undefined {
  if (told.length <= mostPerPage) return undefined;
  const count = Math.floor(told.length / perPage);
  return Array.from({ length: count }, (_, index): EventPage<Told> => {
    const number = count - index;
    const end = told.length - perPage * (number - 1);
    const own = told.slice(number === count ? 0 : end - perPage, end);
    const href = number === count ? "index.html" : `page-${number}.html`;
    const stubs = own.map(({ view }) => postLink(view));
    const shelf = { href, stubs };
    return { number, told: own, shelf: withCacheKey(sha256(JSON.stringify(shelf)).slice(0, 24), shelf) };
  });
}

export const postLink = ({ id, name, time }: PostView): PostLink => ({
  id,
  name,
  ...(time !== undefined && { clock: time.clock }),
});
