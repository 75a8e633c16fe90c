/** What the head of a page says of other files. */
export interface HeadLink {
  readonly rel: "prev" | "next" | "alternate" | "up";
  readonly href: string;
  /** The media type of what is no page. */
  readonly type?: string;
  readonly title?: string;
}
