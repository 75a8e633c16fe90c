/** supportsOf and withSupports: a post supports a point where it says so, or where its words leave no doubt. */
import { describe, expect, test } from "vitest";
import type { Block } from "../../src/model/block.ts";
import { hideSupports, showSupports, supportsOf } from "../../src/site/supports.ts";
import { at, livePage, paragraph, post, siteOf } from "./sample.ts";

const points = (...texts: readonly string[]): readonly Block[] => [
  { kind: "list", items: texts.map((text) => [paragraph(text)]) },
];
const ids = (summary: readonly Block[], posts: Parameters<typeof supportsOf>[1]) =>
  supportsOf(summary, posts).map((own) => own.map(({ id }) => id));

const flood = "The water reached the second arch of the bridge before noon";

describe("supportsOf", () => {
  test("takes a post's word for it, oldest first, before any likeness", () => {
    const posts = [post("p3", { supports: [1] }), post("p2", { headline: flood }), post("p1", { supports: [1, 2] })];
    expect(ids(points(flood, "Nothing else"), posts)).toEqual([["p1", "p3"], ["p1"]]);
  });

  test("is certain where six words in a row stand in one post alone", () => {
    const posts = [
      post("p2", { headline: "A quiet night" }),
      post("p1", { blocks: [paragraph(`Overnight: ${flood}.`)] }),
    ];
    expect(ids(points(`${flood}, and stayed`, "The water reached the second bank"), posts)).toEqual([["p1"], []]);
  });

  test("names none where two posts share the words, or fewer than six are shared", () => {
    const posts = [post("p2", { headline: flood }), post("p1", { headline: flood })];
    expect(ids(points(flood), posts)).toEqual([[]]);
    expect(ids(points("The water reached the second"), posts)).toEqual([[]]);
  });
});

describe("a summary in the stream", () => {
  const posts = [
    post("p2", { published: at("2024-05-18T06:58:00+01:00"), supports: [2] }),
    post("p1", { published: at("2024-05-17T06:58:00+01:00"), supports: [1] }),
  ];
  const { newest } = siteOf([livePage(posts, { summary: points("One", "Two") })]);

  test("leads from its points to posts, by their days and times", () => {
    expect(newest[0]?.summaryHtml()).toContain('<li>One <a class="support" href="#p1">Fri 17 May, 06:58</a></li>');
  });

  test("is its own words alone where it is data", () => {
    expect(newest[0]?.plainSummaryHtml()).toBe("<ul>\n<li>One</li>\n<li>Two</li>\n</ul>");
  });
});

test("showSupports and hideSupports leave links of the page alone", () => {
  const own = '<p>See <a href="#p1">the post</a></p>';
  expect([showSupports(own), hideSupports(own)]).toEqual([own, own]);
});
