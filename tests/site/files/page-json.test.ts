/** pageJson and its schema: a validator accepts what is printed and rejects what is wrong. */
import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalisePage, normalisePost } from "../../../src/archive/normalise.ts";
import { readArchive } from "../../../src/archive/read/read.ts";
import type { LivePage, Wording } from "../../../src/model/live-page.ts";
import { pageJsonSchema } from "../../../src/outputs/page-json.ts";
import { pageSchemaForm } from "../../../src/outputs/page-schema.ts";
import { pageJson } from "../../../src/site/files/page-json.ts";
import { makeSite } from "../../../src/site/site.ts";
import * as any from "../../archive/arbitraries.ts";
import { publication } from "../../outputs/sample.ts";
import { archives } from "../../templates/archives.ts";
import { at, dependencies, everything, livePage, paragraph, post, siteOf } from "../sample.ts";

// Strict: an unknown keyword of the schema is an error too.
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(
  JSON.parse(pageSchemaForm.print(publication())),
);
const faultsOf = (data: unknown): readonly string[] =>
  validate(data) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);

const dataOf = (page: LivePage, over = {}, older: readonly Wording[] = []) =>
  JSON.parse(pageJson(siteOf([page], over, { wordings: new Map([["p1", older]]) }).newest[0]!));

const headOf = ({ posts: _, ...head }: LivePage): Omit<LivePage, "posts"> => head;

/** A page and a post with every key. */
const whole = livePage(
  [
    post("p1", {
      published: at("2024-05-17T02:37:00+01:00"),
      updated: at("2024-05-17T03:00:00+01:00"),
      inferred: ["year", "zone"],
      clock: "45 mins",
      label: "Analysis",
      breaking: true,
      headline: "Gates open",
      subheadline: "All of them",
      context: ["Fenwick"],
      bylines: [{ name: "Jo Farrow", role: "Rivers" }, { name: "Desk" }],
      truncated: true,
      keyEvent: true,
      corrections: ["18 May: not all of them"],
    }),
  ],
  { ...headOf(everything), panel: ["2–1"] },
);

/** Of its post. */
const older: readonly Wording[] = [
  {
    post: post("p1", { headline: "Gates to open", blocks: [paragraph("Soon.")] }),
    captured: at("2024-05-17T02:50:00+01:00"),
  },
];

describe("the schema of page.json", () => {
  test("is valid JSON Schema that a strict reader takes", () => expect(validate.schema).toEqual(pageJsonSchema));

  test.each(archives.filter(([, { site }]) => site.pages.length > 0))("takes each page of %s", (_, { newest }) => {
    for (const view of newest) expect(faultsOf(JSON.parse(pageJson(view)))).toEqual([]);
  });

  test("takes the sample", () => {
    const { pages } = makeSite(readArchive("."), new Map(), dependencies);
    expect(pages.length).toBeGreaterThan(0);
    for (const { newest } of pages) expect(faultsOf(JSON.parse(pageJson(newest)))).toEqual([]);
  });

  test("accepts all posts and pages that an archive may hold", () => {
    fc.assert(
      fc.property(any.page, fc.uniqueArray(any.post, { selector: ({ id }) => id, maxLength: 3 }), (page, posts) => {
        const read = { ...normalisePage(page), slug: "river", posts: posts.map((one) => normalisePost(one)) };
        expect(faultsOf(dataOf(read))).toEqual([]);
      }),
      { numRuns: any.numRuns },
    );
  });

  const keys = (object: object): string[] => Object.keys(object);
  const schema = pageJsonSchema as {
    required: string[];
    properties: { posts: { items: { required: string[]; properties: object } } };
  };
  const postSchema = schema.properties.posts.items;

  test("has the keys that a page and a post of every key have, and no other", () => {
    const data = dataOf(whole, {}, older);
    expect(keys(data).sort()).toEqual([...keys(schema.properties)].sort());
    expect(keys(data.posts[0]).sort()).toEqual([...keys(postSchema.properties)].sort());
    expect(data.posts[0].revisions).toEqual([
      { captured: "2024-05-17T02:50:00+01:00", headline: "Gates to open", text: "Soon." },
    ]);
    expect(faultsOf(data)).toEqual([]);
  });

  test("refuses a page and a post that lack what they need", () => {
    for (const name of schema.required) expect(faultsOf({ ...dataOf(whole), [name]: undefined }), name).toHaveLength(1);
    for (const name of postSchema.required) {
      const data = dataOf(whole);
      expect(faultsOf({ ...data, posts: [{ ...data.posts[0], [name]: undefined }] }), name).toHaveLength(1);
    }
  });

  test("refuses in every key what is of another kind", () => {
    const data = dataOf(whole);
    for (const wrong of [17, null, false, {}, [17], [[]], ""]) {
      for (const name of keys(data)) {
        if (name === "$schema" && wrong === "") continue;
        expect(faultsOf({ ...data, [name]: wrong }), `${name}: ${JSON.stringify(wrong)}`).not.toEqual([]);
      }
      for (const name of keys(data.posts[0])) {
        if (name === "html" && wrong === "") continue;
        const posts = [{ ...data.posts[0], [name]: wrong }];
        expect(faultsOf({ ...data, posts }), `posts.${name}: ${JSON.stringify(wrong)}`).not.toEqual([]);
      }
    }
  });

  test.each([
    [{ published: "2024-05-17T02:37:00" }],
    [{ published: "17 May 2024" }],
    [{ id: "1-p" }],
    [{ href: "../elsewhere/index.html" }],
    [{ inferred: ["hour"] }],
    [{ inferred: ["year", "year"] }],
    [{ bylines: [{ role: "Rivers" }] }],
    [{ other: "x" }],
  ])("refuses a post with %j", (over) => {
    const data = dataOf(whole);
    expect(faultsOf({ ...data, posts: [{ ...data.posts[0], ...over }] })).not.toEqual([]);
    expect(faultsOf({ ...data, generator: "other" })).not.toEqual([]);
  });
});

test("pageJson begins with who printed it: that is how a build knows its own files when its cache is lost", () => {
  for (const [, { newest }] of archives)
    for (const view of newest) expect(pageJson(view)).toMatch(/^\{"generator":"afterlive"/);
});

test("pageJson names its schema from where it lies, or by its whole address", () => {
  expect(dataOf(everything).$schema).toBe("../page.schema.json");
  expect(dataOf(everything, { url: "https://example.org/a/" }).$schema).toBe("https://example.org/a/page.schema.json");
  const long = livePage(Array.from({ length: 221 }, (_, index) => post(`p${index}`, { blocks: [paragraph("x")] })));
  expect(dataOf(long, { url: "https://example.org/a/" }).$schema).toBe("https://example.org/a/page.schema.json");
});
