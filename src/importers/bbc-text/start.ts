/** The place where a post begins, as `findStarts` finds it. */

/** "stamped": the line `heading` has headline, "published at" and stamp; "posted": only the stamp; "plain": a headline without a stamp. */
export interface PostStart {
  readonly kind: "stamped" | "posted" | "plain";
  /** The first line of the post: its number, its label or its heading. */
  readonly line: number;
  readonly heading: number;
  readonly number?: number;
}
