/** The schemas held against a validator of JSON Schema, which says independently what fits. */
import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonSchemas } from "../../../src/archive/schema/json-schemas.ts";
import { aboutSchema, archiveSchema, pageSchema, postSchema } from "../../../src/archive/schema/schema.ts";
import { faultsOf, type Keys, mappingOf } from "../../../src/base/schema.ts";

const kinds: readonly [kind: "post" | "page" | "archive", fields: Keys][] = [
  ["post", postSchema],
  ["page", pageSchema],
  ["archive", archiveSchema],
];

/** What JSON Schema cannot say: times, zones, addresses, languages. To it they are any text. */
const saidInPart = new Set(["published", "updated", "captured", "zone", "eventZone", "url", "language"]);

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

describe.each(kinds)("the schema of a %s", (kind, fields) => {
  const keys = Object.keys(fields);
  const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
  const validate = ajv.compile(mappingOf(fields).json);
  const values = fc.record(Object.fromEntries(keys.map((key) => [key, anything])), { requiredKeys: [] });
  const isInPart = (name: unknown): boolean =>
    saidInPart.has(String(name)) || (kind === "page" && String(name) === "source");

  /** The places at which the validator finds faults; other keys of a mapping are none of ours. */
  const expected = (given: object): readonly string[] => {
    if (validate(given)) return [];
    const places = (validate.errors ?? []).flatMap(({ keyword, instancePath, params }) => {
      if (keyword === "additionalProperties") return [];
      return [`${instancePath}${keyword === "required" ? `/${params.missingProperty}` : ""}`];
    });
    return [...new Set(places)].sort();
  };

  test("finds the faults that a validator of JSON Schema finds, at the same places", () => {
    fc.assert(
      fc.property(values, (given) => {
        const faults = faultsOf(fields, given).map((path) => `/${path.join("/")}`);
        const found = expected(given);
        const inPart = (place: string): boolean => isInPart(place.split("/")[1]);
        expect(faults.filter((place) => !inPart(place)).sort()).toEqual(found.filter((place) => !inPart(place)));
        // Of the others it finds at least those.
        for (const place of found) expect(faults).toContain(place);
      }),
    );
  });

  test("takes, as JSON Schema, a single line for a list of one", () => {
    const short = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).compile(jsonSchemas()[kind]);
    fc.assert(
      fc.property(values, (given) => {
        const plain = JSON.parse(JSON.stringify(given));
        if (validate(plain)) expect(short(plain), JSON.stringify(short.errors)).toBe(true);
      }),
    );
    const base = { id: "a", title: "A", zone: "UTC" };
    const needed = Object.fromEntries(Object.entries(base).filter(([key]) => keys.includes(key)));
    for (const key of keys.filter((key) => /^(?:context|editors|panel|byline|corrections)$/.test(key))) {
      expect(short({ ...needed, [key]: "One" }), key).toBe(true);
      expect(validate({ ...needed, [key]: "One" }), key).toBe(false);
    }
  });
});

test("front matter reads a key in the same way in each kind of file", () => {
  const sources = new Map<string, string>();
  for (const [key, { source }] of [postSchema, pageSchema, archiveSchema, aboutSchema].flatMap((schema) =>
    Object.entries(schema),
  )) {
    expect(source, key).toBe(sources.get(key) ?? source);
    sources.set(key, source);
  }
});
