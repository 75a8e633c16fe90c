/** What a site is rendered with that other folders make, since `site/` knows neither the disk nor the form of `content/`. */
import type { LivePage, Post } from "../model/live-page.ts";

export interface RenderDependencies {
  /** True where cards are drawn; else no page names one. */
  readonly cards: boolean;
  /** The paths of cards, `robots.txt` and `style.css` that the archive brings itself: no output replaces them. */
  readonly ownFiles: ReadonlySet<string>;
  /** The code of the pages' script, which reads its words from the variable `afterlive`. */
  readonly script: () => string;
  /** The style sheet of the pages. */
  readonly styleSheet: () => string;
  /** A post, and the head of a live page, as Markdown with front matter. */
  readonly postSource: (post: Post) => string;
  readonly pageSource: (page: LivePage) => string;
}
