/** A capture of every form, ours to be taken apart: fixtures, and data made here. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const fixtures = path.join(import.meta.dirname, "../fixtures/live-pages");

const long = "A sentence that is long enough to be a post, and not a line in a list of other stories.";
const article = (id: string, minute: string) =>
  `<article class="entry" id="${id}"><time datetime="2024-05-17T10:${minute}:00Z">10.${minute}am</time><h3>Headline ${id}</h3><p>${long}</p><figure><img src="https://e.org/${id}.jpg" alt="A picture"><figcaption>A caption</figcaption></figure></article>`;
const built = (id: string, minute: string) =>
  `<article class="post" id="${id}"><h3><span class="when"><a href="${id}/index.html"><time datetime="2024-05-17T10:${minute}:00+01:00"><b>10:${minute}</b> <span class="zone">BST</span></time></a></span> <span class="label breaking">Breaking</span> <span class="headline">Headline ${id}</span> <span class="byline"><span class="name">Ann Bell</span><span class="role">, Reporter</span></span></h3><div class="text"><p>${long}</p><figure class="media media-video"><p class="kind">Video, not in this archive</p><blockquote><p>Words</p></blockquote><p class="from"><span class="author">Bo</span> · <span class="provider">YouTube</span></p><p class="original"><a href="https://e.org/v" rel="noopener external">Open the original</a></p></figure></div></article>`;

const block = (id: string, minute: string) =>
  `<article id="block-66471c3a8f08aa4b5a0d000${id}"><header><a href="#block-${id}"><time datetime="2024-05-17T09:${minute}:00.000Z">1h ago</time><span>10.${minute} BST</span></a><span>Key event</span><h2>Headline ${id}</h2></header><div><div><img alt="Ann Bell" src="https://e.org/ann.png"><span>Ann Bell</span></div><p>${long}</p><figure><picture><img alt="A ferry" src="https://e.org/${id}.jpg"></picture><figcaption><span>The ferry.</span> Photograph: Bo Carr/Agency</figcaption></figure></div><footer><button>Share</button><span>Updated at <time datetime="2024-05-17T11:00:00.000Z">12.00 BST</time></span></footer></article>`;

const made: Readonly<Record<string, string>> = {
  "afterlive/index.html": `<!DOCTYPE html><html lang="en-GB"><head><meta name="generator" content="afterlive"><title>A page</title></head><body><main><header class="lead"><h1>A page</h1></header>${built("b", "20")}${built("a", "10")}</main></body></html>`,
  "afterlive/page.json": JSON.stringify({
    generator: "afterlive",
    title: "A page",
    editors: "Ann Bell and Bo Carr",
    summary: "<ul><li>A point</li></ul>",
    posts: [
      {
        id: "b",
        published: "2024-05-17T10:20:00+01:00",
        headline: "One",
        bylines: [{ name: "Ann", role: "Reporter" }],
        html: `<p>${long}</p>`,
      },
      {
        id: "a",
        published: "2024-05-17T10:10:00+01:00",
        context: ["Final"],
        html: "<blockquote><p>x</p></blockquote>",
      },
    ],
  }),
  "live-html/page.html": `<!doctype html><title>A live page</title><h1>A live page</h1><main>${["c", "b", "a"].map((id, index) => article(id, String(30 - index * 10))).join("")}</main>`,
  "live-html/flow.html": `<!doctype html><html lang="de"><title>Eine Seite</title><h1>Eine Seite</h1><div class="story"><p>Freitag, 17. Mai 2024</p>${["10:32 Uhr", "09.15", "8:02 Uhr"].map((time) => `<h3>${time}: Headline</h3><p>${long}</p><ul><li>${long}</li></ul>`).join("")}</div>`,
  "guardian-html/page.html": `<!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1><div data-gu-name="standfirst"><p>What is known.</p></div><address>By <a rel="author">Ann Bell</a> and Bo Carr</address><div id="pinned-post"><b>Pinned</b>${block("1", "10").replace('id="', 'id="pinned-')}</div>${block("2", "20")}<div class="ad-slot">Advertisement</div>${block("1", "10")}</main>`,
  "live-text/page.txt": [
    "A live page",
    "By Ann Bell and Bo Carr",
    "Key points",
    "• The first point\n• The second point",
    "Friday, 17 May 2024",
    ...["10:32", "9:15", "8:02"].map(
      (time) => `${time} BST\nHeadline ${time}\nAnn Bell\n\n${long}\n\n• One\n• Two\n\nShare\nCopy link`,
    ),
  ].join("\n\n"),
  "json-ld/data.json": JSON.stringify({
    "@type": "LiveBlogPosting",
    headline: "A page",
    liveBlogUpdate: [
      {
        "@type": "BlogPosting",
        headline: "One",
        datePublished: "2024-05-17T10:00:00+01:00",
        articleBody: `<p>${long}</p>`,
      },
      {
        "@type": "BlogPosting",
        headline: "Two",
        datePublished: "2024-05-17T09:00:00+01:00",
        articleBody: "Words &amp; more",
      },
    ],
  }),
  "guardian/blocks.json": JSON.stringify({
    headline: "A page",
    blocks: [
      {
        id: "6030",
        title: "One",
        blockFirstPublished: 1715940000000,
        elements: [
          { _type: "model.TextBlockElement", html: `<p>${long}</p>` },
          { _type: "model.ImageBlockElement", data: { alt: "A picture", caption: "A <b>caption</b>", credit: "Bo" } },
        ],
      },
      {
        id: "6031",
        blockFirstPublished: 1715930000000,
        elements: [{ _type: "model.TextBlockElement", html: "<ul><li>x</li></ul>" }],
      },
    ],
  }),
  "superdesk/posts.json": JSON.stringify({
    _items: [
      {
        _id: "urn:1",
        published_date: "2024-05-17T10:00:00+00:00",
        groups: [{ id: "main", refs: [{ residRef: "x", item: { item_type: "text", text: `<p>${long}</p>` } }] }],
      },
      {
        _id: "urn:2",
        published_date: "2024-05-17T09:00:00+00:00",
        groups: [
          { id: "main", refs: [{ item: { item_type: "image", meta: { caption: "A caption", credit: "Bo" } } }] },
        ],
      },
    ],
  }),
  "liveblog-24/news.json": JSON.stringify({
    data: {
      news: [
        { nid: "2", eid: "1", newstitle: "One", contents: `<p>${long}</p>`, created: 1715940900, username: "Ann Bell" },
        { nid: "1", eid: "1", contents: "<p>Words</p><img src=x alt=y>", created: 1715940000 },
      ],
    },
  }),
  "wordpress-liveblog/entries.json": JSON.stringify({
    entries: [
      {
        id: 1,
        type: "update",
        timestamp: 1715940900,
        entry_time: 1715940000,
        render: `<p>${long}</p>`,
        authors: [{ name: "Ann Bell" }],
      },
      { id: 1, type: "new", timestamp: 1715940000, entry_time: 1715940000, render: "<p>Before</p>", authors: [] },
      { id: 2, type: "new", timestamp: 1715930000, entry_time: 1715930000, render: "<img src=x alt=y>", authors: [] },
    ],
  }),
};

export interface Sample {
  readonly name: string;
  readonly text: string;
}

/** All of them, with their names. */
export const samples: readonly Sample[] = [
  ...readdirSync(fixtures)
    .flatMap((folder) => readdirSync(path.join(fixtures, folder)).map((file) => `${folder}/${file}`))
    .filter((name) => !name.endsWith("expected.json"))
    .sort()
    .map((name) => ({ name, text: readFileSync(path.join(fixtures, name), "utf8") })),
  ...Object.entries(made).map(([name, text]) => ({ name, text })),
];
