/** jsonFeed: feeds follow JSON Feed 1.1. */
import { expect, test } from "vitest";
import { jsonFeed } from "../../../src/outputs/feeds/json-feed.ts";
import { outputPost, publication } from "../sample.ts";

const posts = [
  outputPost("p-2", {
    published: "2024-05-17T02:37:00+01:00",
    updated: "2024-05-17T03:00:00+01:00",
    label: "Analysis",
    bylines: [{ name: "Jo Farrow", role: "Rivers" }],
  }),
  outputPost("p-1"),
];

test("jsonFeed has version, title and items, each with an id of its own and content", () => {
  const feed = JSON.parse(jsonFeed.print(publication({ site: "https://example.org/a/" }), posts));
  expect(feed).toEqual({
    version: "https://jsonfeed.org/version/1.1",
    title: "The river at Fenwick",
    home_page_url: "https://example.org/a/river/",
    feed_url: "https://example.org/a/river/feed.json",
    language: "en-GB",
    authors: [{ name: "Example Wire" }],
    items: [
      {
        id: "https://example.org/a/river/p-2/",
        url: "https://example.org/a/river/p-2/",
        title: "Name of p-2",
        date_published: "2024-05-17T02:37:00+01:00",
        date_modified: "2024-05-17T03:00:00+01:00",
        authors: [{ name: "Jo Farrow" }],
        tags: ["Analysis"],
        content_html: "<p>Text of p-2.</p>",
      },
      {
        id: "https://example.org/a/river/p-1/",
        url: "https://example.org/a/river/p-1/",
        title: "Name of p-1",
        content_html: "<p>Text of p-1.</p>",
      },
    ],
  });
});

test("jsonFeed of an archive without an address has ids that last, and no half addresses", () => {
  const feed = JSON.parse(jsonFeed.print(publication(), posts));
  expect(Object.keys(feed)).toEqual(["version", "title", "language", "authors", "items"]);
  expect(feed.items.map(({ id, url }: { id: string; url?: string }) => [id, url])).toEqual([
    ["tag:afterlive.invalid,2024:river/p-2/", undefined],
    ["tag:afterlive.invalid,2024:river/p-1/", undefined],
  ]);
});
