/** Turns a live page into the summary that the archive's own pages need, so that they do not read the page again. */
import { printInstant } from "../model/instant.ts";
import type { Gaps, LivePage, PostCapture } from "../model/live-page.ts";
import type { Lacks, OutputPage } from "../outputs/contract.ts";
import { cacheKeyOf, digestKey, withCacheKey } from "./cache-key.ts";
import { countUrls } from "./files/sitemap-urls.ts";
import type { ShownPicture } from "./pictures/picture.ts";
import { timeExtent } from "./presenters/post.ts";
import type { LivePageView } from "./views/live-page.ts";
import type { PageSite } from "./views/page-site.ts";
import type { PostView } from "./views/post.ts";
import type { CitedPost } from "./views/text-files.ts";

export interface PageSummary {
  readonly slug: string;
  readonly view: LivePageView;
  readonly origin: PageOrigin;
  /** Its picture on the front page. */
  readonly picture?: ShownPicture;
  /** How many addresses its sitemap lists. */
  readonly urls: number;
  /** The citation of its newest post that has a time. */
  readonly cited?: CitedPost;
  /** Newest first, at most `latestMost`. */
  readonly newest: readonly NewestPost[];
  /** The views of its `count` newest posts that have a time; called only where one of them is printed. */
  readonly posts: (count: number) => readonly PostView[];
}

/** Where a live page comes from, with its cache key. Plain JSON. */
export interface PageOrigin {
  readonly key: string;
  readonly page: OutputPage;
}

/** One of the newest posts of a live page. */
export interface NewestPost {
  /** Milliseconds since 1970. */
  readonly epoch: number;
  /** The cache key of its view. */
  readonly key: string;
}

/** How many posts the archive's feeds hold. */
export const latestMost = 50;

/** A live page with all its captures, and what they lack. */
interface SummaryInput {
  readonly page: LivePage;
  readonly taken: readonly PostCapture[];
  readonly gaps?: Gaps;
}

export function summarizePage(input: SummaryInput, site: PageSite): PageSummary {
  const { page } = input;
  const timed = page.posts.flatMap(({ published }, index) => {
    const page = site.posts[index];
    return published === undefined || page === undefined ? [] : [{ epoch: published.epoch, page }];
  });
  const newest = timed[0]?.page;
  const cited = newest?.cite();
  return {
    slug: page.slug,
    view: site.page,
    origin: originOf(input, site),
    ...(site.picture !== undefined && { picture: site.picture }),
    urls: countUrls(site),
    ...(newest !== undefined &&
      cited !== undefined && { cited: { path: newest.frame.path, text: cited.text, bibtex: cited.bibtex } }),
    newest: timed.slice(0, latestMost).map(({ epoch, page }) => ({ epoch, key: cacheKeyOf(page.post) })),
    posts: (count) => timed.slice(0, count).map(({ page }) => page.post),
  };
}

function originOf({ page, taken, gaps }: SummaryInput, site: PageSite): PageOrigin {
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
  return { key: digestKey(origin), page: origin };
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

/** The origin as a view, whose JSON is its cache key. */
export const originView = ({ key, page }: PageOrigin): OutputPage => withCacheKey(key, { ...page });
