/** The archive's page about itself, in English. */
import type { AboutStrings } from "./strings.ts";

export const aboutEn: AboutStrings = {
  archive: "Archive",
  whatHeading: "What a live page archive is",
  what: [
    "A live page is what a newsroom writes while something happens: short posts, each with its time, the newest on top. Once the event is over, such pages are changed, moved or lost.",
    "This archive keeps them: every post that a copy held, with its time, its pictures and its source, as plain pages that need no script to be read and can be kept on any disk.",
  ],

  dataHeading: "What it is made of",
  terms: {
    post: "One message of a live page: its text and, where they are known, its time, headline, label and authors.",
    time: "The time that the live page showed, with its distance from universal time. Where the copy shows none, the page says so.",
    inferred:
      "A year, a date or a time zone that the copy does not show and that was worked out from what it does show. The page says which.",
    summary:
      "The points that stood above the posts. A point leads to the posts that support it, where their words make that certain or an editor says so.",
    keyEvent: "Posts that the live page, or an editor of this archive, named as its main events.",
    label: "The newsroom’s own word for the kind of a post, such as Analysis.",
    updated: "When the words of a post were last changed, as its publisher says.",
    correction: "What an editor of this archive found to be wrong in a post, and when.",
    capture:
      "A copy of the live page as it was found. Captures are kept with the archive, not on these pages: they are the publisher’s work.",
  },
  capture: "Capture",

  editionsHeading: "Editions and addresses",
  builtBy: (program) =>
    `These pages are built by ${program} from text files, one for each post. The same files always give the same pages, byte for byte.`,
  editions: [
    "Each published build is an edition. A new one may add posts, pictures and corrections, and may look different.",
    "Addresses do not change: a live page and each of its posts keep theirs, and a build that would lose one fails.",
  ],

  verifyHeading: "How to verify it",
  verify: [
    "The table lists each live page with its source, the times of its captures and their SHA-256 digests. The page of each post names the capture that holds it.",
    "Whoever has the same file can work out its digest and compare: if the two are equal, the file is that capture. Whoever has another copy, such as one from a web archive, can compare its posts with the data file of the live page.",
  ],
  livePage: "Live page",
  noCapture: "No capture is recorded",
  olderCaptures: "Older captures",
  allCaptures: "All live pages and captures",

  missing: {
    posts: "Named but not captured",
    pages: "Pages not captured",
    someOf: (count, total) => `${count} of ${total}`,
    began: "Coverage began before the first post here:",
  },

  citeHeading: "How to cite it",
  citing:
    "A post is cited by its authors, its title, its time, its live page and its permanent address. The page of each post has this ready to copy; each live page has files for reference managers.",
  example: "The newest post, for example",

  filesHeading: "Files for programs",
  filesText: "Every live page has files of its own beside its pages; those of the newest one are linked here.",
  files: {
    feed: "The newest posts of the whole archive, for feed readers",
    captures: "All live pages with their sources, rights and captures",
    data: "A live page with all its posts, as data",
    table: "Its posts as a table, a row for each",
    schema: "What the columns or the keys of the file above mean, for programs that check it",
    pageFeed: "Its newest posts, for feed readers",
    citations: "The live page and its posts, for reference managers",
    pageText: "Its head and its summary as text (Markdown)",
    postText: "A post as text (Markdown)",
  },

  rightsText:
    "A live page belongs to its publisher and its authors. Its rights stand at its foot and in the table of captures.",

  privacyHeading: "Privacy",
  privacy: [
    "No page of this archive loads anything from elsewhere, counts its readers or sets a cookie. A link to a source is opened only when you follow it.",
    "With its script, the browser remembers where you stopped on a live page, the time zone you chose and whether the keys are off. This stays on your device and is gone once you clear the data of this site.",
  ],

  keys: "On live pages, single keys work where scripts do. They can be turned off in the list of keys.",
  keyArrows: "Previous and next picture in the gallery",

  languagesHeading: "Languages and calendars",
  languages: [
    "The dates, the numbers and the words around a live page are in its own language; those of this page and of the front page are in the archive’s.",
    "Clocks run to 24 hours and are told in the zone of the live page. In Persian, days are those of the Solar Hijri calendar, with the Gregorian date beside them.",
  ],
};
