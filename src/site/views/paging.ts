/** How the pages of a long event know of each other. */

/** A post in a list: it stands on this page, or is a stub that leads to it. */
export interface PostLink {
  readonly id: string;
  readonly name: string;
  readonly clock?: string;
}

/** Some posts in a row that stand on one page of the event. As JSON it is its key. */
export interface EventPageIndex {
  /** Of the page. */
  readonly href: string;
  /** Newest first. */
  readonly stubs: readonly PostLink[];
}

/** Where a page of a long event is among the others. */
export interface Paging {
  /** From 1, the oldest; undefined where the page holds the whole event. */
  readonly number?: number;
  readonly count: number;
  readonly newer?: string;
  readonly older?: string;
  /** All posts of the event, the shelf of this page (`here`) among them; none where another page has the index. */
  readonly shelves: readonly EventPageIndex[];
  readonly here?: EventPageIndex;
}
