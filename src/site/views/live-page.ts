/** The head of a live page: its title, its summary, and its extent in time. */
import type { StripView } from "./strip.ts";
import type { TimeView } from "./time.ts";

/** What each page of a live page says of it. */
export interface LivePageName {
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** As in `Frame`. */
  readonly interfaceLanguage?: string;
  /** Where it was published. */
  readonly source?: string;
  readonly publisher?: string;
  readonly rights?: string;
  /** IANA name; absent where the event has the page's own zone. */
  readonly eventZone?: string;
}

/** As JSON it is its cache key: see `cache-key.ts`. */
export interface LivePageView extends LivePageName {
  readonly noteHtml?: string;
  readonly editors: readonly string[];
  readonly panel: readonly string[];
  /** With links to the posts that support its points: see `supports.ts`. */
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
