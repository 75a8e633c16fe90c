/** What templates print of the archive as a whole, and of all there is: as `view.ts`, plain data. */
import type { OutputPage } from "../outputs/contract.ts";
import type { Card } from "./cards/card.ts";
import type { AboutView } from "./views/about.ts";
import type { IndexView, ListedPage, NotFoundView } from "./views/index-page.ts";
import type { LivePageView } from "./views/live-page.ts";
import type { PageSite } from "./views/page-site.ts";
import type { PostView } from "./views/post.ts";
import type { ScriptView } from "./views/text-files.ts";

/** One of the newest posts of the archive. */
export interface LatestPost {
  readonly page: LivePageView;
  readonly post: PostView;
  /** As it stands on a page at the site's root. */
  readonly bodyHtml: () => string;
}

/** The views of the archive as a whole. It never holds all posts: an archive has more than fit into memory. */
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
  /** Its files beside the front page that it brings itself: none is made in their place. */
  readonly ownFiles: readonly string[];
  /** One for each language of the interface that the archive needs. */
  readonly scripts: readonly ScriptView[];
  /** All live pages, newest first. */
  readonly pages: readonly ListedPage[];
  /** Where they come from, in the same order. */
  readonly origins: readonly OutputPage[];
  /** How many addresses the sitemap of each has, in the same order. */
  readonly sitemaps: readonly { readonly folder: string; readonly urls: number }[];
  /** The fifty newest posts that have a time, newest first. */
  readonly latest: () => readonly LatestPost[];
}

/** What a run of the templates is given: some or all live pages, and the archive if its own pages are to be printed. */
export interface Site {
  readonly archive?: ArchiveSite;
  readonly pages: readonly PageSite[];
  /** The paths to print; all where it is absent. */
  readonly only?: ReadonlySet<string>;
}
