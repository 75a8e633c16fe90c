/** The schemas held against zod, which says independently what fits and how it is described. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type Fields, faultsOf } from "../../../src/archive/schema/field.ts";
import { archiveSchema, jsonSchemas, pageSchema, postSchema } from "../../../src/archive/schema/schema.ts";
import { isZone, parseInstant } from "../../../src/model/instant.ts";
import { inferredParts } from "../../../src/model/live-page.ts";

const line = z.string().min(1);
const text = line.optional();
const lines = z.array(line).optional();
const truth = z.boolean().optional();
const time = z.string().refine((value) => parseInstant(value, "UTC") !== undefined);
const webAddress = z.string().refine((value) => /^https?:/i.test(value) && !/\s/.test(value) && URL.canParse(value));
const language = z.string().refine((value) => {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
});
const imported = z
  .string()
  .regex(/^sha256-[0-9a-f]{16}$/)
  .optional();
const byline = z.object({ name: line, role: text });

const post = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
  published: time.optional(),
  inferred: z.array(z.enum(inferredParts)).optional(),
  order: z.int().optional(),
  headline: text,
  label: text,
  breaking: truth,
  subheadline: text,
  context: lines,
  clock: text,
  byline: z.array(byline).optional(),
  source: text,
  truncated: truth,
  keyEvent: truth,
  updated: time.optional(),
  supports: z.array(z.string().regex(/^[1-9]\d{0,2}$/)).optional(),
  corrections: lines,
  imported,
});
const page = z.object({
  title: line,
  slug: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .optional(),
  source: webAddress.optional(),
  captured: time.optional(),
  publisher: text,
  zone: z.string().refine(isZone),
  eventZone: z.string().refine(isZone).optional(),
  language: language.optional(),
  rights: text,
  note: text,
  editors: lines,
  panel: lines,
  imported,
});
const archive = z.object({
  title: line,
  language: language.optional(),
  url: webAddress.optional(),
  rights: text,
  noindex: truth,
  revisions: truth,
});

const kinds: readonly [kind: string, fields: Fields, oracle: z.ZodObject][] = [
  ["post", postSchema, post],
  ["page", pageSchema, page],
  ["archive", archiveSchema, archive],
];

const scalar = fc.oneof(
  fc.constantFrom(
    "",
    "a",
    "year",
    "zone",
    "Europe/London",
    "UTC",
    "en-GB",
    "https://example.org/",
    "http://",
    "ftp://a",
  ),
  fc.constantFrom("sha256-3f9c1a5207d4e8b1", "2024-05-17T02:37:00+01:00", "2024-02-30T02:37:00Z", "a\nb", "A b"),
  fc.constantFrom(null, undefined, true, false, 0, -1, 1.5, 2 ** 53, -(2 ** 53), Number.NaN, Number.POSITIVE_INFINITY),
  fc.string(),
);
const mapping = fc.record({ name: scalar, role: scalar, more: scalar }, { requiredKeys: [] });
const member = fc.oneof({ weight: 3, arbitrary: scalar }, mapping, fc.array(scalar, { maxLength: 2 }));
const anything = fc.oneof(member, fc.array(member, { maxLength: 4 }));

describe.each(kinds)("faultsOf the fields of a %s", (_kind, fields, oracle) => {
  test("finds what zod finds, at the same places, in the same order", () => {
    const keys = Object.keys(fields);
    expect(keys).toEqual(Object.keys(oracle.shape));
    const values = fc.record(Object.fromEntries(keys.map((key) => [key, anything])), { requiredKeys: [] });
    fc.assert(
      fc.property(values, (given) => {
        const result = oracle.safeParse(given);
        const issues = result.success ? [] : result.error.issues.map(({ path }) => JSON.stringify(path));
        // Of an empty list in the place of a line zod says twice that it is wrong.
        expect(faultsOf(fields, given).map((path) => JSON.stringify(path))).toEqual([...new Set(issues)]);
      }),
    );
  });
});

describe("jsonSchemas", () => {
  test("are what zod prints of the keys, where a single line stands for a list of one", () => {
    const printed = jsonSchemas();
    const plain = (schema: object): unknown =>
      JSON.parse(JSON.stringify(schema, (key, value) => (/^(?:description|examples)$/.test(key) ? undefined : value)));
    const oneOr = (list: z.ZodType) => z.union([list, line]);
    const shortPost = post.extend({
      inferred: oneOr(post.shape.inferred),
      context: oneOr(post.shape.context),
      supports: oneOr(post.shape.supports),
      corrections: oneOr(post.shape.corrections),
      byline: z.union([z.array(z.union([byline, line])), byline, line]).optional(),
    });
    const shortPage = page.extend({ editors: oneOr(page.shape.editors), panel: oneOr(page.shape.panel) });
    expect(plain(printed.post)).toEqual(z.toJSONSchema(shortPost));
    expect(plain(printed.page)).toEqual(z.toJSONSchema(shortPage));
    expect(plain(printed.archive)).toEqual(z.toJSONSchema(archive));
  });
});
