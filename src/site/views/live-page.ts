/** The head of a live page: its title, its summary, and its extent in time. */
import type { StripView } from "./strip.ts";
import type { TimeView } from "./time.ts";

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
