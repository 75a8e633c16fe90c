/** What the front matter of each kind of file may say: the author's manual, as zod schemas with an example each. */
import { z } from "zod";
import { isZone, parseInstant } from "../model/instant.ts";
import { inferredParts } from "../model/live-page.ts";

/** What is expected, in words, and a correct line to copy. */
interface Manual {
  readonly expected: string;
  readonly example: string;
}

const manuals = new WeakMap<z.ZodType, Manual>();

function key<T extends z.ZodType>(schema: T, expected: string, example: string): T {
  const described = schema.meta({ description: expected, examples: [example.slice(example.indexOf(": ") + 2)] });
  manuals.set(described, { expected, example });
  return described;
}

/** What a key expects; undefined for a key that the schema does not know. */
export const manualOf = (schema: z.ZodObject, name: string): Manual | undefined => {
  const field: unknown = schema.shape[name];
  return field instanceof z.ZodType ? manuals.get(field) : undefined;
};

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

const line = z.string().min(1);
const lines = z.array(line);
const time = z.string().refine(isTime);
const webAddress = z.string().refine(isWebAddress);
const language = z.string().refine(isLanguage);
const digest = z.string().regex(/^sha256-[0-9a-f]{16}$/);
const byline = z.object({ name: line, role: line.optional() });
const text = (example: string) => key(line.optional(), "text on one line", example);
const truth = (example: string) => key(z.boolean().optional(), "true or false", example);

const sharedDigest = key(
  digest.optional(),
  'the digest that import wrote: "sha256-" and 16 hexadecimal digits',
  "imported: sha256-3f9c1a5207d4e8b1",
);

export const postSchema = z.object({
  id: key(
    z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
    "a letter a-z, then at most 59 letters a-z, digits and hyphens",
    "id: p20240517-0237-a-city-of-ice",
  ),
  published: key(time.optional(), "a time with a zone", "published: 2024-05-17T02:37:00+01:00"),
  inferred: key(
    z.array(z.enum(inferredParts)).optional(),
    "a list of what was inferred: year, date, zone",
    "inferred: [year]",
  ),
  order: key(z.int().optional(), "a whole number, larger is later", "order: 2"),
  headline: text("headline: A visit to the ice city"),
  label: text("label: Analysis"),
  breaking: truth("breaking: true"),
  subheadline: text("subheadline: Third round"),
  context: key(lines.optional(), "a list of lines", 'context: ["Swimming", "Final"]'),
  clock: text("clock: 45 mins"),
  byline: key(
    z.array(byline).optional(),
    "a name, or a list of names and roles",
    'byline: [{ name: "The Asia desk", role: "Singapore" }]',
  ),
  source: text("source: https://example.org/live/visit?post=17"),
  truncated: truth("truncated: true"),
  imported: sharedDigest,
});

export const pageSchema = z.object({
  title: key(line, "text on one line", "title: A state visit"),
  slug: key(
    z
      .string()
      .regex(/^[a-z0-9-]{1,80}$/)
      .optional(),
    "the folder's name",
    "slug: a-state-visit",
  ),
  source: key(webAddress.optional(), "an http or https address", "source: https://example.org/live/visit"),
  captured: key(time.optional(), "a time with a zone", "captured: 2024-05-17T06:00:00+01:00"),
  publisher: text("publisher: The Daily Example"),
  zone: key(z.string().refine(isZone), "an IANA time zone", "zone: Europe/London"),
  language: key(language.optional(), "a language tag", "language: en-GB"),
  rights: text("rights: CC BY 4.0"),
  note: text("note: A retelling in our own words"),
  editors: key(lines.optional(), "a list of names", 'editors: ["Jo Farrow", "The Asia desk"]'),
  panel: key(lines.optional(), "a list of lines", 'panel: ["Home 2, Away 1", "Full time"]'),
  imported: sharedDigest,
});

export const archiveSchema = z.object({
  title: key(line, "text on one line", "title: Pages that were live"),
  language: key(language.optional(), "a language tag", "language: en-GB"),
  url: key(webAddress.optional(), "an http or https address", "url: https://example.org/live/"),
  rights: text("rights: CC BY 4.0"),
  noindex: truth("noindex: true"),
});

const oneOr = (list: z.ZodType): z.ZodType => z.union([list, line]);

/** The three kinds of front matter as JSON Schema, for editors: draft 2020-12. */
export function jsonSchemas(): { readonly post: object; readonly page: object; readonly archive: object } {
  const post = postSchema.extend({
    inferred: oneOr(postSchema.shape.inferred),
    context: oneOr(postSchema.shape.context),
    byline: z.union([z.array(z.union([byline, line])), byline, line]).optional(),
  });
  const page = pageSchema.extend({ editors: oneOr(pageSchema.shape.editors), panel: oneOr(pageSchema.shape.panel) });
  return { post: z.toJSONSchema(post), page: z.toJSONSchema(page), archive: z.toJSONSchema(archiveSchema) };
}
