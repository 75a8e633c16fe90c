/** The interface in English. */
import type { InferredPart } from "../../../model/live-page.ts";
import type { CalendarTime } from "../../time/clock.ts";
import { aboutEn } from "../about/en.ts";
import { dateSpan, joinList } from "../joining.ts";
import type { Strings } from "../strings.ts";

const months = "January February March April May June July August September October November December".split(" ");
const weekdays = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

const month = (time: CalendarTime): string => months[time.month - 1] ?? "";
const weekday = (time: CalendarTime): string => weekdays[time.weekday] ?? "";
const date = (time: CalendarTime): string => `${time.day} ${month(time)} ${time.year}`;

/** "1,500", on a machine of any locale. */
const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ",");
const count = (value: number, one: string, many: string): string => `${number(value)} ${value === 1 ? one : many}`;

const list = joinList(", ", " and ");

const inferredNames: Readonly<Record<InferredPart, string>> = { year: "year", date: "date", zone: "time zone" };

export const en: Strings = {
  language: "en",

  longDate: (time) => `${weekday(time)} ${date(time)}`,
  date,
  shortDay: (time) => `${weekday(time).slice(0, 3)} ${time.day} ${month(time).slice(0, 3)}`,
  year: (time) => String(time.year),
  days: dateSpan({
    day: (time) => String(time.day),
    dayAndMonth: (time) => `${time.day} ${month(time)}`,
    date,
  }),
  dateAndClock: (day, clock) => `${day}, ${clock}`,
  dateAndClocks: (day, first, last) => `${day}, ${first}–${last}`,
  number,
  posts: (value) => count(value, "post", "posts"),
  livePages: (value) => count(value, "live page", "live pages"),
  livePageRange: (first, last) => `Live pages ${number(first)} to ${number(last)}`,
  gap: (minutes) => {
    const hours = Math.round(minutes / 60);
    return hours < 48
      ? `${count(hours, "hour", "hours")} without a post`
      : `${count(Math.round(hours / 24), "day", "days")} without a post`;
  },
  list,
  aside: (text, rest) => `${text}, ${rest}`,
  named: (name, text) => `${name}: ${text}`,
  zoneNames: { GMT: "Greenwich Mean Time", BST: "British Summer Time" },

  skipToPosts: "Skip to the posts",
  skipToContent: "Skip to the text",
  frontPage: "All live pages",
  ended: "Ended",
  archived: "Archived",
  covers: "Covers",
  extent: "Extent",
  publisher: "Published by",
  source: "Source",
  originalPage: "Original page",
  times: "Times",
  inferred: (parts) => `${list(parts.map((part) => inferredNames[part]))} inferred`,
  note: "Note",
  editors: "Written and edited by",
  rights: "Rights",
  summary: "Summary",
  allPosts: "All posts",
  liveCoverage: "Live coverage",
  order: "Order of the posts",
  newestFirst: "Newest first",
  oldestFirst: "Oldest first",
  noPosts: "This live page has no posts.",
  noLivePages: "There is no live page in this archive yet.",
  noLivePagesHint: "A live page appears here as soon as one is imported and the archive is built again.",

  breaking: "Breaking",
  noTime: "Time unknown",
  post: "Post",
  truncated: "The capture ends here, inside this post. What followed is not known.",
  absentPicture: "Picture not in this archive",
  noDescription: "Picture without a description",
  media: { video: "Video", audio: "Audio", embed: "Embed", map: "Map", chart: "Chart" },
  absentMedia: "not in this archive",
  original: "Open the original",
  partOf: "From the live page",
  inTheStream: "Read it in the live page",
  earlier: "Earlier",
  later: "Later",
  neighbours: "Earlier and later posts",

  olderPages: "Older live pages",
  newerPages: "Newer live pages",
  morePages: "More live pages",

  keyEvents: "Key events",
  onThisPage: "On this page",
  wholeEvent: "Whole event on one page",
  pageOf: (value, of) => `Page ${number(value)} of ${number(of)}`,
  newestOf: (pages) => `Newest of ${number(pages)} pages`,
  eventPages: "Pages of this live page",
  newerPosts: "Newer posts",
  olderPosts: "Older posts",
  newestPosts: "Newest posts",
  indexOfPosts: "Index of all posts",
  readOn: "Read on",
  toTop: "To the top",
  updated: "Updated",
  correction: "Correction",

  provenance: "Where this comes from",
  originalPost: "Original post",
  capturedAt: "Captured",
  captureDigest: "SHA-256 of the capture",
  readBy: "Read as",
  inferredHere: "Inferred",
  nothingInferred: "nothing: the capture tells the whole time",
  sourceText: "Source text (Markdown)",
  link: "Link",
  permalink: "Permanent address",
  toCite: "Cite",
  cite: "Cite this post",
  citePage: "Cite this live page",
  capturedFrom: (day, address) => `Captured ${day} from ${address}`,
  wikiTemplate: "Wiki template",
  earlierWordings: (value) => count(value, "earlier wording", "earlier wordings"),
  wordingsNote: "What was changed from each wording to the next.",
  removed: "removed:",
  added: "added:",
  unchanged: (value) => count(value, "paragraph unchanged", "paragraphs unchanged"),
  knownThen: "What was known at",
  sendByMail: "Send by email",

  gallery: "Pictures",
  galleryOf: (title) => `Pictures: ${title}`,
  pictures: (value) => count(value, "picture", "pictures"),
  enlarge: "Enlarge the picture",
  close: "Close",
  previousPicture: "Previous picture",
  nextPicture: "Next picture",
  fromPost: "From the post",

  otherForms: "In other forms",
  feed: "Feed",
  about: "About this archive",
  aboutPage: aboutEn,

  client: {
    searchEvent: "Search this live page",
    searchHint: "Headlines, texts, captions, names; “a phrase” in quotation marks",
    searchArchive: "Search all live pages",
    searched: "Live pages searched: {count} of {total}, newest first",
    stop: "Stop",
    goOn: "Search further",
    notSearched: "Could not be searched: {name}",
    allFound: "All posts found here",
    nearest: "Did you mean:",
    elsewhere: "On other pages",
    hereAndElsewhere: "Posts found on this page: {here}, on other pages: {elsewhere}",
    onPage: "Page {number}",
    clear: "Clear",
    found: { one: "{count} post found", other: "{count} posts found" },
    nothingFound: "No post has these words.",
    filter: "Filter",
    label: "Label",
    byline: "Author",
    day: "Day",
    any: "any",
    onlyKeyEvents: "Only key events",
    onlyPictures: "Only with pictures",
    showing: "{count} of {total} posts",
    times: "Times",
    pageTime: "as published ({zone})",
    readerTime: "where I am ({zone})",
    eventTime: "at the event ({zone})",
    asOf: "Replay",
    asOfNote: "The texts are in their last wording; posts that had others lead to them.",
    asOfLeave: "the whole event",
    asOfShown: "As it stood on {day}, {clock} · {count} of {total} posts",
    pause: "Pause",
    copy: "Copy",
    copied: "Copied",
    share: "Share",
    resume: "Go on reading at: {name}",
    dismiss: "Dismiss",
    keyboard: "Keyboard",
    keyNext: "Next post",
    keyPrevious: "Previous post",
    keySearch: "Search",
    keyHelp: "This list",
    keyClose: "Close",
    keysOn: "Use these keys",
  },

  notFoundTitle: "Nothing is kept at this address",
  notFoundText: "The archive is here, but it has no page of this name.",
  notFoundMisspelt: "Look at the address once more: a letter may be missing at its end.",
  notFoundShorten:
    "Or shorten it: remove its last part, up to a slash, until a page appears. A live page and its posts share the first part of their addresses.",
  notFoundFront: "Go to the front page",
};
