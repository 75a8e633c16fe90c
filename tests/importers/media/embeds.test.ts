/** What pages embed from other sites, and the frames and shadow roots that are a part of them. */
import { describe, expect, test } from "vitest";
import { makeWordLedger } from "../../../src/importers/account/word-ledger.ts";
import { liveHtml } from "../../../src/importers/live-html/live-html.ts";
import { makeNamedPictures } from "../../../src/importers/pictures.ts";
import { richHtml } from "../../../src/importers/saved-page/rich.ts";
import { accounted } from "../accounted.ts";
import { growthOf } from "../growth.ts";
import { bodies, body } from "../html-reading.ts";

describe("embeds", () => {
  test.each([
    [
      "amp-youtube",
      '<amp-youtube data-videoid="AbCdEfGhIjK" layout=responsive width=16 height=9></amp-youtube>',
      "video",
      "https://www.youtube.com/watch?v=AbCdEfGhIjK",
      "YouTube",
    ],
    [
      "amp-instagram",
      '<amp-instagram data-shortcode="BxYz12345"></amp-instagram>',
      "embed",
      "https://www.instagram.com/p/BxYz12345/",
      "Instagram",
    ],
    [
      "amp-facebook",
      '<amp-facebook data-href="https://www.facebook.com/a/posts/123"></amp-facebook>',
      "embed",
      "https://www.facebook.com/a/posts/123",
      "Facebook",
    ],
    [
      "amp-tiktok",
      '<amp-tiktok data-src="6718335390845095173"></amp-tiktok>',
      "embed",
      "https://www.tiktok.com/embed/v2/6718335390845095173",
      "TikTok",
    ],
    [
      "a custom element",
      '<twitter-widget tweet-id="1313455352902492160"></twitter-widget>',
      "embed",
      "https://twitter.com/i/status/1313455352902492160",
      "Twitter",
    ],
    [
      "an id beside the name of its service",
      '<div class="player" data-provider="youtube" data-video-id="AbCdEfGhIjK"></div>',
      "video",
      "https://www.youtube.com/watch?v=AbCdEfGhIjK",
      "YouTube",
    ],
    [
      "a frame that loads later",
      '<iframe data-src="https://www.youtube-nocookie.com/embed/AbCdEfGhIjK"></iframe>',
      "video",
      "https://www.youtube.com/watch?v=AbCdEfGhIjK",
      "YouTube",
    ],
    [
      "the frame of a player",
      '<iframe src="https://player.vimeo.com/video/12345?h=1"></iframe>',
      "video",
      "https://vimeo.com/12345",
      "Vimeo",
    ],
    [
      "the frame of a post",
      '<iframe src="https://platform.twitter.com/embed/Tweet.html?id=1313455352902492160"></iframe>',
      "embed",
      "https://twitter.com/i/status/1313455352902492160",
      "Twitter",
    ],
    [
      "an object",
      '<object data="https://www.youtube.com/v/AbCdEfGhIjK"><param name=a value=b></object>',
      "video",
      "https://www.youtube.com/watch?v=AbCdEfGhIjK",
      "YouTube",
    ],
    [
      "data in JSON",
      `<div class="embed" data-embed='{"url":"https:\\/\\/www.instagram.com\\/p\\/BxYz12345\\/"}'></div>`,
      "embed",
      "https://www.instagram.com/p/BxYz12345/",
      "Instagram",
    ],
    [
      "a frame in noscript",
      '<div class="lazy"></div><noscript><iframe src="https://bsky.app/profile/a/post/b"></iframe></noscript>',
      "embed",
      "https://bsky.app/profile/a/post/b",
      "Bluesky",
    ],
  ])("%s is found", (_, html, kind, source, provider) => {
    expect(body(html)).toBe(`::: ${kind}\nSource: ${source}\nProvider: ${provider}\n:::`);
  });

  test.each([
    '<div class="fb-share-button" data-href="https://site.example.org/page"></div>',
    '<div class="addthis share" data-url="https://twitter.com/a/status/1313455352902492160"></div>',
    '<iframe src="https://www.googletagmanager.com/ns.html?id=1" height=0 width=0></iframe>',
    "<amp-analytics></amp-analytics><amp-ad type=x></amp-ad>",
  ])("%s is none", (html) => {
    expect(body(html)).toBe("");
  });

  test("keep the words that stand in their stead", () => {
    expect(
      body(
        '<div class="opt-in" data-oembed-url="https://www.instagram.com/p/BxYz12345/"><p>Agree to see it.</p></div>',
      ),
    ).toBe("::: embed\nSource: https://www.instagram.com/p/BxYz12345/\nProvider: Instagram\n\nAgree to see it.\n:::");
    expect(
      body(
        '<div class="consent"><p>Agree.</p><template><blockquote class="twitter-tweet"><p>Words</p></blockquote></template></div>',
      ),
    ).toBe("Agree.\n\n::: embed\nProvider: Twitter\n\nWords\n:::");
  });

  test("are no marks of services beside links, and a picture alone in one is its poster", () => {
    expect(
      body(
        '<p>Words</p><ul class="social-links"><li><span class="facebook"></span></li></ul><div class="twitter"></div>',
      ),
    ).toBe("Words");
    expect(
      body(
        '<div class="youtube-embed" data-video-id="AbCdEfGhIjK" data-provider="youtube"><img src="https://e.example.org/p.jpg"></div>',
      ),
    ).toBe(
      "::: video\nSource: https://www.youtube.com/watch?v=AbCdEfGhIjK\nProvider: YouTube\nPoster: https://e.example.org/p.jpg\n:::",
    );
  });

  test("leave what stands behind them, where the HTML closes more than it opens", () => {
    expect(body("<p>One</p></div><p>Two</p>")).toBe("One\n\nTwo");
  });

  test("are said where nothing of them can be read, and a post has nothing else", () => {
    const post = (id: number, inner: string) =>
      `<article class="live-post" id="p${id}"><time datetime="2024-05-17T10:0${id}:00Z">10:0${id}</time><h3>Headline ${id}</h3>${inner}</article>`;
    const long = "<p>The last ferry is late by half an hour, the company says.</p>";
    const empty = '<div class="social-embed"></div>';
    const html = `<!doctype html><title>Pier</title><h1>Pier</h1>${post(4, empty)}${post(3, long)}${post(2, long + empty)}${post(1, long)}`;
    const { posts, problems } = accounted(liveHtml, html, { file: "page", zone: "Europe/London" });
    expect(posts.map(({ blocks }) => blocks.map(({ kind }) => kind))).toEqual([
      ["embed"],
      ["paragraph"],
      ["paragraph"],
      ["paragraph"],
    ]);
    expect(problems.map(({ message }) => message)).toContain("1 post has nothing but an embed that was not read");
  });
});

describe("frames and shadow roots", () => {
  test("slots take the children that are meant for them, and the others follow", () => {
    expect(
      body(
        "<x-a><template shadowrootmode=open><h3><slot name=head>None</slot></h3><p><slot name=foot>A foot</slot></p></template><i slot=head>Title</i><p slot=other>Left</p></x-a>",
      ),
    ).toBe("### *Title*\n\nA foot\n\nLeft");
  });

  test("a frame of a service is its embed, with the words in it; another one is a part of the page", () => {
    expect(body(`<iframe srcdoc="<p>Words</p><a href='https://twitter.com/a/status/123456'>May 1</a>"></iframe>`)).toBe(
      "::: embed\nSource: https://twitter.com/a/status/123456\nProvider: Twitter\n\nWords\n\n[May 1](https://twitter.com/a/status/123456)\n:::",
    );
    expect(body(`<iframe srcdoc="<p>Words</p>"></iframe>`)).toBe("Words");
  });

  test("frames that came along are read where the page names them, and those too deep are said", () => {
    const post = (id: number, inner = "") =>
      `<article class="live-post" id="p${id}"><time datetime="2024-05-17T10:0${id}:00Z">10:0${id}</time><p>The last ferry is late by half an hour, the company says.</p>${inner}</article>`;
    const html = (inner: string) =>
      `<!doctype html><title>Pier</title><h1>Pier</h1>${post(3, inner)}${post(2)}${post(1)}`;
    const frames = new Map([["files/a.html", { html: "<p>In the frame</p>", source: "https://e.example.org/a" }]]);
    expect(bodies(html("<iframe src=files/a.html></iframe>"), frames)[0]).toContain(
      "::: embed\nSource: https://e.example.org/a\n\nIn the frame\n:::",
    );
    const endless = new Map([["a.html", { html: "<p>Words</p><iframe src=a.html></iframe>" }]]);
    const reading = accounted(liveHtml, html("<iframe src=a.html></iframe>"), {
      file: "page",
      zone: "UTC",
      frames: endless,
    });
    expect(reading.problems.map(({ message }) => message)).toContain(
      "Frames lie too deep in other frames, or are too many: 1 of them were not read",
    );
  });

  test.each([
    "<iframe srcdoc='<p>a'></iframe>",
    "<noscript><img src=abcdef.jpg></noscript>",
    "<div class=embed data-embed-url=https://a.example.org/c>",
    "<picture><source srcset=a><img src=b>",
    "<x-a><template shadowrootmode=open><slot></slot></template>",
    "<svg><text>a",
    "<p title='a b'>x",
  ])("many of %s take linear time", (piece) => {
    const growth = growthOf(
      (size) => richHtml(piece.repeat(size / piece.length), 0, makeWordLedger(), makeNamedPictures()),
      10_000,
    );
    expect(growth).toBeLessThan(2.6);
  });

  test("nothing is too deep for the stack", () => {
    const many = 20_000;
    for (const tag of [
      "<svg>",
      "<g>",
      "<figure>",
      "<div class=embed>",
      "<x-a><i>",
      "<object data=https://e.example.org/>",
      "<abbr title=x>",
    ])
      expect(() => richHtml(tag.repeat(many / 10), 0, makeWordLedger(), makeNamedPictures())).not.toThrow();
    expect(() => richHtml(`<svg>${"<g>".repeat(many)}`, 0, makeWordLedger(), makeNamedPictures())).not.toThrow();
  });
});
