/** Everything that templates print of one live page. */
import type { Card } from "../cards/card.ts";
import type { ShownPicture } from "../pictures/picture.ts";
import type { GalleryView } from "./gallery.ts";
import type { LivePageView } from "./live-page.ts";
import type { PostPageView } from "./post-page.ts";
import type { StreamView } from "./stream.ts";
import type { TextFileView } from "./text-files.ts";

export interface PageSite {
  readonly page: LivePageView;
  /** The whole event, in either order. */
  readonly newest: StreamView;
  readonly oldest: StreamView;
  /** The pages of a long event, the newest (`index.html`) first; none where one page holds the event. */
  readonly eventPages: readonly StreamView[];
  /** The card to draw; undefined where no page names one, or where the archive brings its own file. */
  readonly card?: Card;
  /** Newest first. */
  readonly posts: readonly PostPageView[];
  /** Undefined where the archive holds none of its pictures. */
  readonly gallery?: GalleryView;
  /** For the front page; undefined where no picture is large enough. */
  readonly picture?: ShownPicture;
  /** The Markdown of each post, in the same order, then of the page itself. */
  readonly sources: readonly TextFileView[];
  /** The page and its posts as citations, a file for each form. */
  readonly citations: readonly TextFileView[];
}
