/** What a live page is: the plain data that importers, the archive and the site share. */
import type { Block } from "./block.ts";
import type { Inline } from "./inline.ts";
import type { Instant } from "./instant.ts";

/** A name and what stands beside it: a reporter and a role, a desk and a place. */
export interface Byline {
  readonly name: string;
  readonly role?: string;
}

/** The parts of a time that the capture lacks and the importer worked out. */
export const inferredParts = ["year", "date", "zone"] as const;
export type InferredPart = (typeof inferredParts)[number];

/** A post as an importer finds it: everything but its identity. */
export interface FoundPost {
  /** The moment the page shows; undefined where the capture holds none. */
  readonly published?: Instant;
  /** What of `published` was inferred; empty where all of it stood in the capture. */
  readonly inferred: readonly InferredPart[];
  /** Larger is later. Used only for posts of one minute and for posts without a time. */
  readonly order?: number;
  /** The clock of a match, in its own words: "45 mins", "87.5 overs". */
  readonly clock?: string;
  readonly label?: string;
  readonly breaking: boolean;
  readonly headline?: string;
  readonly subheadline?: string;
  /** Lines that say what the post belongs to, such as the match and the team. */
  readonly context: readonly string[];
  readonly bylines: readonly Byline[];
  /** The capture ends inside this post. */
  readonly truncated: boolean;
  /** The publisher's own id or address of the post. */
  readonly source?: string;
  /** The page names it among its main events. */
  readonly keyEvent?: boolean;
  /** When the publisher last changed its words; later than `published`. */
  readonly updated?: Instant;
  /** What an editor of an archive found wrong in it, and when. Among captures, only sites of this program tell it. */
  readonly corrections?: readonly string[];
  readonly blocks: readonly Block[];
}

/** A post of an archive. `id` is its anchor and the name of its page for ever: `[a-z][a-z0-9-]{0,59}`. */
export interface Post extends FoundPost {
  readonly id: string;
  /** The points of the summary that it supports, from 1. Only an editor says so, never an importer. */
  readonly supports?: readonly number[];
}

/** The capture that holds a post. */
export interface PostCapture {
  /** SHA-256 of its bytes, 64 hexadecimal digits. */
  readonly digest: string;
  /** The name of the importer that read it. */
  readonly importer: string;
  /** When it was made. */
  readonly captured?: Instant;
}

/** An older wording of a post, which a later capture lacks. */
export interface Wording {
  readonly post: Post;
  /** When the capture with this wording was made. */
  readonly captured?: Instant;
}

/** A live page as an importer finds it. What the capture does not say is undefined. */
export interface FoundPage {
  readonly title?: string;
  readonly source?: string;
  readonly publisher?: string;
  readonly language?: string;
  /** Who wrote and edited the page, as its header names them. */
  readonly editors: readonly string[];
  /** Lines above the summary: a score, a result, a standfirst. */
  readonly panel: readonly string[];
  /** The summary and what stands with it; undefined where the page has none, empty where it has only the heading. */
  readonly summary?: readonly Block[];
}

/** A live page of an archive: `content/<slug>/`. */
export interface LivePage {
  /** `[a-z0-9-]{1,80}`, the folder's name and the address. */
  readonly slug: string;
  readonly title: string;
  /** Where it was published: an http or https address. */
  readonly source?: string;
  /** When the newest capture was made. */
  readonly captured?: Instant;
  readonly publisher?: string;
  /** IANA name, such as "Europe/London": its times are told in this zone. */
  readonly zone: string;
  /** IANA name of the zone of the place where it happened, where that is another one. */
  readonly eventZone?: string;
  /** BCP 47, such as "en-GB". */
  readonly language: string;
  readonly rights?: string;
  /** Something the reader must know about this page, such as "a retelling": inline Markdown, already parsed. */
  readonly note?: readonly Inline[];
  readonly editors: readonly string[];
  readonly panel: readonly string[];
  /** The summary bullets and what stands with them. */
  readonly summary: readonly Block[];
  /** Newest first. */
  readonly posts: readonly Post[];
}

/** What is known to be missing of a live page. */
export interface Gaps {
  /** How many posts its captures name that no capture holds. */
  readonly posts: number;
  /** How many of the pages on which it was published no capture holds, and how many there were. */
  readonly pages: number;
  readonly ofPages: number;
  /** When its coverage began, where that is well before its first post. */
  readonly began?: Instant;
}

/** What `content/archive.md` says of the whole archive. */
/** `cleaned`: without private metadata; `whole`: byte for byte. */
export type PublishedOriginals = "cleaned" | "whole" | "none";

export interface ArchiveSettings {
  readonly title: string;
  readonly language: string;
  /** The public address, ending in "/"; without it the site has no absolute addresses. */
  readonly url?: string;
  readonly rights?: string;
  readonly noindex: boolean;
  /** Whether the site shows older wordings of posts, as far as captures hold them. */
  readonly revisions?: boolean;
  /** How the site has the pictures as they are in `media/`; `cleaned` where nothing is said. */
  readonly originals?: Exclude<PublishedOriginals, "cleaned">;
  /** Its text: what this archive is. */
  readonly about: readonly Block[];
  /** What `content/about.md` says; undefined where there is none. */
  readonly words?: OwnWords;
}

/** What an archive says of itself on its page "About"; the text that all archives share follows it. */
export interface OwnWords {
  readonly title?: string;
  readonly blocks: readonly Block[];
}
