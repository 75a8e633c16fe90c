/** What every page has around its own text: its path, its language, and what its head says to other programs. */

export interface Frame {
  /** The file, from the site's root: `state-visit/index.html`. */
  readonly path: string;
  /** From this page to the site's root: "", "../" or "../../". */
  readonly root: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** The language of the interface, where it has no words in the page's language. */
  readonly interfaceLanguage?: string;
  readonly title: string;
  readonly description: string;
  readonly archiveTitle: string;
  /** The page's public address; undefined for an archive that names none. */
  readonly canonical?: string;
  /** `og:type` (ogp.me). */
  readonly type: "website" | "article";
  readonly noindex: boolean;
  readonly links: readonly HeadLink[];
  /** Undefined where the page has no picture, or the archive no address. */
  readonly card?: CardView;
  /** The script's path from the site's root. */
  readonly script: string;
}

/** A `<link>` to another file. `rel` is never "next": Firefox would fetch that page, which the policy forbids. */
export interface HeadLink {
  readonly rel: "alternate" | "up";
  readonly href: string;
  /** The media type of a file that is no page. */
  readonly type?: string;
  readonly title?: string;
}

/** The picture that another site shows where it links to a page: `og:image` (ogp.me). */
export interface CardView {
  /** In a frame the public address; in a post the path from the site's root. */
  readonly href: string;
  /** In pixels; absent where it was not measured. */
  readonly size?: { readonly width: number; readonly height: number };
  readonly type: "image/jpeg" | "image/png";
  /** What it shows, in plain words. */
  readonly alt: string;
}
