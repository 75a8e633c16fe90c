/** Everything that templates print of an archive: plain data, as all views. */
import type { OutputPage } from "../outputs/contract.ts";
import type { Card } from "./cards/card.ts";
import type { AboutView } from "./views/about.ts";
import type { IndexView, ListedPage, NotFoundView } from "./views/index-page.ts";
import type { LivePageView } from "./views/live-page.ts";
import type { PageSite } from "./views/page-site.ts";
import type { PostView } from "./views/post.ts";
import type { AssetView } from "./views/text-files.ts";

/** One of the newest posts of the archive. As JSON it is its cache key. */
export interface LatestPost {
  readonly page: LivePageView;
  readonly post: PostView;
  /** For a page at the site's root. */
  readonly bodyHtml: () => string;
}

/** The views of the archive as a whole. It does not hold the posts, since a large archive does not fit into memory. */
export interface ArchiveSite {
  readonly title: string;
  readonly url?: string;
  readonly rights?: string;
  readonly aboutHtml: string;
  /** `index.html`, then the lists of older live pages. */
  readonly index: readonly IndexView[];
  readonly about: AboutView;
  readonly notFound: NotFoundView;
  /** As in `PageSite`. */
  readonly card?: Card;
  /** Files at the root that the archive brings itself: no output replaces them. */
  readonly ownFiles: readonly string[];
  /** The style sheet of the pages, unless the archive brings its own. */
  readonly styleSheets: readonly AssetView[];
  /** One for each interface language that the archive needs. */
  readonly scripts: readonly AssetView[];
  /** All live pages, newest first. */
  readonly pages: readonly ListedPage[];
  /** The origins of the live pages, in the same order. */
  readonly origins: readonly OutputPage[];
  /** The number of addresses in the sitemap of each, in the same order. */
  readonly sitemaps: readonly { readonly folder: string; readonly urls: number }[];
  /** The fifty newest posts that have a time, newest first. */
  readonly latest: () => readonly LatestPost[];
}

/** All that templates print. */
export interface Site {
  readonly archive: ArchiveSite;
  readonly pages: readonly PageSite[];
}
