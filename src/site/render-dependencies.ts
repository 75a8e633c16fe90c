/** What a site is printed with that is made elsewhere: this room knows neither the disk nor the form of `content/`. */
import type { LivePage, Post } from "../model/live-page.ts";

export interface RenderDependencies {
  /** Whether there are cards: else no page names one. */
  readonly cards: boolean;
  /** The paths of files that the archive brings itself, cards and `robots.txt`: none is made in their place. */
  readonly ownFiles: ReadonlySet<string>;
  /** The script of the pages, which finds the words of its language in the variable `afterlive`. */
  readonly script: () => string;
  /** A post, and what `page.md` says of its live page, as Markdown with front matter. */
  readonly postSource: (post: Post) => string;
  readonly pageSource: (page: LivePage) => string;
}
