/** Every text of a post in the BBC's data is written, or named with its path and beginning. */
import { expect, test } from "vitest";
import { bbcJson } from "../../src/importers/bbc/json.ts";
import { accounted } from "./accounted.ts";
import { expectSaidOrKept, withSentence } from "./said-or-kept.ts";

const options = { file: "page.json", zone: "Europe/London" };
const words = (text: string, attributes: readonly string[] = []) => ({ type: "fragment", model: { text, attributes } });
const block = (type: string, blocks: readonly object[], more: object = {}) => ({ type, model: { blocks, ...more } });
const paragraph = (text: string) => block("paragraph", [words(text)], { text });

const stream = (post: object) =>
  JSON.stringify({
    liveTextStream: { content: {} },
    results: [
      post,
      { urn: "asset:2", dates: { curated: "2024-05-17T09:00:00Z" }, content: block("text", [paragraph("Calm.")]) },
    ],
  });
const post = {
  urn: "asset:1",
  type: "POST",
  dates: { curated: "2024-05-17T10:00:00Z", firstPublished: "2024-05-17T10:00:00Z" },
  options: { isBreakingNews: false },
  header: block("header", [block("headline", [block("text", [paragraph("Afloat")])])]),
  contributors: [{ name: "Ann Bell", role: "Reporter" }],
  content: block("text", [
    paragraph("On the tide."),
    block("unorderedList", [block("listItem", [paragraph("One")])]),
    block("image", [
      block("altText", [block("text", [paragraph("A ferry")])]),
      { type: "rawImage", model: { copyrightHolder: "Bo", locator: "a/b.jpg", originCode: "cps", width: 9 } },
      block("caption", [block("text", [paragraph("The ferry")])]),
    ]),
    block("quote", [block("text", [paragraph("So low")]), block("attribution", [block("text", [paragraph("Ida")])])]),
    {
      type: "social",
      model: {
        source: "https://x.com/a/status/1",
        oembed: { url: "https://x.com/a/status/1", provider_name: "X", author_name: "Ada" },
      },
    },
  ]),
};

test("Every text of a post in the BBC's stream is written, or named with its path and beginning", () => {
  expect(accounted(bbcJson, stream(post), options).problems).toEqual([]);
  for (const [path, changed] of withSentence(post as never)) {
    if (/\.(?:type|urn)$|dates\.curated/.test(path)) continue;
    expectSaidOrKept(bbcJson, stream(changed as object), options, path);
  }
});

const morph = (one: object) =>
  JSON.stringify({
    payload: [{ body: { results: [one, { assetId: "2", dateAdded: "2019-05-17T09:00:00Z", body: [] }] } }],
  });
const leaf = (name: string, text: string) => ({ name, children: [{ name: "text", text }] });
const morphPost = {
  assetId: "1",
  title: "Afloat",
  dateAdded: "2019-05-17T10:00:00Z",
  lastUpdated: "2019-05-17T10:01:00Z",
  media: {
    images: {
      body: { a: { href: "https://e.org/a.jpg", altText: "A ferry", caption: "The ferry", copyrightHolder: "Bo" } },
    },
  },
  body: [
    leaf("paragraph", "On the tide."),
    { name: "list", children: [leaf("listItem", "One")] },
    { name: "quote", children: [leaf("quoteText", "So low"), leaf("quoteSource", "Ida")] },
    { name: "embed", children: [leaf("type", "twitter"), leaf("url", "https://twitter.com/a/status/1")] },
  ],
};

test("Every text of a post in the BBC's older data is written, or named with its path and beginning", () => {
  for (const [path, changed] of withSentence(morphPost as never)) {
    if (/\.(?:name|assetId|dateAdded)$/.test(path)) continue;
    expectSaidOrKept(bbcJson, morph(changed as object), options, path);
  }
});
