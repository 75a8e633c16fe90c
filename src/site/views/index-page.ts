/** The front page of the archive, the lists of older live pages, and the page for a missing address. */
import type { Frame } from "./frame.ts";
import type { LivePageView } from "./live-page.ts";

/** The archive's front page, or one of those that list its older live pages. */
export interface IndexView {
  readonly frame: Frame;
  readonly title: string;
  readonly aboutHtml: string;
  readonly rights?: string;
  readonly pages: readonly ListedPage[];
  /** In words: "Live pages 1 to 20", counted from the oldest; undefined where one page lists all. */
  readonly extent?: string;
  readonly newer?: string;
  readonly older?: string;
}

/** A live page in a list of them. */
export interface ListedPage {
  readonly page: LivePageView;
  readonly href: string;
}

export interface NotFoundView {
  readonly frame: Frame;
  /** The front page's path on its own host, where the archive's address is known. */
  readonly front?: string;
}
