/** The archive's page about itself: what the archive holds, and how to verify and cite it. */

import type { AboutStrings } from "../i18n/about/strings.ts";
import type { Frame } from "./frame.ts";
import type { CitedPost } from "./text-files.ts";

export interface AboutView {
  readonly frame: Frame;
  readonly title: string;
  readonly archiveTitle: string;
  /** The archive's own words, if it has any. */
  readonly ownHtml: string;
  /** In words: "3 live pages", "120 posts", "16–17 May 2024". */
  readonly livePages: string;
  readonly posts: string;
  readonly days?: string;
  /** The newest live pages, with the digests that verify them. */
  readonly origins: readonly OriginView[];
  /** The table of all live pages and captures. */
  readonly captures: FileLink;
  /** Files for programs; `kind` chooses the words that explain them. */
  readonly files: readonly { readonly kind: keyof AboutStrings["files"]; readonly links: readonly FileLink[] }[];
  readonly cited?: CitedPost;
  readonly rights?: string;
  /** The rights of live pages, the most frequent first. */
  readonly pageRights: readonly { readonly rights: string; readonly pages: string }[];
}

/** A file by its path from the site's root. */
export interface FileLink {
  readonly name: string;
  readonly href: string;
}

/** Where a live page comes from. */
export interface OriginView {
  readonly href: string;
  readonly title: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly source?: string;
  /** In words: posts and pages that are known to be missing. */
  readonly missing: readonly string[];
  /** When its coverage began; absent where its first post is there. */
  readonly began?: AboutTime;
  /** In words: posts without a time, pictures without a file and the like. */
  readonly lacks: readonly string[];
  /** The newest few, newest first. */
  readonly captures: readonly { readonly digest: string; readonly captured?: AboutTime }[];
  /** True where there are more captures. */
  readonly older: boolean;
}

export interface AboutTime {
  readonly iso: string;
  /** "17 May 2024, 06:00 BST" */
  readonly words: string;
}
