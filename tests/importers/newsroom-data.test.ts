/** The exports of the systems that newsrooms use: Superdesk Live Blog, Liveblog for WordPress. */
import { describe, expect, test } from "vitest";
import { importerFor } from "../../src/importers/registry.ts";
import { superdesk } from "../../src/importers/superdesk/superdesk.ts";
import { wordpressLiveblog } from "../../src/importers/wordpress/wordpress.ts";
import { printBlocks } from "../../src/markdown/print.ts";
import { printInstant } from "../../src/model/instant.ts";
import type { FoundPost } from "../../src/model/live-page.ts";
import { accounted } from "./accounted.ts";

const options = { file: "posts.json", zone: "Europe/Berlin" };
const outline = ({ published, headline, bylines, source, blocks }: FoundPost) => [
  published === undefined ? "-" : printInstant(published),
  headline ?? "-",
  bylines.map(({ name }) => name).join(", "),
  source,
  printBlocks(blocks).trimEnd(),
];

describe("superdesk", () => {
  const item = (item_type: string, text: string, meta: object = {}, more: object = {}) => ({
    residRef: "x",
    item: { item_type, text, meta, ...more },
  });
  const post = (id: string, published_date: string, refs: readonly object[], more: object = {}) => ({
    _id: `urn:newsml:${id}`,
    published_date,
    post_status: "open",
    original_creator: { display_name: "Ann Bell" },
    groups: [
      { id: "root", refs: [{ idRef: "main" }] },
      { id: "main", refs },
    ],
    ...more,
  });
  const blog = {
    title: "A ferry aground",
    description: "What happened at Skell",
    blog_preferences: {},
    public_url: "https://e.org/live",
  };
  const data = (posts: readonly object[]) =>
    JSON.stringify({ blog, api_response: { posts: { _items: posts, _meta: {} } } });

  test("reads posts as packages of text, pictures, quotations and embeds", () => {
    const source = data([
      post("2", "2024-05-17T11:02:03+00:00", [
        item(
          "text",
          "<p>Afloat <b>again</b>, <a href='https://e.org/x'>says</a> the coastguard.</p>",
          {},
          { headline: "Afloat" },
        ),
        item("image", "<figure></figure>", {
          caption: "A ferry",
          credit: "Bo",
          media: {
            renditions: {
              a: { href: "https://e.org/a.jpg", width: 10 },
              b: { href: "https://e.org/b.jpg", width: 900 },
            },
          },
        }),
        item("quote", "<blockquote>Low</blockquote>", { quote: "So low a tide", author: "Ida Berg" }),
        item("embed", "", {
          original_url: "https://www.youtube.com/watch?v=abc",
          title: "The tow",
          html: "<iframe></iframe>",
        }),
      ]),
      post("1", "2024-05-17T10:00:00+00:00", [item("text", "<p>Aground.</p>")]),
      post("0", "2024-05-17T09:00:00+00:00", [item("text", "<p>Never shown.</p>")], { deleted: true }),
    ]);
    expect(importerFor(source)).toBe(superdesk);
    const { page, posts, problems, pictures } = accounted(superdesk, source, options);
    expect(page).toMatchObject({
      title: "A ferry aground",
      source: "https://e.org/live",
      panel: ["What happened at Skell"],
    });
    expect(posts.map(outline)).toMatchInlineSnapshot(`
      [
        [
          "2024-05-17T13:02:03+02:00",
          "Afloat",
          "Ann Bell",
          "urn:newsml:2",
          "Afloat **again**, [says](https://e.org/x) the coastguard.

      ![](media/1302-a-ferry.jpg)
      Caption: A ferry
      Credit: Bo

      > So low a tide
      >
      > Person: Ida Berg

      ::: video
      Source: https://www.youtube.com/watch?v=abc
      Provider: YouTube

      The tow
      :::",
        ],
        [
          "2024-05-17T12:00:00+02:00",
          "-",
          "Ann Bell",
          "urn:newsml:1",
          "Aground.",
        ],
      ]
    `);
    expect([...pictures!.values()]).toEqual([["https://e.org/b.jpg", "https://e.org/a.jpg"]]);
    expect(problems.map(({ message }) => message)).toContain(
      "Posts that are deleted, drafts or empty and were left out: 1",
    );
  });

  test("says what it expects of data without posts", () => {
    expect(superdesk.read('{"_items":[]}', options).problems[0]?.message).toContain('expected "_items" with posts');
  });
});

describe("wordpressLiveblog", () => {
  const entry = (id: number, type: string, timestamp: number, render: string, more: object = {}) => ({
    id,
    type,
    timestamp,
    entry_time: timestamp,
    render,
    authors: [{ id: 1, name: "Ann Bell", avatar: "<img src='x'>" }],
    share_link: `https://e.org/live/#${id}`,
    ...more,
  });

  test("folds entries: the newest wording at the time of the first, and nothing that was deleted", () => {
    const source = JSON.stringify({
      entries: [
        entry(3, "delete", 1715941000, ""),
        entry(
          1,
          "update",
          1715940900,
          "<p>Aground, all safe.</p><figure><img src='https://e.org/a.jpg' alt='A ferry'><figcaption>Skell</figcaption></figure>",
        ),
        entry(3, "new", 1715940600, "<p>A rumour.</p>"),
        entry(
          2,
          "new",
          1715940500,
          "<p>Tugs <em>leave</em>.</p><iframe src='https://www.youtube.com/embed/abcdefg'></iframe>",
        ),
        entry(1, "new", 1715940000, "<p>Aground.</p>"),
      ],
      pages: 1,
    });
    expect(importerFor(source)).toBe(wordpressLiveblog);
    const { posts, problems, pictures } = accounted(wordpressLiveblog, source, options);
    expect(posts.map(outline)).toMatchInlineSnapshot(`
      [
        [
          "2024-05-17T12:08:20+02:00",
          "-",
          "Ann Bell",
          "2",
          "Tugs *leave*.

      ::: video
      Source: https://www.youtube.com/watch?v=abcdefg
      Provider: YouTube
      :::",
        ],
        [
          "2024-05-17T12:00:00+02:00",
          "-",
          "Ann Bell",
          "1",
          "Aground, all safe.

      ![A ferry](media/1200-a-ferry.jpg)
      Caption: Skell",
        ],
      ]
    `);
    expect([...pictures!.values()]).toEqual([["https://e.org/a.jpg"]]);
    expect(problems.map(({ message }) => message)).toEqual([
      "Older wordings of posts in the capture: 1",
      "Posts that the newsroom deleted and that were left out: 1",
    ]);
  });

  test("says what it expects of data without posts", () => {
    expect(wordpressLiveblog.read("[]", options).problems[0]?.message).toContain('expected "entries"');
  });
});
