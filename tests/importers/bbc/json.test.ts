import { describe, expect, test } from "vitest";
import { bbcJson } from "../../../src/importers/bbc/json.ts";
import type { Reading } from "../../../src/importers/contract.ts";
import { importerFor } from "../../../src/importers/registry.ts";
import { printBlocks } from "../../../src/markdown/print.ts";
import { printInstant } from "../../../src/model/instant.ts";
import { accounted } from "../accounted.ts";
import { casesOf } from "../cases.ts";
import { countBlocks } from "../count.ts";

const cases = [...casesOf("live.json"), ...casesOf("page1.json")];
const options = { file: "live.json", zone: "Europe/London" };

const seconds = (time: string) => Math.floor(Date.parse(time) / 1000);

describe("bbcJson and its cases", () => {
  test.for(cases)("bbcJson reads $name as expected, and accounts for it", ({ text, expected }) => {
    expect(importerFor(text)).toBe(bbcJson);
    const { page, posts, order } = accounted(bbcJson, text, options);
    expect(order).toBe(expected.order);
    if (expected.summary !== null) {
      expect(page.title).toBe(expected.title);
      expect(countBlocks(page.summary ?? []).bullets).toBe(expected.summary);
    }
    expect(posts).toHaveLength(expected.postsCount);
    for (const [index, wanted] of expected.posts.entries()) {
      const post = posts[index]!;
      const { id } = wanted as unknown as { id: string };
      expect(post.source).toContain(id);
      expect(post.headline ?? null).toBe(wanted.headline);
      expect(seconds(printInstant(post.published!))).toBe(seconds(wanted.published!));
      expect(post.breaking).toBe(wanted.breaking);
      expect(post.bylines[0] ?? null).toEqual(wanted.byline);
      expect(post.subheadline ?? null).toBe(wanted.subheadline ?? null);
      const { images, bullets, quotes, embeds, paragraphs } = countBlocks(post.blocks);
      expect({ images, bullets, quotes, embeds, paragraphs }).toEqual({
        images: wanted.images,
        bullets: wanted.bullets,
        quotes: wanted.quotes,
        embeds: wanted.embeds,
        paragraphs: wanted.paragraphs,
      });
    }
  });
});

const fragment = (text: string, ...attributes: readonly string[]) => ({
  type: "fragment",
  model: { text, attributes },
});
const paragraph = (...blocks: readonly object[]) => ({ type: "paragraph", model: { text: "all of it", blocks } });
const stream = (blocks: readonly object[], more: object = {}) => ({
  results: [
    {
      urn: "asset:11111111-2222-3333-4444-555555555555",
      type: "POST",
      dates: { curated: "2024-07-01T11:02:03Z", firstPublished: "2024-07-01T09:00:00Z", time: null },
      content: { model: { blocks } },
      ...more,
    },
  ],
  page: { index: 1, total: 3 },
});
const bodyOf = (reading: Reading) => printBlocks(reading.posts[0]!.blocks).trimEnd();

describe("bbcJson", () => {
  test("keeps marks, links and the blanks between them", () => {
    const link = {
      type: "urlLink",
      model: { text: "a page", locator: "https://example.org/a", blocks: [fragment("a page")] },
    };
    const reading = accounted(
      bbcJson,
      JSON.stringify(
        stream([
          paragraph(fragment("See "), link, fragment(" and "), fragment("this", "bold", "italic"), fragment(".")),
        ]),
      ),
      options,
    );
    expect(bodyOf(reading)).toBe("See [a page](https://example.org/a) and ***this***.");
  });

  test("keeps lists in lists, numbered and not", () => {
    const item = (...blocks: readonly object[]) => ({ type: "listItem", model: { blocks } });
    const inner = {
      type: "orderedList",
      model: { blocks: [item(paragraph(fragment("one"))), item(paragraph(fragment("two")))] },
    };
    const list = { type: "unorderedList", model: { blocks: [item(paragraph(fragment("first")), inner)] } };
    expect(bodyOf(accounted(bbcJson, JSON.stringify(stream([list])), options))).toBe("- first\n  1. one\n  2. two");
  });

  test("says which page of how many it read, and takes the time that the page shows", () => {
    const { posts, problems } = accounted(bbcJson, JSON.stringify(stream([paragraph(fragment("x"))])), options);
    expect(printInstant(posts[0]!.published!)).toBe("2024-07-01T12:02:03+01:00");
    expect(problems.map(({ message }) => message)).toContain("The capture is page 1 of 3");
  });

  test("reads the clock of a match", () => {
    const dates = { curated: "2024-07-01T11:02:03Z", time: "90'+3 mins" };
    expect(
      accounted(bbcJson, JSON.stringify(stream([paragraph(fragment("x"))], { dates })), options).posts[0]?.clock,
    ).toBe("90'+3 mins");
  });

  test.for([
    ["a script of data", (data: string) => `<script id="__NEXT_DATA__" type="application/json">${data}</script>`],
    ["a name given a text", (data: string) => `<script>window.__INITIAL_DATA__=${JSON.stringify(data)};</script>`],
    ["a name given an object", (data: string) => `<script>\nwindow.__INITIAL_DATA__ = ${data};\n</script>`],
    ["a call", (data: string) => `<script>Morph.setPayload('/data/bbc-morph-lx-commentary', ${data});</script>`],
  ] as const)("finds its data in a saved page: %s", ([, wrap]) => {
    const html = `<!doctype html><title>x</title><p>y</p>${wrap(JSON.stringify({ props: stream([paragraph(fragment("found"))]) }))}`;
    expect(importerFor(html)).toBe(bbcJson);
    expect(bodyOf(accounted(bbcJson, html, options))).toBe("found");
  });

  test("reads a post once that a page holds twice, and blocks of kinds that it does not know", () => {
    const data = { a: stream([{ type: "novelty", model: { blocks: [paragraph(fragment("kept"))] } }]), b: stream([]) };
    const reading = accounted(bbcJson, JSON.stringify(data), options);
    expect(reading.posts).toHaveLength(1);
    expect(bodyOf(reading)).toBe("kept");
  });

  test("says what it expects of data without posts", () => {
    expect(bbcJson.read('{"results":[],"dates":{"curated":""}}', options).problems[0]?.message).toBe(
      'Cannot find a post in the capture: expected "results" with posts that have "content" or "body"',
    );
  });
});
