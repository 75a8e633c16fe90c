/** Everything that templates print of one live page. */
import type { Card } from "../cards/card.ts";
import type { GalleryView } from "./gallery.ts";
import type { LivePageView } from "./live-page.ts";
import type { PostPageView } from "./post-page.ts";
import type { StreamView } from "./stream.ts";
import type { TextFileView } from "./text-files.ts";

/** The views of one live page. */
export interface PageSite {
  readonly page: LivePageView;
  /** The whole event, in either order. */
  readonly newest: StreamView;
  readonly oldest: StreamView;
  /** The pages of a long event, the newest (its `index.html`) first; none where one page holds it. */
  readonly parts: readonly StreamView[];
  /** To be drawn. Undefined where no page names it: for an archive without an address, or where no cards are drawn; and where it has its own. */
  readonly card?: Card;
  /** Newest first. */
  readonly posts: readonly PostPageView[];
  /** Undefined where the archive holds no picture of it. */
  readonly gallery?: GalleryView;
  /** The Markdown of each post, in the same order, and of the page's own words. */
  readonly sources: readonly TextFileView[];
  /** The page and its posts as citations, a file for each form. */
  readonly citations: readonly TextFileView[];
}
