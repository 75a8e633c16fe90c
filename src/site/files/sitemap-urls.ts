/** Turns the views of a live page, or of the archive, into the addresses that sitemaps list (sitemaps.org). */
import type { SitemapUrl } from "../../outputs/contract.ts";
import { latestOf } from "../../outputs/moments.ts";
import type { ArchiveSite } from "../archive-site.ts";
import type { PageSite } from "../views/page-site.ts";
import type { PostView } from "../views/post.ts";

type Paged = Pick<PageSite, "page" | "newest" | "eventPages" | "gallery" | "posts">;

/** The number of `pageUrls`, without making them. */
export const countUrls = ({ eventPages, gallery, posts }: Paged): number =>
  1 + Math.max(0, eventPages.length - 1) + (gallery === undefined ? 0 : 1) + posts.length;

/**
 * The pages with a canonical address of their own. A page of posts changed when its latest post did; of other pages that is not
 * known. The other orders of a live page have its canonical address.
 */
export function pageUrls({ page, newest, eventPages, gallery, posts }: Paged): readonly SitemapUrl[] {
  const further = eventPages.filter(({ paging }) => paging?.number !== paging?.count);
  return [
    urlOf(`${page.slug}/index.html`, newest.days),
    ...further.map(({ frame, days }) => urlOf(frame.path, days)),
    ...(gallery === undefined ? [] : [{ path: gallery.frame.path }]),
    ...posts.map(({ post }) => urlOf(`${page.slug}/${post.id}/index.html`, [{ posts: [{ post }] }])),
  ];
}

export const archiveUrls = ({ index, about }: Pick<ArchiveSite, "index" | "about">): readonly SitemapUrl[] =>
  [...index, about].map(({ frame }) => ({ path: frame.path }));

/** When a post's words last changed, as ISO 8601. */
export const postChangedAt = ({ updated, time }: PostView): string | undefined => updated?.iso ?? time?.iso;

function urlOf(path: string, days: readonly { readonly posts: readonly { readonly post: PostView }[] }[]): SitemapUrl {
  const changed = latestOf(days.flatMap(({ posts }) => posts.map(({ post }) => postChangedAt(post))));
  return { path, ...(changed !== undefined && { changed }) };
}
