/** Every word of the interface, by name. A language that lacks one does not compile. */
import type { MediaKind } from "../../model/block.ts";
import type { InferredPart } from "../../model/live-page.ts";
import type { CalendarTime } from "../time/clock.ts";
import type { ZoneName } from "../time/zone-words.ts";
import type { AboutStrings } from "./about/strings.ts";

export interface Strings {
  /** BCP 47 of the words themselves. */
  readonly language: string;

  readonly longDate: (time: CalendarTime) => string;
  readonly date: (time: CalendarTime) => string;
  readonly shortDay: (time: CalendarTime) => string;
  readonly year: (time: CalendarTime) => string;
  /** A span of days, the first without what the last repeats. */
  readonly days: (first: CalendarTime, last: CalendarTime) => string;
  /** `clock` is "14:05 BST" in every language, since the script replaces it. */
  readonly dateAndClock: (date: string, clock: string) => string;
  /** "16–17 May 2024, 09:20–14:05 BST": the first and the last time of some days. */
  readonly dateAndClocks: (days: string, first: string, last: string) => string;
  /** A whole number, in the digits and groups of the language. */
  readonly number: (value: number) => string;
  readonly posts: (count: number) => string;
  readonly livePages: (count: number) => string;
  /** Live pages by number; 1 is the oldest. */
  readonly livePageRange: (first: number, last: number) => string;
  /** A silence between two posts; `minutes` is at least 60. */
  readonly gap: (minutes: number) => string;
  /** "a, b and c". */
  readonly list: (parts: readonly string[]) => string;
  /** "Video, not in this archive"; with "" as `text`, only `rest` as it follows a text. */
  readonly aside: (text: string, rest: string) => string;
  /** "17 May 2024: 3 posts". */
  readonly named: (name: string, text: string) => string;
  /** The full names of zones, by short name. */
  readonly zoneNames: Readonly<Record<ZoneName, string>>;

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

  /* Ways through a live page. */
  readonly keyEvents: string;
  /** The posts of one page of a long event. */
  readonly onThisPage: string;
  readonly wholeEvent: string;
  /** "Page 2 of 7"; 1 is the oldest. */
  readonly pageOf: (number: number, count: number) => string;
  /** The same of the newest page. */
  readonly newestOf: (count: number) => string;
  readonly eventPages: string;
  readonly newerPosts: string;
  readonly olderPosts: string;
  readonly newestPosts: string;
  readonly indexOfPosts: string;
  /** Links at the end of a stream. */
  readonly readOn: string;
  readonly toTop: string;
  readonly updated: string;
  readonly correction: string;

  /* The page of a post: its provenance and its citation. */
  readonly provenance: string;
  readonly originalPost: string;
  readonly capturedAt: string;
  readonly captureDigest: string;
  readonly readBy: string;
  readonly inferredHere: string;
  readonly nothingInferred: string;
  readonly sourceText: string;
  /** To the post's own page: a word of its own below each post, as `toCite`. */
  readonly link: string;
  readonly permalink: string;
  readonly toCite: string;
  readonly cite: string;
  readonly citePage: string;
  /** "Captured 11 February 2024 from https://example.org/live". */
  readonly capturedFrom: (date: string, address: string) => string;
  readonly wikiTemplate: string;
  /** "2 earlier wordings". */
  readonly earlierWordings: (count: number) => string;
  readonly wordingsNote: string;
  /** Read aloud before removed words and before added words. */
  readonly removed: string;
  readonly added: string;
  readonly unchanged: (count: number) => string;
  /** A time follows it. */
  readonly knownThen: string;
  readonly sendByMail: string;

  /* Pictures. */
  readonly gallery: string;
  readonly galleryOf: (title: string) => string;
  readonly pictures: (count: number) => string;
  readonly enlarge: string;
  readonly close: string;
  readonly previousPicture: string;
  readonly nextPicture: string;
  readonly fromPost: string;

  /* Other forms of a page. */
  readonly otherForms: string;
  readonly feed: string;
  readonly about: string;
  readonly aboutPage: AboutStrings;

  /** Words of the pages' script: plain data, with `{name}` in place of a value. */
  readonly client: ClientStrings;

  readonly notFoundTitle: string;
  readonly notFoundText: string;
  readonly notFoundMisspelt: string;
  readonly notFoundShorten: string;
  readonly notFoundFront: string;
}

/** A text in its plural forms (CLDR plural categories); `{count}` is the number. */
export interface PluralForms {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

export interface ClientStrings {
  readonly searchEvent: string;
  readonly searchHint: string;
  readonly searchArchive: string;
  /** `{count}` of `{total}` live pages. */
  readonly searched: string;
  readonly stop: string;
  readonly goOn: string;
  /** `{name}`: a live page, or some of its pages. */
  readonly notSearched: string;
  /** A link to all posts of a live page that match. */
  readonly allFound: string;
  /** Suggested words follow it. */
  readonly nearest: string;
  readonly elsewhere: string;
  /** `{here}` and `{elsewhere}` posts. */
  readonly hereAndElsewhere: string;
  /** `{number}` of the page. */
  readonly onPage: string;
  readonly clear: string;
  readonly found: PluralForms;
  readonly nothingFound: string;
  readonly filter: string;
  readonly label: string;
  readonly byline: string;
  readonly day: string;
  readonly any: string;
  readonly onlyKeyEvents: string;
  readonly onlyPictures: string;
  /** `{count}` of `{total}` posts are shown. */
  readonly showing: string;
  readonly times: string;
  readonly pageTime: string;
  readonly readerTime: string;
  readonly eventTime: string;
  readonly asOf: string;
  readonly asOfNote: string;
  readonly asOfLeave: string;
  /** `{day}`, `{clock}`, `{count}` and `{total}`. */
  readonly asOfShown: string;
  readonly pause: string;
  readonly copy: string;
  readonly copied: string;
  readonly share: string;
  /** `{name}`: the post where the reader stopped. */
  readonly resume: string;
  readonly dismiss: string;
  readonly keyboard: string;
  readonly keyNext: string;
  readonly keyPrevious: string;
  readonly keySearch: string;
  readonly keyHelp: string;
  readonly keyClose: string;
  /** A checkbox: single keys work. */
  readonly keysOn: string;
}
