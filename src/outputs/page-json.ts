/** What `page.json` may say, as one schema: the types of the program and the JSON Schema for others come from it. */
import {
  anyText,
  constant,
  listOf,
  mappingOf,
  oneOf,
  optional,
  someText,
  textLike,
  type ValueOf,
} from "../base/schema.ts";
import { inferredParts } from "../model/live-page.ts";

const line = (description: string) => someText({ description });
const freeLine = (description: string) => optional(line(description));
const lines = (description: string) => optional(listOf(line("A line"), { minItems: 1, description }));
const truth = (description: string) => optional(constant(true, { description }));
const time = (description: string) =>
  optional(textLike(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?[+-]\d\d:\d\d$/, { description }));

const byline = mappingOf({
  name: line("As it is signed"),
  role: freeLine("What stands beside it: a role, a desk, a place"),
});

/** An older wording of a post, as a capture of its live page had it. */
const revision = mappingOf({
  captured: time("When its live page was captured with this wording"),
  headline: freeLine("Its headline then"),
  text: anyText({ description: "Its text then, without its marks; a line end stands between paragraphs" }),
});

/** What does not hold of a post has no key. */
const post = mappingOf({
  id: textLike(/^[a-z][a-z0-9-]{0,59}$/, {
    description: "Its anchor in the live page and the name of its own page, for ever",
  }),
  href: textLike(/^[a-z0-9-]+\/index\.html$/, { description: "Its own page, from this file" }),
  published: time("When it was published; absent where no copy tells it"),
  clock: freeLine("The clock of a match, in its own words"),
  label: freeLine("The publisher's word for its kind, such as Analysis"),
  breaking: truth("It was marked as breaking news"),
  headline: freeLine("Its headline"),
  subheadline: freeLine("What stands below the headline"),
  context: lines("What it belongs to, such as the match and the team"),
  bylines: optional(listOf(byline, { minItems: 1, description: "Who wrote it" })),
  truncated: truth("The copy ends inside it"),
  inferred: optional(
    listOf(oneOf(inferredParts), {
      minItems: 1,
      uniqueItems: true,
      description: "What of its time the copy does not tell and was worked out",
    }),
  ),
  keyEvent: truth("It was named as one of the main events"),
  updated: time("When its words were last changed, as its publisher says"),
  corrections: lines("What an editor of the archive found to be wrong, and when"),
  revisions: optional(
    listOf(revision, {
      minItems: 1,
      description: "Its older wordings, newest first, where the archive shows them",
    }),
  ),
  html: anyText({ description: "Its text, as it stands on the page beside this file" }),
});

const page = mappingOf({
  $schema: anyText({ description: "Where this schema lies" }),
  generator: constant("afterlive", { description: "The program that built the archive" }),
  title: line("Its title"),
  language: textLike(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, { description: "Its language (BCP 47)" }),
  source: optional(textLike(/^[Hh][Tt][Tt][Pp][Ss]?:/, { description: "Where it was published" })),
  publisher: freeLine("Who published it"),
  editors: lines("Who wrote and edited it, as its head names them"),
  panel: lines("Lines above the summary, such as a score"),
  captured: time("When its newest copy was made"),
  rights: freeLine("Its rights"),
  summary: freeLine("The points above the posts, as HTML"),
  posts: listOf(post, { description: "All its posts, newest first" }),
});

/** A live page for programs. Times are ISO 8601 with an offset. A value that does not hold is undefined, and its key is not printed. */
export type PageJson = Required<ValueOf<typeof page>>;
export type PostJson = Required<ValueOf<typeof post>>;

export const printPageJson = (page: PageJson): string => `${JSON.stringify(page)}\n`;

/** JSON Schema, draft 2020-12. */
export const pageJsonSchema: object = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "A live page of an archive that afterlive built: page.json",
  ...page.json,
};
