/** What the head of a page says of other files. Not "next": Firefox would fetch that page, which the policy forbids. */
export interface HeadLink {
  readonly rel: "alternate" | "up";
  readonly href: string;
  /** The media type of what is no page. */
  readonly type?: string;
  readonly title?: string;
}
