/** Every word of the interface, by name. A language that lacks one does not compile. */
import type { MediaKind } from "../../model/block.ts";
import type { InferredPart } from "../../model/live-page.ts";
import type { LocalTime } from "../clock.ts";

export interface Strings {
  /** BCP 47 of the words themselves. */
  readonly language: string;

  readonly longDate: (time: LocalTime) => string;
  readonly date: (time: LocalTime) => string;
  readonly shortDay: (time: LocalTime) => string;
  /** A span of days, each as long as it must be. */
  readonly days: (first: LocalTime, last: LocalTime) => string;
  readonly dateAndClock: (date: string, clock: string) => string;
  readonly posts: (count: number) => string;
  readonly livePages: (count: number) => string;
  /** Live pages by number, the oldest is 1. */
  readonly livePageRange: (first: number, last: number) => string;
  /** How long nothing was posted; `minutes` is at least 60. */
  readonly gap: (minutes: number) => string;
  /** "a, b and c". */
  readonly list: (parts: readonly string[]) => string;

  readonly skipToPosts: string;
  readonly skipToContent: string;
  readonly frontPage: string;
  readonly ended: string;
  readonly archived: string;
  readonly covers: string;
  readonly extent: string;
  readonly publisher: string;
  readonly source: string;
  readonly originalPage: string;
  readonly times: string;
  readonly inferred: (parts: readonly InferredPart[]) => string;
  readonly note: string;
  readonly editors: string;
  readonly rights: string;
  readonly summary: string;
  readonly allPosts: string;
  readonly liveCoverage: string;
  readonly order: string;
  readonly newestFirst: string;
  readonly oldestFirst: string;
  readonly noPosts: string;
  readonly noLivePages: string;
  readonly noLivePagesHint: string;

  readonly breaking: string;
  readonly noTime: string;
  readonly post: string;
  readonly truncated: string;
  readonly absentPicture: string;
  readonly noDescription: string;
  readonly media: Readonly<Record<MediaKind, string>>;
  readonly absentMedia: string;
  readonly original: string;
  readonly partOf: string;
  readonly inTheStream: string;
  readonly earlier: string;
  readonly later: string;
  readonly neighbours: string;

  readonly olderPages: string;
  readonly newerPages: string;
  readonly morePages: string;

  readonly notFoundTitle: string;
  readonly notFoundText: string;
  readonly notFoundMisspelt: string;
  readonly notFoundShorten: string;
  readonly notFoundFront: string;
}
