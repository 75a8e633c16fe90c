/** What stands in a page until a script fills it: embeds and pictures with their addresses, and those of which nothing is known. */
import { expect, test } from "vitest";
import { liveHtml } from "../../../src/importers/live-html/live-html.ts";
import { printBlocks } from "../../../src/markdown/print.ts";
import { accounted } from "../accounted.ts";

const long = "<p>The last ferry is late by half an hour, the company says.</p>";
const post = (id: number, inner: string) =>
  `<article class="live-post" id="p${id}"><time datetime="2024-05-17T10:0${id}:00Z">10:0${id}</time><h3>Headline ${id}</h3>${inner}</article>`;
const read = (inner: string) =>
  accounted(
    liveHtml,
    `<!doctype html><title>Pier</title><h1>Pier</h1>${post(3, inner)}${post(2, long)}${post(1, long)}`,
    { file: "page", zone: "Europe/London" },
  );

test.for([
  [
    '<div data-react-component="Tweet" data-props="{&quot;tweetId&quot;:&quot;1313455352902492160&quot;}"></div>',
    "https://twitter.com/i/status/1313455352902492160",
  ],
  [
    '<bsky-embed data-bluesky-uri="at://did:plc:abc/app.bsky.feed.post/3k2"></bsky-embed>',
    "https://bsky.app/profile/did:plc:abc/post/3k2",
  ],
  [
    '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">https://www.youtube.com/watch?v=AbCdEfGhIjK</div></figure>',
    "https://www.youtube.com/watch?v=AbCdEfGhIjK",
  ],
] as const)("An embed is found by its id in data, or its address in words: %s", ([html, source]) => {
  expect(read(html).posts[0]?.blocks).toMatchObject([{ source }]);
});

test("A picture that a script makes of an element comes with its words", () => {
  const { posts, pictures } = read(
    '<div data-component="image" data-image-src="https://example.org/a.jpg" data-alt="A ferry" data-caption="At the pier" data-credit="Bo Carr"></div>',
  );
  expect(printBlocks(posts[0]?.blocks ?? [])).toMatch(/^!\[A ferry\]\(.*\)\nCaption: At the pier\nCredit: Bo Carr\n$/);
  expect([...(pictures?.values() ?? [])].flat()).toEqual(["https://example.org/a.jpg"]);
});

test.for([
  '<opinary-widget poll="harbour-1"></opinary-widget>',
  '<div class="apester-media" data-media-id="5f2"></div>',
  '<script type="text/x-embed" data-html="x"></script>',
  '<script src="https://polls.example.org/77.js"></script>',
] as const)("A post that has nothing but a place that a script fills is named: %s", (html) => {
  const said = (inner: string) => read(inner).problems.map(({ message }) => message);
  expect(said(html)).toContain("1 post has nothing but an embed that was not read");
  expect(said(html + long).join()).not.toContain("embed");
  expect(said('<div class="share" data-url="https://example.org/a"></div>').join()).not.toContain("embed");
});
