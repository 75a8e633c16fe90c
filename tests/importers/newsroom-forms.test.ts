/** What the exports of newsrooms' systems hold beside texts: embeds, adverts, polls, bylines, key events, pages of pages. */
import { describe, expect, test } from "vitest";
import type { Importer } from "../../src/importers/contract.ts";
import { liveblog24 } from "../../src/importers/liveblog-24/liveblog-24.ts";
import { readPageOf } from "../../src/importers/paging.ts";
import { superdesk } from "../../src/importers/superdesk/superdesk.ts";
import { wordpressLiveblog } from "../../src/importers/wordpress/wordpress.ts";
import { printBlocks } from "../../src/markdown/print.ts";
import { accounted } from "./accounted.ts";
import { expectSaidOrKept, withSentence } from "./said-or-kept.ts";

const options = { file: "posts.json", zone: "Europe/Berlin" };
const reading = (importer: Importer, data: unknown) => {
  const { posts, problems } = accounted(importer, JSON.stringify(data), options);
  return {
    posts: posts.map(({ blocks, ...post }) => ({ ...post, text: printBlocks(blocks).trimEnd() })),
    said: problems.map(({ message }) => message),
  };
};

describe("superdesk", () => {
  const post = (id: string, items: readonly object[], more: object = {}) => ({
    _id: `urn:${id}`,
    published_date: "2024-05-17T08:22:07+00:00",
    post_status: "open",
    deleted: false,
    groups: [
      { id: "root", refs: [{ idRef: "main" }] },
      { id: "main", refs: items.map((item, index) => ({ residRef: `urn:${id}${index}`, item })) },
    ],
    ...more,
  });
  const calm = post("calm", [{ item_type: "text", text: "<p>Calm.</p>" }], { byline: "Bo" });
  const list = (posts: readonly object[], more: object = {}) => ({ _items: posts, ...more });
  const card =
    '<div class="liveblog--card"><blockquote class="twitter-tweet"><p>The ferry has left</p>— Ada <a href="https://twitter.com/ada/status/1">17 May</a></blockquote></div>';

  test("reads an embed that is nothing but HTML, with its address and words", () => {
    const { posts, said } = reading(
      superdesk,
      list([post("a", [{ item_type: "embed", text: card, meta: { media: {} } }])]),
    );
    expect(posts[0]!.text).toBe(
      "::: embed\nSource: https://twitter.com/ada/status/1\nProvider: Twitter\n\nThe ferry has left\n\n— Ada [17 May](https://twitter.com/ada/status/1)\n:::",
    );
    expect(said).toEqual([]);
  });

  test("reads the HTML of an embed beside its data once", () => {
    const meta = {
      original_url: "https://example.org/story",
      title: "A story",
      description: "Of a ferry",
      provider_name: "The Quay",
      html: "<div><h4>A story</h4><p>Of a ferry</p></div>",
    };
    const text = `<div><h3>A story</h3><p>Of a ferry</p></div>`;
    const { posts, said } = reading(superdesk, list([post("a", [{ item_type: "embed", text, meta }])]));
    expect(posts[0]!.text).toBe(
      "::: embed\nSource: https://example.org/story\nProvider: The Quay\n\nA story\n\nOf a ferry\n:::",
    );
    expect(said).toEqual([]);
  });

  test("takes the address of an embed from its frame", () => {
    const text = '<iframe src="https://www.youtube.com/embed/AbCdEfGhIjK"></iframe>';
    const { posts } = reading(superdesk, list([post("a", [{ item_type: "embed", text, meta: {} }])]));
    expect(posts[0]!.text).toBe(
      "::: video\nSource: https://www.youtube.com/watch?v=AbCdEfGhIjK\nProvider: YouTube\n:::",
    );
  });

  test.for(["Advertisement Local", "advertisement", "ADVERT", "Advertisement Remote"])(
    "leaves out an advert of the type %s, and says so",
    (item_type) => {
      const advert = { item_type, text: "<p>Buy a boat</p>" };
      const { posts, said } = reading(
        superdesk,
        list([post("a", [advert]), post("b", [{ item_type: "text", text: "<p>On.</p>" }, advert])]),
      );
      expect(posts.map(({ text }) => text)).toEqual(["On."]);
      expect(said).toEqual(["Adverts that were left out: 2"]);
    },
  );

  test.for([
    ["of the post", { byline: "Ada" }, {}, ["Ada"]],
    ["of an item", {}, { byline: "Ada" }, ["Ada"]],
    ["of both, once", { byline: "Ada" }, { byline: "Ada" }, ["Ada"]],
    ["of two", { byline: "Ada" }, { byline: "Bo Carr" }, ["Ada", "Bo Carr"]],
    ["of the creator", { original_creator: { display_name: "Ann Bell", byline: "" } }, {}, ["Ann Bell"]],
    ["of authors", { authors: [{ name: "Ann Bell" }, { name: "Cy" }] }, {}, ["Ann Bell", "Cy"]],
  ] as const)("takes the byline %s", ([, more, item, names]) => {
    const { posts } = reading(superdesk, list([post("a", [{ item_type: "text", text: "<p>On.</p>", ...item }], more)]));
    expect(posts[0]!.bylines.map(({ name }) => name)).toEqual(names);
  });

  test("marks highlights as key events, and reads polls, comments, scorecards and quotations", () => {
    const items = [
      {
        item_type: "poll",
        poll_body: { question: "Will it float?", answers: [{ option: "Yes", votes: 3 }, { option: "No" }] },
      },
      { item_type: "comment", text: "<p>Hurrah</p>", commenter: "Ida" },
      {
        item_type: "Scorecard",
        text: "<div><b>Skell</b> 2</div>",
        meta: { data: { home: { name: "Skell" }, score: "2" } },
      },
      {
        item_type: "quote",
        text: "<blockquote>So low<cite>Ida Berg</cite></blockquote>",
        meta: { quote: "So low", author: "Ida Berg" },
      },
    ];
    const { posts } = reading(superdesk, list([post("a", items, { lb_highlight: true }), calm]));
    expect(posts[0]).toMatchObject({
      keyEvent: true,
      text: "Will it float?\n\n- Yes\n- No\n\n> Hurrah\n>\n> Person: Ida\n\n**Skell** 2\n\n> So low\n>\n> Person: Ida Berg",
    });
    expect(posts[1]!.keyEvent).toBeUndefined();
  });

  test.for([
    [{ _meta: { total: 34, page: 1, max_results: 25 } }, "The capture is page 1 of 2 (34 posts)"],
    [{ _meta: { total: 34, page: 2, max_results: 10 } }, "The capture is page 2 of 4 (34 posts)"],
    [
      { _links: { next: { href: "posts?page=2" } } },
      "The capture is one page of several: it names the next one, posts?page=2",
    ],
  ] as const)("says that %j is one page of several", ([more, message]) => {
    expect(reading(superdesk, list([calm], more)).said).toEqual([message]);
    expect(readPageOf(message) === undefined).toBe(!message.includes(" of 2 ") && !message.includes(" of 4 "));
  });

  test("says nothing of pages where all posts are there", () => {
    expect(reading(superdesk, list([calm], { _meta: { total: 1, page: 1, max_results: 25 } })).said).toEqual([]);
  });

  test("Every text of a post is written, or named with its path and beginning", () => {
    const whole = post(
      "whole",
      [
        { item_type: "text", headline: "Afloat", text: "<p>On the tide.</p>", byline: "Ada" },
        {
          item_type: "image",
          text: "<figure><img src='https://e.org/a.jpg'><figcaption>A ferry</figcaption></figure>",
          meta: {
            caption: "A ferry",
            credit: "Bo",
            media: { renditions: { a: { href: "https://e.org/a.jpg", width: 9 } } },
          },
        },
        { item_type: "quote", text: "<p>Low</p>", meta: { quote: "Low", author: "Ida" } },
        {
          item_type: "embed",
          text: card,
          meta: {
            original_url: "https://twitter.com/ada/status/1",
            title: "Ada",
            author_name: "Ada",
            provider_name: "Twitter",
          },
        },
        { item_type: "poll", text: "", poll_body: { question: "Who?", answers: [{ option: "Me" }] } },
        { item_type: "comment", text: "<p>Hi</p>", commenter: "Eve" },
        { item_type: "Scorecard", text: "<p>Two</p>", meta: { data: { title: "Two" } } },
      ],
      { original_creator: { display_name: "Ann", byline: "Ann Bell" }, byline: "Ann Bell" },
    );
    for (const [path, changed] of withSentence(whole as never)) {
      if (/\.(?:item_type|id|post_status|published_date)$/.test(path)) continue;
      expectSaidOrKept(superdesk, JSON.stringify(list([changed as object, calm])), options, path);
    }
  });
});

describe("wordpressLiveblog", () => {
  const entry = (id: number, more: object = {}) => ({
    id,
    type: "new",
    timestamp: 1715940000 + id,
    entry_time: 1715940000 + id,
    render: `<p>Words ${id}.</p>`,
    authors: [
      { id: 1, key: "ida", name: "Ida Marsh", avatar: "<img src='https://e.org/i.png' alt='' class='avatar photo'>" },
    ],
    css_classes: "liveblog-entry type-text",
    share_link: `https://e.org/live/#${id}`,
    ...more,
  });

  test.for([
    ["its field", { key_event: true, key_event_content: "Words 1." }],
    ["a class of its own", { css_classes: "liveblog-entry type-key" }],
    [
      "the command as a page prints it",
      { render: '<p><span class="liveblog-command type-key">key</span> Words 1.</p>' },
    ],
    ["the command as it was typed", { render: "<p>/key Words 1.</p>" }],
    ["the short code", { render: "[key] Words 1." }],
    ["a class of its markup", { render: '<p class="liveblog-key-event">Words 1.</p>' }],
  ] as const)("knows a key event by %s", ([, more]) => {
    const { posts, said } = reading(wordpressLiveblog, {
      entries: [entry(1, { content: "Words 1.", ...more }), entry(2)],
    });
    expect(posts.map(({ keyEvent, text }) => [keyEvent, text])).toEqual([
      [undefined, "Words 2."],
      [true, "Words 1."],
    ]);
    expect(said).toEqual([]);
  });

  test("takes the whole entry that a page would show for a copy of its words", () => {
    const html = "<div><header>Ida Marsh <time>4 minutes ago</time></header><p>Words 1.</p><a>Share</a></div>";
    expect(reading(wordpressLiveblog, { entries: [entry(1, { html })] }).said).toEqual([]);
    const more = html.replace("Share", "Nobody said so");
    expect(reading(wordpressLiveblog, { entries: [entry(1, { html: more })] }).said[0]).toContain("html (1:");
  });

  test.for([
    [{ page: 1, pages: 3, total: 15 }, ["The capture is page 1 of 3"]],
    [{ pages: 2 }, ["The capture is page ? of 2"]],
    [{ total: 4 }, ["The capture holds 1 of 4 entries"]],
    [{ page: 1, pages: 1, total: 1 }, []],
  ] as const)("says of %j which page it is", ([more, said]) => {
    expect(reading(wordpressLiveblog, { entries: [entry(1)], ...more }).said).toEqual(said);
  });

  test("says nothing of pages where a file holds them all", () => {
    const page = (number: number) => ({ entries: [entry(number)], page: number, pages: 2 });
    expect(reading(wordpressLiveblog, [page(1), page(2)]).said).toEqual([]);
  });

  test.for([
    ["a list of objects", { authors: [{ name: "Ida Marsh" }, { name: "Bo" }] }, ["Ida Marsh", "Bo"]],
    ["objects by their ids", { authors: { "1": { name: "Ida Marsh" } } }, ["Ida Marsh"]],
    ["one object", { authors: { name: "Ida Marsh" } }, ["Ida Marsh"]],
    ["a text", { authors: undefined, author_name: "Ida Marsh" }, ["Ida Marsh"]],
  ] as const)("reads authors as %s", ([, more, names]) => {
    expect(reading(wordpressLiveblog, { entries: [entry(1, more)] }).posts[0]!.bylines.map(({ name }) => name)).toEqual(
      names,
    );
  });

  test("Every text of an entry is written, or named with its path and beginning", () => {
    const whole = entry(1, {
      headline: "Afloat",
      html: "<p>Words 1.</p>",
      content: "Words 1.",
      key_event: true,
      key_event_content: "Words 1.",
      note: "A note",
    });
    for (const [path, changed] of withSentence(whole as never)) {
      if (path === ".type") continue;
      expectSaidOrKept(wordpressLiveblog, JSON.stringify({ entries: [changed, entry(2)] }), options, path);
    }
  });
});

describe("liveblog24", () => {
  const news = (nid: string, more: object = {}) => ({
    nid,
    eid: "1",
    newstitle: `Title ${nid}`,
    contents: `<p>Words ${nid}.</p>`,
    created: 1715940000 + Number(nid),
    username: "Ida Marsh",
    avatar: "//e.org/a.png",
    share: "https://e.org/s",
    ...more,
  });

  test("reads posts with headlines, times, names and the title of their event", () => {
    const data = { data: { event: { eid: "1", title: "Harbour", description: "Live" }, news: [news("2"), news("1")] } };
    const { page, posts, problems } = accounted(liveblog24, JSON.stringify(data), options);
    expect(page).toMatchObject({ title: "Harbour", panel: ["Live"] });
    expect(posts).toMatchObject([
      { source: "2", headline: "Title 2", bylines: [{ name: "Ida Marsh" }], published: { epoch: 1715940002000 } },
      { source: "1" },
    ]);
    expect(problems).toEqual([]);
  });

  test("Every text of a post is written, or named with its path and beginning", () => {
    for (const [path, changed] of withSentence(news("2", { note: "A note" }) as never)) {
      if (path === ".nid") continue;
      expectSaidOrKept(liveblog24, JSON.stringify({ news: [changed, news("1")] }), options, path);
    }
  });
});
