/** The front page of the archive, the lists of older live pages, and the page for a missing address. */
import type { Frame } from "./frame.ts";
import type { LivePageView } from "./live-page.ts";

export interface IndexView {
  readonly frame: Frame;
  readonly title: string;
  readonly aboutHtml: string;
  readonly rights?: string;
  readonly pages: readonly ListedPage[];
  /** In words: "Live pages 1 to 20", 1 is the oldest; undefined where one page lists all. */
  readonly extent?: string;
  readonly newer?: string;
  readonly older?: string;
}

export interface ListedPage {
  readonly page: LivePageView;
  readonly href: string;
}

export interface NotFoundView {
  readonly frame: Frame;
  /** The front page as an absolute path on its host; undefined for an archive without an address. */
  readonly front?: string;
}
