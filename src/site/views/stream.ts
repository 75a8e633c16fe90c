/** A page of a live page: its head, and its posts under their days. */
import type { Frame } from "./frame.ts";
import type { LivePageView } from "./live-page.ts";
import type { Paging, PostLink } from "./paging.ts";
import type { PostView } from "./post.ts";
import type { WordingView } from "./wording.ts";

/** The live page, or a page of it, newest or oldest first. */
export interface StreamView {
  readonly frame: Frame;
  readonly page: LivePageView;
  /** The summary as it stands in the stream. */
  readonly summaryHtml: () => string;
  /** The same without links to the posts that support it. */
  readonly plainSummaryHtml: () => string;
  readonly order: "newest" | "oldest";
  readonly days: readonly DayView[];
  readonly keyEvents: readonly PostLink[];
  /** How many pictures the gallery has; undefined where there is none. */
  readonly pictures?: number;
  /** Before the anchor of a post that may stand on another page: "" where this page has them all, as posts or stubs. */
  readonly anchors: string;
  /** Undefined for an event that one page holds. */
  readonly paging?: Paging;
  /** There are too many posts to lay out those that are out of sight. */
  readonly long: boolean;
  /** Where it is long: how much space a post takes, 0 to 6, so that one which is not laid out is given about its own. */
  readonly bulk?: number;
}

export interface DayView {
  /** An id that no post can have. */
  readonly id: string;
  /** Undefined where no post of the page has a time. */
  readonly heading?: string;
  readonly date?: string;
  readonly short?: string;
  readonly posts: readonly StreamPostView[];
}

/** Where a post stands in a stream. */
export interface StreamPostView {
  readonly post: PostView;
  /** Relative to the page. */
  readonly href: string;
  readonly bodyHtml: () => string;
  /** Newest first; absent where there are none, or none are shown. */
  readonly wordings?: readonly WordingView[];
  /** In words: how long nothing was posted between this post and the one above it on the page. */
  readonly gap?: string;
}
