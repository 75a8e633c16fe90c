/** The place where a post begins. */

/** "stamped": headline, "published at", stamp on `heading`; "posted": the stamp alone; "plain": a headline without a stamp. */
export interface PostStart {
  readonly kind: "stamped" | "posted" | "plain";
  /** The first line of the post: its number, its label or its heading. */
  readonly line: number;
  readonly heading: number;
  readonly number?: number;
}
