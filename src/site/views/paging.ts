/** The pages of a long event, as each of them knows the others. */

/** A link to a post by its time and its name. */
export interface PostLink {
  readonly id: string;
  readonly name: string;
  readonly clock?: string;
}

/** The posts of one page of the event. As JSON it is its cache key. */
export interface EventPageIndex {
  /** The page, from the folder of the live page. */
  readonly href: string;
  /** Newest first. */
  readonly hours: readonly HourIndex[];
}

/** The posts of one hour, as far as one page has them. */
export interface HourIndex {
  /** In words: "17 May 2024, 07:00 BST"; absent where the newer page has this hour's heading, and for posts without a time. */
  readonly heading?: string;
  /** Newest first. */
  readonly posts: readonly PostLink[];
}

/** The place of a page among the pages of a long event. */
export interface Paging {
  /** From 1, the oldest; undefined where the page holds the whole event. */
  readonly number?: number;
  readonly count: number;
  readonly newer?: string;
  readonly older?: string;
  /** All posts of the event by page, those of this page (`here`) among them; empty where another page has the index. */
  readonly index: readonly EventPageIndex[];
  readonly here?: EventPageIndex;
}
