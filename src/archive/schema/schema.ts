/** What the front matter of each kind of file may say: the author's manual, with an example of each key. */
import { isZone, parseInstant } from "../../model/instant.ts";
import { inferredParts } from "../../model/live-page.ts";
import {
  type Fields,
  free,
  line,
  listOf,
  nameAndRole,
  needed,
  oneOf,
  textLike,
  textThat,
  truth,
  wholeNumber,
} from "./field.ts";

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

const time = textThat(isTime);
const webAddress = textThat(isWebAddress);
const language = free(textThat(isLanguage), "a language tag", "language: en-GB");
const text = (example: string) => free(line, "text on one line", example);
const yesOrNo = (example: string) => free(truth, "true or false", example);

const sharedDigest = free(
  textLike(/^sha256-[0-9a-f]{16}$/),
  'the digest that import wrote: "sha256-" and 16 hexadecimal digits',
  "imported: sha256-3f9c1a5207d4e8b1",
);

export const postSchema = {
  id: needed(
    textLike(/^[a-z][a-z0-9-]{0,59}$/),
    "a letter a-z, then at most 59 letters a-z, digits and hyphens",
    "id: p20240517-0237-a-city-of-ice",
  ),
  published: free(time, "a time with a zone", "published: 2024-05-17T02:37:00+01:00"),
  inferred: free(listOf(oneOf(inferredParts)), "a list of what was inferred: year, date, zone", "inferred: [year]"),
  order: free(wholeNumber, "a whole number, larger is later", "order: 2"),
  headline: text("headline: A visit to the ice city"),
  label: text("label: Analysis"),
  breaking: yesOrNo("breaking: true"),
  subheadline: text("subheadline: Third round"),
  context: free(listOf(line), "a list of lines", 'context: ["Swimming", "Final"]'),
  clock: text("clock: 45 mins"),
  byline: free(
    listOf(nameAndRole),
    "a name, or a list of names and roles",
    'byline: [{ name: "The Asia desk", role: "Singapore" }]',
  ),
  source: text("source: https://example.org/live/visit?post=17"),
  truncated: yesOrNo("truncated: true"),
  keyEvent: yesOrNo("keyEvent: true"),
  updated: free(time, "a time with a zone", "updated: 2024-05-17T02:41:00+01:00"),
  supports: free(
    listOf(textLike(/^[1-9]\d{0,2}$/)),
    "the numbers of the summary's points that this post supports",
    "supports: [2]",
  ),
  corrections: free(listOf(line), "a list of lines", 'corrections: ["17 May: the year was 1946, not 1945"]'),
  imported: sharedDigest,
} satisfies Fields;

export const pageSchema = {
  title: needed(line, "text on one line", "title: A state visit"),
  slug: free(textLike(/^[a-z0-9-]{1,80}$/), "the folder's name", "slug: a-state-visit"),
  source: free(webAddress, "an http or https address", "source: https://example.org/live/visit"),
  captured: free(time, "a time with a zone", "captured: 2024-05-17T06:00:00+01:00"),
  publisher: text("publisher: The Daily Example"),
  zone: needed(textThat(isZone), "an IANA time zone", "zone: Europe/London"),
  eventZone: free(textThat(isZone), "an IANA time zone", "eventZone: Asia/Shanghai"),
  language,
  rights: text("rights: CC BY 4.0"),
  note: text("note: A retelling in our own words"),
  editors: free(listOf(line), "a list of names", 'editors: ["Jo Farrow", "The Asia desk"]'),
  panel: free(listOf(line), "a list of lines", 'panel: ["Home 2, Away 1", "Full time"]'),
  imported: sharedDigest,
} satisfies Fields;

export const archiveSchema = {
  title: needed(line, "text on one line", "title: Pages that were live"),
  language,
  url: free(webAddress, "an http or https address", "url: https://example.org/live/"),
  rights: text("rights: CC BY 4.0"),
  noindex: yesOrNo("noindex: true"),
  revisions: yesOrNo("revisions: true"),
} satisfies Fields;

export const aboutSchema = { title: text("title: About the river archive") } satisfies Fields;

const orLine = (...forms: readonly object[]): object => ({ anyOf: [...forms, line.json] });

function jsonSchema(fields: Fields, shorter: Readonly<Record<string, object>> = {}): object {
  const properties = Object.entries(fields).map(([name, { json, expected, example }]) => {
    const described = { ...json, description: expected, examples: [example.slice(example.indexOf(": ") + 2)] };
    return [name, shorter[name] ?? (lists.has(name) ? orLine(described) : described)] as const;
  });
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object",
    properties: Object.fromEntries(properties),
    required: Object.keys(fields).filter((name) => fields[name]?.optional === false),
    additionalProperties: false,
  };
}

/** Lists of which a single line stands for a list of one. */
const lists: ReadonlySet<string> = new Set(["inferred", "context", "editors", "panel", "supports", "corrections"]);

/** The kinds of front matter as JSON Schema, for editors: draft 2020-12. */
export function jsonSchemas(): Readonly<Record<"post" | "page" | "archive" | "about", object>> {
  const byline = orLine({ type: "array", items: orLine(nameAndRole.json) }, nameAndRole.json);
  return {
    post: jsonSchema(postSchema, { byline }),
    page: jsonSchema(pageSchema),
    archive: jsonSchema(archiveSchema),
    about: jsonSchema(aboutSchema),
  };
}
