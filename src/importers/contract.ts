/** What an importer is: a pure reader of one form of live page, which accounts for every character it was given. */
import type { Instant } from "../model/instant.ts";
import type { FoundPage, FoundPost } from "../model/live-page.ts";
import type { Problem } from "../model/problem.ts";
import type { Account } from "./account/account-span.ts";
import type { Frames } from "./rendered/frames.ts";
import type { PageMoment } from "./times/page-days.ts";

/** What the person says about a capture that the capture itself may not say. */
export interface ReadOptions {
  /** Names the capture in problems. */
  readonly file: string;
  /** The year of the newest post, where the capture prints none. */
  readonly year?: number;
  /** When the capture was made. */
  readonly captured?: Instant;
  /** IANA name of the zone in which the page tells its times. */
  readonly zone: string;
  /** The person named that zone; else it is only the usual one. */
  readonly zoneTold?: boolean;
  /** The zone of the live page as it was imported before: where that is the usual one, no other is looked for. */
  readonly keptZone?: string;
  /** BCP 47: what the person says of the page's language. */
  readonly language?: string;
  readonly title?: string;
  /** Where the page was published, as the person or what holds the capture says: links without a site lead from there. */
  readonly address?: string;
  /** The frames that came along with a page. */
  readonly frames?: Frames;
}

export interface Reading {
  readonly page: FoundPage;
  /** In the order of the capture. */
  readonly posts: readonly FoundPost[];
  readonly order: "newest-first" | "oldest-first";
  /** Where every character of the capture went. */
  readonly account: Account;
  /** What the account counts where that is not the capture's own text: the words of structured data, a field a line. */
  readonly words?: string;
  /** Where the pictures of the figures are, by the names that the figures have here: addresses, the best first. */
  readonly pictures?: ReadonlyMap<string, readonly string[]>;
  /** Ids of posts that the page names and that are not among `posts`: in its summary, its key events, its links. */
  readonly named?: readonly string[];
  /** When the page says that its coverage began. */
  readonly began?: Instant;
  /** The page shows its times without a zone, and no option said which: the zone of the times is only the usual one. */
  readonly zoneGuessed?: boolean;
  /** What the page says of itself with an offset: asked where the zone is guessed. */
  readonly moments?: readonly PageMoment[];
  /** The zone that the page's times have, where no option said one and the usual one is not it. */
  readonly zone?: string;
  readonly problems: readonly Problem[];
}

/** The poorest first. */
export const evidences = ["words", "text", "whole"] as const;
export type Evidence = (typeof evidences)[number];

export interface Importer {
  /** As reports and `captures.yaml` name it. */
  readonly name: string;
  readonly title: string;
  /**
   * What its form holds of a post: all of it; its text, without links; or only its words, in one run. A poorer form never
   * replaces what a fuller one says, whenever it was captured.
   */
  readonly evidence: Evidence;
  /** It reads what the head of a saved page says, and what stands around its posts. */
  readonly readsHead?: true;
  /** How sure it is that a text is of its form: 0 (no) to 1 (certainly). From 0.5 on it knows the form, below it only hopes. */
  recognises(text: string): number;
  /** Total: any text gives a reading, with problems where it is not a live page. */
  read(text: string, options: ReadOptions): Reading;
}
