/** What an importer is: a pure function from one form of live page to a reading that accounts for every character. */
import type { Instant } from "../model/instant.ts";
import type { FoundPage, FoundPost } from "../model/live-page.ts";
import type { Problem } from "../model/problem.ts";
import type { Account } from "./account/account-span.ts";
import type { Frames } from "./rendered/frames.ts";
import type { PageMoment } from "./times/page-days.ts";

/** What a person knows about a capture and the capture itself may lack. */
export interface ReadOptions {
  /** The name of the capture in problems. */
  readonly file: string;
  /** The year of the newest post, if the capture prints none. */
  readonly year?: number;
  /** The time of the capture. */
  readonly captured?: Instant;
  /** The IANA name of the zone of the page's times. */
  readonly zone: string;
  /** The person named that zone; else it is the default. */
  readonly zoneTold?: boolean;
  /** The zone of the live page in an earlier import: if that is the default, no other zone is looked for. */
  readonly keptZone?: string;
  /** BCP 47: the language of the page, as the person gave it. */
  readonly language?: string;
  readonly title?: string;
  /** The address of the page, from the person or from the container of the capture; it resolves relative links. */
  readonly address?: string;
  /** The frames that were saved with a page. */
  readonly frames?: Frames;
}

export interface Reading {
  readonly page: FoundPage;
  /** In the order of the capture. */
  readonly posts: readonly FoundPost[];
  readonly order: "newest-first" | "oldest-first";
  /** The place or the loss of every character of the capture. */
  readonly account: Account;
  /** The text that the account counts, if it is not the capture's own: the words of structured data, a field a line. */
  readonly words?: string;
  /** The addresses of each picture, the best first, by the name of its figure. */
  readonly pictures?: ReadonlyMap<string, readonly string[]>;
  /** Ids of posts that the page names in its summary, its key events or its links, and that `posts` lacks. */
  readonly named?: readonly string[];
  /** The beginning of the coverage, as the page gives it. */
  readonly began?: Instant;
  /** The page shows its times without a zone, and no option named one: the zone of the times is the default. */
  readonly zoneGuessed?: boolean;
  /** Times with an offset in the page, to find the zone if it is the default. */
  readonly moments?: readonly PageMoment[];
  /** The zone of the page's times, if no option named one and the default is wrong. */
  readonly zone?: string;
  readonly problems: readonly Problem[];
}

/** The poorest first. */
export const evidences = ["words", "text", "whole"] as const;
export type Evidence = (typeof evidences)[number];

/** The reading of a text that is no live page. */
export const withoutLivePage = (problem: Problem): Reading => ({
  page: { editors: [], panel: [] },
  posts: [],
  order: "newest-first",
  account: [],
  words: "",
  problems: [problem],
});

export interface Importer {
  /** The name in reports and in `captures.yaml`. */
  readonly name: string;
  readonly title: string;
  /**
   * How much of a post its form holds: all; its text without links; or only its words in one run. A poorer form never replaces words
   * of a fuller one, at any time of capture.
   */
  readonly evidence: Evidence;
  /** It reads the head of a saved page and the parts around its posts. */
  readonly readsHead?: true;
  /** How certain the text has its form, from 0 (no) to 1 (certainly). From 0.5 on it knows the form, below it guesses. */
  recognises(text: string): number;
  /** Total: any text gives a reading; if it is not a live page, `problems` has errors. */
  read(text: string, options: ReadOptions): Reading;
}
