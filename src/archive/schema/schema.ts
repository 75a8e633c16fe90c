/** The schema of the front matter of each kind of file, with the expected value and an example of each key. */
import {
  countingNumber,
  listOf,
  mappingOf,
  oneOf,
  optional,
  someText,
  textLike,
  textThat,
  truth,
  wholeNumber,
} from "../../base/schema.ts";
import { isZone, parseInstant } from "../../model/instant.ts";
import { inferredParts } from "../../model/live-page.ts";
import { type FrontMatterFields, free, needed } from "./field.ts";

const isTime = (text: string): boolean => parseInstant(text, "UTC") !== undefined;

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text) || /\s/.test(text)) return false;
  const { protocol } = new URL(text);
  return protocol === "http:" || protocol === "https:";
}

function isLanguage(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

const line = someText();
const time = textThat(isTime);
const webAddress = textThat(isWebAddress);
export const nameAndRole = mappingOf({ name: line, role: optional(line) });

const text = (example: string) => free(line, "line", "text on one line", example);
const texts = (expected: string, example: string) => free(listOf(line), "lines", expected, example);
const yesOrNo = (example: string) => free(truth, "value", "true or false", example);
const moment = (example: string) => free(time, "word", "a time with a zone", example);
const address = (example: string) => free(webAddress, "word", "an http or https address", example);
const language = free(textThat(isLanguage), "word", "a language tag", "language: en-GB");

const sharedDigest = free(
  textLike(/^sha256-[0-9a-f]{16}$/),
  "word",
  'the digest that import wrote: "sha256-" and 16 hexadecimal digits',
  "imported: sha256-3f9c1a5207d4e8b1",
);

export const postSchema = {
  id: needed(
    textLike(/^[a-z][a-z0-9-]{0,59}$/),
    "word",
    "a letter a-z, then at most 59 letters a-z, digits and hyphens",
    "id: p20240517-0237-a-city-of-ice",
  ),
  published: moment("published: 2024-05-17T02:37:00+01:00"),
  inferred: free(
    listOf(oneOf(inferredParts)),
    "words",
    "a list of what was inferred: year, date, zone",
    "inferred: [year]",
  ),
  order: free(wholeNumber, "value", "a whole number, larger is later", "order: 2"),
  headline: text("headline: A visit to the ice city"),
  label: text("label: Analysis"),
  breaking: yesOrNo("breaking: true"),
  subheadline: text("subheadline: Third round"),
  context: texts("a list of lines", 'context: ["Swimming", "Final"]'),
  clock: text("clock: 45 mins"),
  byline: free(
    listOf(nameAndRole),
    "lines",
    "a name, or a list of names and roles",
    'byline: [{ name: "The Asia desk", role: "Singapore" }]',
  ),
  source: free(line, "word", "text on one line", "source: https://example.org/live/visit?post=17"),
  truncated: yesOrNo("truncated: true"),
  keyEvent: yesOrNo("keyEvent: true"),
  updated: moment("updated: 2024-05-17T02:41:00+01:00"),
  supports: free(
    listOf(textLike(/^[1-9]\d{0,2}$/)),
    "words",
    "the numbers of the summary's points that this post supports",
    "supports: [2]",
  ),
  corrections: texts("a list of lines", 'corrections: ["17 May: the year was 1946, not 1945"]'),
  draft: yesOrNo("draft: true"),
  imported: sharedDigest,
} satisfies FrontMatterFields;

export const pageSchema = {
  title: needed(line, "line", "text on one line", "title: A state visit"),
  slug: free(textLike(/^[a-z0-9-]{1,80}$/), "word", "the folder's name", "slug: a-state-visit"),
  source: address("source: https://example.org/live/visit"),
  captured: moment("captured: 2024-05-17T06:00:00+01:00"),
  publisher: text("publisher: The Daily Example"),
  zone: needed(textThat(isZone), "word", "an IANA time zone", "zone: Europe/London"),
  eventZone: free(textThat(isZone), "word", "an IANA time zone", "eventZone: Asia/Shanghai"),
  language,
  rights: text("rights: CC BY 4.0"),
  note: text("note: A retelling in our own words"),
  editors: texts("a list of names", 'editors: ["Jo Farrow", "The Asia desk"]'),
  panel: texts("a list of lines", 'panel: ["Home 2, Away 1", "Full time"]'),
  draft: yesOrNo("draft: true"),
  imported: sharedDigest,
} satisfies FrontMatterFields;

export const archiveSchema = {
  title: needed(line, "line", "text on one line", "title: Pages that were live"),
  language,
  url: address("url: https://example.org/live/"),
  rights: text("rights: CC BY 4.0"),
  noindex: yesOrNo("noindex: true"),
  revisions: yesOrNo("revisions: true"),
  originals: free(oneOf(["whole", "none"]), "word", "whole or none", "originals: none"),
  format: free(countingNumber, "value", "a whole number from 1", "format: 1"),
} satisfies FrontMatterFields;

export const aboutSchema = { title: text("title: About the river archive") } satisfies FrontMatterFields;
