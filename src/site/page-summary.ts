/** What the archive's own pages need to know of a live page, so that none of it need be read again for them. */
import { sha256 } from "../base/digest.ts";
import { printInstant } from "../model/instant.ts";
import type { Gaps, LivePage, PostCapture } from "../model/live-page.ts";
import type { Lacks, OutputPage } from "../outputs/contract.ts";
import { cacheKeyOf, withCacheKey } from "./cache-key.ts";
import { countUrls } from "./files/sitemap-urls.ts";
import { timeExtent } from "./presenters/post.ts";
import type { LivePageView } from "./views/live-page.ts";
import type { PageSite } from "./views/page-site.ts";
import type { PostView } from "./views/post.ts";
import type { CitedPost } from "./views/text-files.ts";

export interface PageSummary {
  readonly slug: string;
  readonly view: LivePageView;
  readonly origin: PageOrigin;
  /** How many of its pages have an address of their own. */
  readonly urls: number;
  /** Its newest post that has a time, as it is cited. */
  readonly cited?: CitedPost;
  /** Newest first, at most as many as `latestMost`. */
  readonly newest: readonly NewestPost[];
  /** The views of as many of its newest posts that have a time; asked for only if one of them must be printed. */
  readonly posts: (count: number) => readonly PostView[];
}

/** Plain JSON: where a live page comes from, and the key of that. */
export interface PageOrigin {
  readonly key: string;
  readonly page: OutputPage;
}

/** One of the newest posts of a live page. */
export interface NewestPost {
  /** Milliseconds since 1970. */
  readonly epoch: number;
  /** Of its view. */
  readonly key: string;
}

/** How many posts the archive shows as its latest. */
export const latestMost = 50;

/** Where a live page comes from: all its captures, and what they lack. */
interface Sourced {
  readonly page: LivePage;
  readonly taken: readonly PostCapture[];
  readonly gaps?: Gaps;
}

/** Of a live page whose views are made. */
export function summarizePage(sourced: Sourced, site: PageSite): PageSummary {
  const { page } = sourced;
  const timed = page.posts.flatMap(({ published }, index) => {
    const alone = site.posts[index];
    return published === undefined || alone === undefined ? [] : [{ epoch: published.epoch, alone }];
  });
  const newest = timed[0]?.alone;
  const cited = newest?.cite();
  return {
    slug: page.slug,
    view: site.page,
    origin: originOf(sourced, site),
    urls: countUrls(site),
    ...(newest !== undefined &&
      cited !== undefined && { cited: { path: newest.frame.path, text: cited.text, bibtex: cited.bibtex } }),
    newest: timed.slice(0, latestMost).map(({ epoch, alone }) => ({ epoch, key: cacheKeyOf(alone.post) })),
    posts: (count) => timed.slice(0, count).map(({ alone }) => alone.post),
  };
}

function originOf({ page, taken, gaps }: Sourced, site: PageSite): PageOrigin {
  const extent = timeExtent(page.posts);
  const origin: OutputPage = {
    folder: `${page.slug}/`,
    title: page.title,
    language: page.language,
    zone: page.zone,
    ...(page.publisher !== undefined && { publisher: page.publisher }),
    ...(page.source !== undefined && { source: page.source }),
    ...(page.rights !== undefined && { rights: page.rights }),
    posts: page.posts.length,
    ...(extent !== undefined && { first: printInstant(extent[0]), last: printInstant(extent[1]) }),
    lacks: lacksOf(site, gaps),
    captures: taken.map(({ digest, importer, captured }) => ({
      digest,
      importer,
      ...(captured !== undefined && { captured: printInstant(captured) }),
    })),
  };
  return { key: sha256(JSON.stringify(origin)).slice(0, 24), page: origin };
}

function lacksOf({ posts }: PageSite, gaps: Gaps | undefined): Lacks {
  const count = (lacks: (post: PostView) => boolean): number => posts.filter(({ post }) => lacks(post)).length;
  return {
    times: count(({ time }) => time === undefined),
    inferred: count(({ inferredParts }) => inferredParts.length > 0),
    ends: count(({ truncated }) => truncated),
    pictures: posts.flatMap(({ post }) => post.figures).filter(({ picture }) => picture === undefined).length,
    ...(gaps !== undefined && { missing: missingOf(gaps) }),
  };
}

const missingOf = ({ began, ...counts }: Gaps): NonNullable<Lacks["missing"]> => ({
  ...counts,
  ...(began !== undefined && { began: printInstant(began) }),
});

/** As a view: as JSON it is its key. */
export const originView = ({ key, page }: PageOrigin): OutputPage => withCacheKey(key, { ...page });
