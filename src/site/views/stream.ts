/** A page of a live page: its head, and its posts under their days. */
import type { Frame } from "./frame.ts";
import type { LivePageView } from "./live-page.ts";
import type { Paging, PostLink } from "./paging.ts";
import type { PostView } from "./post.ts";
import type { ThumbnailView } from "./thumbnail.ts";
import type { WordingView } from "./wording.ts";

export interface StreamView {
  readonly frame: Frame;
  readonly page: LivePageView;
  /** The summary with its links, as this page shows it. */
  readonly summaryHtml: () => string;
  /** The same without links to the posts that support its points. */
  readonly plainSummaryHtml: () => string;
  /** How to cite the live page, in words. */
  readonly citation: string;
  readonly order: "newest" | "oldest";
  readonly days: readonly DayView[];
  readonly keyEvents: readonly PostLink[];
  /** The way to the gallery; undefined where there is none. */
  readonly pictures?: { readonly count: number; readonly first: readonly ThumbnailView[] };
  /** Stands before the anchor of any post of the event: "" where this page has an anchor for each post. */
  readonly anchorBase: string;
  /** Undefined for an event that one page holds. */
  readonly paging?: Paging;
  /** True where a browser must not lay out the posts that are out of sight: see src/style/. */
  readonly long: boolean;
  /** Where it is long: the mean size of its posts, 0 to 6, from which the style sheet reserves space. */
  readonly sizeClass?: number;
}

/** The posts of one local day. */
export interface DayView {
  /** Its anchor. It holds an underscore, which no post's id holds. */
  readonly id: string;
  /** In words; undefined where no post of the page has a time. */
  readonly heading?: string;
  readonly date?: string;
  readonly short?: string;
  readonly posts: readonly StreamPostView[];
}

/** A post as a stream holds it. */
export interface StreamPostView {
  readonly post: PostView;
  /** Relative to the page. */
  readonly href: string;
  readonly bodyHtml: () => string;
  /** Newest first; absent where there are none, or none are shown. */
  readonly wordings?: readonly WordingView[];
  /** In words: the silence between this post and the one above it on the page. */
  readonly gap?: string;
}
