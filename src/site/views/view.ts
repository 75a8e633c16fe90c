/**
 * What templates print: plain data, nothing left to compute. A text is plain unless its name ends in `Html`,
 * which is HTML that this program printed and that `raw` may let through.
 */

import type { Byline, InferredPart } from "../../model/live-page.ts";
import type { Card } from "../cards/card.ts";
import type { CardView } from "../files/card.ts";
import type { CiteView, TextFileView } from "../files/text.ts";
import type { HeadLink } from "../head-link.ts";
import type { WordingView } from "../text/wording.ts";
import type { TimeView } from "../time/shown-time.ts";
import type { AboutText } from "./about-text.ts";
import type { FigureView } from "./figure.ts";
import type { PictureView } from "./gallery-picture.ts";
import type { Paging, Stub } from "./paging.ts";
import type { StripView } from "./strip-view.ts";

export type { TimeView, WordingView };

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
  /** Undefined where the page has no picture, or the archive no address. */
  readonly card?: CardView;
  /** The script's path from the site's root. */
  readonly script: string;
}

/** A post, the same on every page that holds it. As JSON it is its key: see `keyed.ts`. */
export interface PostView {
  readonly id: string;
  /** What to call it in a list: its headline, or its first words. */
  readonly name: string;
  /** True where `name` is not the headline, since there is none. */
  readonly unnamed: boolean;
  readonly time?: TimeView;
  /** What of the time was inferred, in words, where the page does not say it once for all posts. */
  readonly inferred?: string;
  /** All that was inferred of it. */
  readonly inferredParts: readonly InferredPart[];
  readonly clock?: string;
  readonly label?: string;
  readonly breaking: boolean;
  readonly keyEvent: boolean;
  readonly headline?: string;
  readonly subheadline?: string;
  readonly context: readonly string[];
  readonly bylines: readonly Byline[];
  readonly truncated: boolean;
  /** When its words were last changed, if that was later than it was published. */
  readonly updated?: TimeView;
  /** What was wrong in it, and when: in the editor's words. */
  readonly corrections: readonly string[];
  readonly description: string;
  readonly figures: readonly FigureView[];
  /** The crop of its first picture that is large enough. */
  readonly card?: CardView;
  /** Its words, plain, a line for each block. */
  readonly text: () => string;
  /** With the marks of `body.ts`, which `placeBody` replaces. */
  readonly bodyHtml: () => string;
}

/** Where a post stands in a stream. */
export interface StandingPost {
  readonly post: PostView;
  /** Relative to the page. */
  readonly href: string;
  readonly bodyHtml: () => string;
  /** Newest first; absent where there are none, or none are shown. */
  readonly wordings?: readonly WordingView[];
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

/** What every page of a live page may say of it. */
export interface LivePageName {
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** As in `Frame`, for the words below. */
  readonly foreignWords?: string;
  /** Where it was published. */
  readonly source?: string;
  readonly publisher?: string;
  readonly rights?: string;
  /** IANA name, where it happened in another zone than the page's. */
  readonly eventZone?: string;
}

/** What the head of a live page says. As JSON it is its key: see `keyed.ts`. */
export interface LivePageView extends LivePageName {
  readonly noteHtml?: string;
  readonly editors: readonly string[];
  readonly panel: readonly string[];
  /** With links to the posts that support it: see `supports.ts`. */
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
  readonly keyEvents: readonly Stub[];
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

export interface Neighbour {
  readonly href: string;
  readonly name: string;
  readonly time?: TimeView;
}

/** One post alone. As JSON it is what tells it from others. */
export interface PostPageView {
  readonly frame: Frame;
  readonly page: LivePageName;
  readonly post: PostView;
  readonly bodyHtml: () => string;
  readonly earlier?: Neighbour;
  readonly later?: Neighbour;
  /** Newest first; absent where there are none, or none are shown. */
  readonly wordings?: readonly WordingView[];
  readonly provenance: ProvenanceView;
  readonly cite: () => CiteView;
}

/** What a post came from. */
export interface ProvenanceView {
  /** Where it was published, or where its live page was. */
  readonly source?: string;
  readonly sourceOf: "post" | "live page";
  readonly captured?: TimeView;
  /** Of the capture that holds it: SHA-256, 64 hexadecimal digits. */
  readonly digest?: string;
  /** The name of the importer that read the capture. */
  readonly importer?: string;
  /** In words: what of its time the capture does not tell; "" where it tells all of it. */
  readonly inferred?: string;
  /** Relative to the page: its Markdown. */
  readonly text: string;
}

/** A picture of a post in the gallery. As JSON it is its post's key and its number. */
export interface HungPicture extends PictureView {
  readonly post: PostView;
}

/** The pictures of a live page: of its newest post first, within a post as they stand there. */
export interface GalleryView {
  readonly frame: Frame;
  readonly page: LivePageName;
  readonly pictures: readonly [HungPicture, ...HungPicture[]];
}

/** A live page in a list of them. */
export interface ListedPage {
  readonly page: LivePageView;
  readonly href: string;
}

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

/** What the archive says of itself. */
export interface AboutView extends AboutText {
  readonly frame: Frame;
}

export interface NotFoundView {
  readonly frame: Frame;
  /** The front page's path on its own host, where the archive's address is known. */
  readonly front?: string;
}

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
