/** streamData and postPageData leave out what is not known. */
import { expect, test } from "vitest";
import { postPageData, streamData } from "../../../src/site/files/data.ts";
import { livePage, post, siteOf } from "../sample.ts";

const { newest, posts } = siteOf([livePage([post("p1", { headline: "Gates open" })])]);

test("streamData of a live page without times, publisher and address says none", () => {
  expect(JSON.parse(streamData(newest[0]!))).toEqual({
    "@context": "https://schema.org",
    "@type": "LiveBlogPosting",
    headline: "The river at Fenwick",
    inLanguage: "en-GB",
    liveBlogUpdate: [{ "@type": "BlogPosting", "@id": "#p1", headline: "Gates open" }],
  });
});

test("postPageData of such a post leads to its live page by a relative address", () => {
  expect(JSON.parse(postPageData(posts[0]!))).toEqual({
    "@context": "https://schema.org",
    "@type": "BlogPosting",
    "@id": "../index.html#p1",
    headline: "Gates open",
    inLanguage: "en-GB",
    articleBody: "Text of p1.",
    isPartOf: { "@type": "LiveBlogPosting", "@id": "../index.html", headline: "The river at Fenwick" },
  });
});
