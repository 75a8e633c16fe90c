/**
 * What templates print: plain data, nothing left to compute. A text is plain unless its name ends in `Html`,
 * which is HTML that this program printed and that `raw` may let through.
 */

/** What every page has around its own text. */
export interface Frame {
  /** Of the file, from the site's root: `state-visit/index.html`. */
  readonly path: string;
  /** From this page to the site's root: "", "../" or "../../". */
  readonly root: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** The language of the interface's words where they are not in the page's language. */
  readonly foreignWords?: string;
  readonly title: string;
  readonly description: string;
  readonly archiveTitle: string;
  /** The page's public address; undefined for an archive that names none. */
  readonly canonical?: string;
  readonly type: "website" | "article";
  readonly noindex: boolean;
  readonly links: readonly HeadLink[];
}

export interface HeadLink {
  readonly rel: "prev" | "next" | "alternate" | "up";
  readonly href: string;
  readonly title?: string;
}

/** A time as a reader sees it, and as a machine reads it. */
export interface TimeView {
  readonly iso: string;
  /** `04:28` */
  readonly clock: string;
  /** `BST` */
  readonly zone: string;
  /** `17 May 2024` */
  readonly date: string;
  /** `Friday 17 May 2024` */
  readonly longDate: string;
}

export interface BylineView {
  readonly name: string;
  readonly role?: string;
}

/** A post, the same on every page that holds it. */
export interface PostView {
  readonly id: string;
  /** What to call it in a list: its headline, or its first words. */
  readonly name: string;
  /** True where `name` is not the headline, since there is none. */
  readonly unnamed: boolean;
  readonly time?: TimeView;
  /** What of the time was inferred, in words, where the page does not say it once for all posts. */
  readonly inferred?: string;
  readonly clock?: string;
  readonly label?: string;
  readonly breaking: boolean;
  readonly headline?: string;
  readonly subheadline?: string;
  readonly context: readonly string[];
  readonly bylines: readonly BylineView[];
  readonly truncated: boolean;
  readonly description: string;
  /** With the marks of `body.ts`, which `placeBody` replaces. */
  readonly bodyHtml: string;
}

/** Where a post stands in a stream. */
export interface StandingPost {
  readonly post: PostView;
  /** Relative to the page. */
  readonly href: string;
  readonly bodyHtml: string;
  /** In words: how long nothing was posted between this post and the one above it on the page. */
  readonly gap?: string;
}

export interface DayView {
  /** An id that no post can have. */
  readonly id: string;
  /** Undefined where no post of the page has a time. */
  readonly heading?: string;
  readonly date?: string;
  readonly short?: string;
  readonly posts: readonly StandingPost[];
}

/** The whole event as a row of bars; all numbers are percentages of its width or height. */
export interface StripView {
  readonly bars: readonly StripBar[];
  readonly barWidth: number;
  readonly days: readonly StripDay[];
  readonly ticks: readonly StripTick[];
}

/** A mark of the ruler below the bars; `text` is its time. */
export interface StripTick {
  readonly x: number;
  readonly text?: string;
}

export interface StripBar {
  readonly x: number;
  readonly height: number;
  /** The first post in it. */
  readonly id: string;
  readonly title: string;
}

/** A midnight, or the beginning of the strip. */
export interface StripDay {
  readonly x: number;
  readonly anchor: "start" | "end";
  readonly text: string;
}

/** What the head of a live page says. */
export interface LivePageView {
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** As in `Frame`, for the words below. */
  readonly foreignWords?: string;
  readonly source?: string;
  readonly publisher?: string;
  readonly rights?: string;
  readonly noteHtml?: string;
  /** In words. */
  readonly editors?: string;
  readonly panel: readonly string[];
  readonly summaryHtml: string;
  /** The first points of the summary, in plain words. */
  readonly points: readonly string[];
  /** In words: "20 posts". */
  readonly extent: string;
  readonly captured?: TimeView;
  readonly from?: TimeView;
  readonly to?: TimeView;
  /** In words: "16–17 May 2024". */
  readonly days?: string;
  /** In words: the zones of the times, and what of them was inferred. */
  readonly zones?: string;
  readonly strip?: StripView;
}

/** The live page, newest or oldest first. */
export interface StreamView {
  readonly frame: Frame;
  readonly page: LivePageView;
  readonly order: "newest" | "oldest";
  readonly days: readonly DayView[];
  /** So many posts that those out of sight should not be laid out. */
  readonly long: boolean;
}

export interface Neighbour {
  readonly href: string;
  readonly name: string;
  readonly time?: TimeView;
}

/** One post alone. */
export interface PostPageView {
  readonly frame: Frame;
  readonly page: LivePageView;
  readonly post: PostView;
  readonly bodyHtml: string;
  readonly earlier?: Neighbour;
  readonly later?: Neighbour;
}

/** The archive's front page. */
export interface IndexView {
  readonly frame: Frame;
  readonly title: string;
  readonly aboutHtml: string;
  readonly rights?: string;
  readonly pages: readonly { readonly page: LivePageView; readonly href: string }[];
}

export interface NotFoundView {
  readonly frame: Frame;
  /** The front page's path on its own host, where the archive's address is known. */
  readonly front?: string;
}

/** Every view of an archive, for the templates to choose from. */
export interface Site {
  readonly index: IndexView;
  readonly newest: readonly StreamView[];
  readonly oldest: readonly StreamView[];
  readonly posts: readonly PostPageView[];
  readonly notFound: NotFoundView;
}
