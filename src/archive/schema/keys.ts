/** Which keys front matter has, in the order in which they are printed, and which of them hold a line of free text. */

export const postKeys = [
  "id",
  "published",
  "inferred",
  "order",
  "headline",
  "label",
  "breaking",
  "subheadline",
  "context",
  "clock",
  "byline",
  "source",
  "truncated",
  "keyEvent",
  "updated",
  "supports",
  "corrections",
  "imported",
] as const;

export const pageKeys = [
  "title",
  "slug",
  "source",
  "captured",
  "publisher",
  "zone",
  "eventZone",
  "language",
  "rights",
  "note",
  "editors",
  "panel",
  "imported",
] as const;

export const archiveKeys = ["title", "language", "url", "rights", "noindex", "revisions"] as const;

/** Their value is the rest of the line, whatever YAML would make of it. */
export const textKeys: ReadonlySet<string> = new Set([
  "headline",
  "label",
  "subheadline",
  "clock",
  "title",
  "publisher",
  "rights",
  "note",
]);

/** Lists whose members are lines of free text; a single text is a list of one. */
export const textLists: ReadonlySet<string> = new Set(["context", "editors", "panel", "byline", "corrections"]);

/** Lists of words that this program knows, on one line; a single word is a list of one. */
export const wordLists: ReadonlySet<string> = new Set(["inferred", "supports"]);

/** The keys of one byline, also lines of free text. */
export const bylineKeys: ReadonlySet<string> = new Set(["name", "role"]);
