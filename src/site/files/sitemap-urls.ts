/** The pages of a live page, and of the archive, that have an address of their own: for sitemaps. */
import type { SitemapUrl } from "../../outputs/contract.ts";
import { latestOf } from "../../outputs/moments.ts";
import type { ArchiveSite } from "../archive-site.ts";
import type { PageSite } from "../views/page-site.ts";
import type { PostView } from "../views/post.ts";

type Paged = Pick<PageSite, "page" | "newest" | "parts" | "gallery" | "posts">;

/** How many `pagePlaces` there are, without making them. */
export const countUrls = ({ parts, gallery, posts }: Paged): number =>
  1 + Math.max(0, parts.length - 1) + (gallery === undefined ? 0 : 1) + posts.length;

/**
 * Where a page shows nothing but posts, it changed when the last of them did; of others that is not known. Other orders of
 * the same posts go by the address of the live page.
 */
export function pageUrls({ page, newest, parts, gallery, posts }: Paged): readonly SitemapUrl[] {
  const further = parts.filter(({ paging }) => paging?.number !== paging?.count);
  return [
    placeOf(`${page.slug}/index.html`, newest.days),
    ...further.map(({ frame, days }) => placeOf(frame.path, days)),
    ...(gallery === undefined ? [] : [{ path: gallery.frame.path }]),
    ...posts.map(({ post }) => placeOf(`${page.slug}/${post.id}/index.html`, [{ posts: [{ post }] }])),
  ];
}

export const archiveUrls = ({ index, about }: Pick<ArchiveSite, "index" | "about">): readonly SitemapUrl[] =>
  [...index, about].map(({ frame }) => ({ path: frame.path }));

/** What a sitemap says of a post's text: when it changed last. */
export const postChangedAt = ({ updated, time }: PostView): string | undefined => updated?.iso ?? time?.iso;

function placeOf(
  path: string,
  days: readonly { readonly posts: readonly { readonly post: PostView }[] }[],
): SitemapUrl {
  const changed = latestOf(days.flatMap(({ posts }) => posts.map(({ post }) => postChangedAt(post))));
  return { path, ...(changed !== undefined && { changed }) };
}
