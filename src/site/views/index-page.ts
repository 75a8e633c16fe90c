/** The front page of the archive, the lists of older live pages, and the page for a missing address. */

import type { ShownPicture } from "../pictures/picture.ts";
import type { Frame } from "./frame.ts";
import type { LivePageView } from "./live-page.ts";
import type { ThumbnailView } from "./thumbnail.ts";

export interface IndexView {
  readonly frame: Frame;
  readonly title: string;
  readonly aboutHtml: string;
  readonly rights?: string;
  /** Newest first. */
  readonly years: readonly ListedYear[];
  /** How many live pages it lists. */
  readonly count: number;
  /** In words: "Live pages 1 to 20", 1 is the oldest; undefined where one page lists all. */
  readonly extent?: string;
  readonly newer?: string;
  readonly older?: string;
}

/** The live pages that ended in one year. */
export interface ListedYear {
  /** In words; undefined for live pages without a time, and where one live page is all. */
  readonly heading?: string;
  readonly pages: readonly IndexedPage[];
}

/** A live page of the archive. */
export interface ListedPage {
  readonly page: LivePageView;
  readonly href: string;
  /** Its last time, in ISO 8601. */
  readonly last?: string;
  readonly picture?: ShownPicture;
}

/** A live page as a list of live pages shows it. */
export interface IndexedPage extends ListedPage {
  readonly picture?: ThumbnailView;
  /** True for the newest of the archive, which is shown large. */
  readonly isNewest: boolean;
}

export interface NotFoundView {
  readonly frame: Frame;
  /** The front page as an absolute path on its host; undefined for an archive without an address. */
  readonly front?: string;
}
