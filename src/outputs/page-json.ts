/** The keys of `page.json`, as types and as JSON Schema (draft 2020-12); the compiler compares the two. */
import type { Byline, InferredPart } from "../model/live-page.ts";
import { inferredParts } from "../model/live-page.ts";

/** A live page for programs. Times are ISO 8601 with an offset. */
export interface PageJson {
  /** The address of the schema, relative or absolute. */
  readonly $schema: string;
  readonly generator: "afterlive";
  readonly title: string;
  readonly language: string;
  readonly source: string | undefined;
  readonly publisher: string | undefined;
  readonly editors: readonly string[] | undefined;
  readonly panel: readonly string[] | undefined;
  readonly captured: string | undefined;
  readonly rights: string | undefined;
  readonly summary: string | undefined;
  readonly posts: readonly PostJson[];
}

/** A value that a post does not have is undefined, and its key absent. */
export interface PostJson {
  readonly id: string;
  readonly href: string;
  readonly published: string | undefined;
  readonly clock: string | undefined;
  readonly label: string | undefined;
  readonly breaking: true | undefined;
  readonly headline: string | undefined;
  readonly subheadline: string | undefined;
  readonly context: readonly string[] | undefined;
  readonly bylines: readonly Byline[] | undefined;
  readonly truncated: true | undefined;
  readonly inferred: readonly InferredPart[] | undefined;
  readonly keyEvent: true | undefined;
  readonly updated: string | undefined;
  readonly corrections: readonly string[] | undefined;
  readonly revisions: readonly RevisionJson[] | undefined;
  readonly html: string;
}

/** An older wording of a post, from an older capture of its live page. */
export interface RevisionJson {
  readonly captured: string | undefined;
  readonly headline: string | undefined;
  readonly text: string;
}

export const printPageJson = (page: PageJson): string => `${JSON.stringify(page)}\n`;

/** The schema of each key, which is required (`required`) or optional (`optional`). */
type Keys<T> = {
  readonly [K in keyof T]: undefined extends T[K] ? { readonly optional: object } : { readonly required: object };
};

const text = (description: string, more: object = {}) => ({ type: "string", description, ...more });
const line = (description: string) => text(description, { minLength: 1 });
const lines = (description: string) => ({ type: "array", items: line("A line"), minItems: 1, description });
const truth = (description: string) => ({ const: true, description });
const time = (description: string) =>
  text(description, { pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?[+-]\d\d:\d\d$` });

const bylineKeys: Keys<Pick<Byline, "name"> & { readonly role: string | undefined }> = {
  name: { required: line("As it is signed") },
  role: { optional: line("What stands beside it: a role, a desk, a place") },
};

const revisionKeys: Keys<RevisionJson> = {
  captured: { optional: time("When its live page was captured with this wording") },
  headline: { optional: line("Its headline then") },
  text: { required: text("Its text then, without its marks; a line end stands between paragraphs") },
};

const postKeys: Keys<PostJson> = {
  id: {
    required: text("Its anchor in the live page and the name of its own page, for ever", {
      pattern: "^[a-z][a-z0-9-]{0,59}$",
    }),
  },
  href: { required: text("Its own page, from this file", { pattern: "^[a-z0-9-]+/index\\.html$" }) },
  published: { optional: time("When it was published; absent where no copy tells it") },
  clock: { optional: line("The clock of a match, in its own words") },
  label: { optional: line("The publisher's word for its kind, such as Analysis") },
  breaking: { optional: truth("It was marked as breaking news") },
  headline: { optional: line("Its headline") },
  subheadline: { optional: line("What stands below the headline") },
  context: { optional: lines("What it belongs to, such as the match and the team") },
  bylines: {
    optional: { type: "array", items: objectOf(bylineKeys), minItems: 1, description: "Who wrote it" },
  },
  truncated: { optional: truth("The copy ends inside it") },
  inferred: {
    optional: {
      type: "array",
      items: { enum: [...inferredParts] },
      minItems: 1,
      uniqueItems: true,
      description: "What of its time the copy does not tell and was worked out",
    },
  },
  keyEvent: { optional: truth("It was named as one of the main events") },
  updated: { optional: time("When its words were last changed, as its publisher says") },
  corrections: { optional: lines("What an editor of the archive found to be wrong, and when") },
  revisions: {
    optional: {
      type: "array",
      items: objectOf(revisionKeys),
      minItems: 1,
      description: "Its older wordings, newest first, where the archive shows them",
    },
  },
  html: { required: text("Its text, as it stands on the page beside this file") },
};

const pageKeys: Keys<PageJson> = {
  $schema: { required: text("Where this schema lies") },
  generator: { required: { const: "afterlive", description: "The program that built the archive" } },
  title: { required: line("Its title") },
  language: { required: text("Its language (BCP 47)", { pattern: "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$" }) },
  source: { optional: text("Where it was published", { pattern: "^[Hh][Tt][Tt][Pp][Ss]?:" }) },
  publisher: { optional: line("Who published it") },
  editors: { optional: lines("Who wrote and edited it, as its head names them") },
  panel: { optional: lines("Lines above the summary, such as a score") },
  captured: { optional: time("When its newest copy was made") },
  rights: { optional: line("Its rights") },
  summary: { optional: line("The points above the posts, as HTML") },
  posts: {
    required: { type: "array", items: objectOf(postKeys), description: "All its posts, newest first" },
  },
};

function objectOf(
  keys: Readonly<Record<string, { readonly optional: object } | { readonly required: object }>>,
): object {
  const all = Object.entries(keys);
  return {
    type: "object",
    properties: Object.fromEntries(all.map(([name, key]) => [name, "required" in key ? key.required : key.optional])),
    required: all.flatMap(([name, key]) => ("required" in key ? [name] : [])),
    additionalProperties: false,
  };
}

/** JSON Schema, draft 2020-12. */
export const pageJsonSchema: object = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "A live page of an archive that afterlive built: page.json",
  ...objectOf(pageKeys),
};
