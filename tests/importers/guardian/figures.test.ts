/** What plays or lies elsewhere in saved pages of the Guardian, of both generations; names, paging and key events. */
import { describe, expect, test } from "vitest";
import { guardianHtml } from "../../../src/importers/guardian/html.ts";
import { readForms } from "../../../src/importers/read-forms.ts";
import { printBlocks } from "../../../src/markdown/print.ts";
import { accounted } from "../accounted.ts";

const options = { file: "page.html", zone: "Europe/London" };
const id = (last: number) => `66471c3a8f08aa4b5a0d000${last}`;
const props = (data: object) => JSON.stringify(data).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
const header = (more: string, minute = 10) =>
  `<header><a href="#block-${id(1)}"><time datetime="2024-05-17T09:${minute}:00.000Z">4m ago</time><span>10.${minute} BST</span></a>${more}</header>`;
const block = (body: string, head = "") =>
  `<article id="block-${id(1)}" class="block">${header(head)}${body}</article>`;
const page = (...parts: readonly string[]) => `<!doctype html><html lang="en"><h1>Harbour</h1>${parts.join("")}`;
const read = (html: string) => accounted(guardianHtml, html, options);
const written = (body: string) => printBlocks(read(page(block(`<p>One.</p>${body}`))).posts[0]!.blocks).trimEnd();
const figure = (kind: string, data: object, inside = "") =>
  `<figure data-spacefinder-type="model.dotcomrendering.pageElements.${kind}BlockElement"><gu-island name="X" props="${props(data)}">${inside}</gu-island></figure>`;

describe("a figure of today's pages", () => {
  test.for([
    [
      "Youtube",
      { assetId: "AbCdEfGhIjK", mediaTitle: "The tow" },
      "",
      "::: video\nCaption: The tow\nSource: https://www.youtube.com/watch?v=AbCdEfGhIjK\nProvider: YouTube\n:::",
    ],
    [
      "Youtube",
      { assetId: "AbCdEfGhIjK" },
      "<img alt='The tow'><div>00:41</div><figcaption>The tow</figcaption>",
      "::: video\nCaption: The tow\nSource: https://www.youtube.com/watch?v=AbCdEfGhIjK\nProvider: YouTube\n:::",
    ],
    [
      "Youtube",
      { assetId: "AbCdEfGhIjK" },
      "<img alt='A tug'><figcaption>The tow</figcaption>",
      "::: video\nCaption: The tow\nSource: https://www.youtube.com/watch?v=AbCdEfGhIjK\nProvider: YouTube\n\nA tug\n:::",
    ],
    [
      "VideoVimeo",
      { embedUrl: "https://player.vimeo.com/video/1" },
      "<figcaption>A reel</figcaption>",
      "::: video\nCaption: A reel\nSource: https://player.vimeo.com/video/1\nProvider: Vimeo\n:::",
    ],
    [
      "VideoVimeo",
      {},
      '<iframe src="https://player.vimeo.com/video/12345" title="Player"></iframe><figcaption>A reel</figcaption>',
      "::: video\nCaption: A reel\nSource: https://vimeo.com/12345\nProvider: Vimeo\n:::",
    ],
    [
      "GuVideo",
      {},
      "<video><source src='https://e.org/v.mp4'></video><figcaption>Footage</figcaption>",
      "::: video\nCaption: Footage\nSource: https://e.org/v.mp4\n:::",
    ],
    [
      "AudioAtom",
      { trackUrl: "https://e.org/a.mp3" },
      "<div>Listen</div>",
      "::: audio\nSource: https://e.org/a.mp3\n\nListen\n:::",
    ],
    [
      "Tweet",
      {
        element: {
          url: "https://twitter.com/i/status/1",
          html: "<blockquote class='twitter-tweet'><p>Look</p></blockquote>",
        },
      },
      "",
      "::: embed\nSource: https://twitter.com/i/status/1\nProvider: Twitter\n\nLook\n:::",
    ],
    [
      "Tweet",
      {},
      "<blockquote class='twitter-tweet'><p>Look</p><a href='https://twitter.com/i/status/1'>17 May</a></blockquote>",
      "::: embed\nSource: https://twitter.com/i/status/1\nProvider: Twitter\n\nLook\n\n[17 May](https://twitter.com/i/status/1)\n:::",
    ],
    [
      "Instagram",
      { element: { url: "https://www.instagram.com/p/1/" } },
      "",
      "::: embed\nSource: https://www.instagram.com/p/1/\nProvider: Instagram\n:::",
    ],
    [
      "Interactive",
      { url: "https://e.org/i" },
      "<a href='https://e.org/i'>Tides</a>",
      "::: embed\nSource: https://e.org/i\n\n[Tides](https://e.org/i)\n:::",
    ],
    [
      "Map",
      { embedUrl: "https://www.google.com/maps/embed?x" },
      "<figcaption>The bay</figcaption>",
      "::: map\nCaption: The bay\nSource: https://www.google.com/maps/embed?x\nProvider: Google Maps\n:::",
    ],
    ["Document", {}, "<iframe src='https://e.org/d'></iframe>", "::: embed\nSource: https://e.org/d\n:::"],
    [
      "RichLink",
      { element: { url: "https://e.org/l", text: "Earlier", prefix: "Related: " } },
      "",
      "Related: [Earlier](https://e.org/l)",
    ],
    ["Pullquote", {}, "<blockquote>So low<footer>Ida</footer></blockquote>", "> So low\n>\n> Person: Ida"],
    ["GuideAtom", {}, "<details><summary>Tides</summary><p>They turn.</p></details>", "Tides\n\nThey turn."],
  ] as const)("of the kind %s with %j is read", ([kind, data, inside, markdown]) => {
    expect(written(figure(kind, data, inside))).toBe(`One.\n\n${markdown}`);
  });

  test("of which the capture holds nothing is told", () => {
    const { posts, problems } = read(page(block(`<p>One.</p>${figure("Embed", {})}`)));
    expect(printBlocks(posts[0]!.blocks)).toContain("::: embed");
    expect(problems.map(({ message }) => message)).toEqual([
      "Recordings and embeds of which the capture holds neither address nor words: 1",
    ]);
  });
});

test.for([
  [
    "video",
    "data-canonical-url='https://e.org/v'",
    "<figcaption>Footage</figcaption>",
    "::: video\nCaption: Footage\nSource: https://e.org/v\n:::",
  ],
  [
    "tweet",
    "data-canonical-url='https://twitter.com/i/status/1'",
    "<blockquote class='twitter-tweet'><p>Look</p></blockquote>",
    "::: embed\nSource: https://twitter.com/i/status/1\nProvider: Twitter\n\nLook\n:::",
  ],
  [
    "atom",
    "",
    "<iframe src='https://www.youtube.com/embed/AbCdEfGhIjK'></iframe>",
    "::: video\nSource: https://www.youtube.com/watch?v=AbCdEfGhIjK\nProvider: YouTube\n:::",
  ],
  [
    "interactive",
    "data-interactive='https://e.org/boot.js'",
    "<a href='https://e.org/i'>Tides</a>",
    "::: embed\nSource: https://e.org/boot.js\n\n[Tides](https://e.org/i)\n:::",
  ],
] as const)("a figure of the kind %s of pages before 2021 is read", ([kind, more, inside, markdown]) => {
  expect(written(`<figure class="element element-${kind}" ${more}>${inside}</figure>`)).toBe(`One.\n\n${markdown}`);
});

const portrait = (name: string) => `<div><img src="https://e.org/p.png" alt="${name}"></div>`;
test.for([
  [
    "a portrait in an element of its own",
    `<div>${portrait("Ada Brook")}<span>Ada Brook</span></div>`,
    [{ name: "Ada Brook" }],
  ],
  [
    "a portrait that says what it is",
    `<div>${portrait("Portrait of Ada Brook")}<span>Ada Brook</span></div>`,
    [{ name: "Ada Brook" }],
  ],
  ["a portrait without words", `<div>${portrait("")}<span>Ada Brook</span></div>`, [{ name: "Ada Brook" }]],
  ["no portrait", "<div><span>Bo Carr</span></div>", [{ name: "Bo Carr" }]],
  [
    "two names",
    `<div>${portrait("Ada Brook")}<span>Ada Brook</span></div><div><span>Bo Carr</span></div>`,
    [{ name: "Ada Brook" }, { name: "Bo Carr" }],
  ],
  [
    "two names in one element",
    "<div><div><span>Ada Brook</span></div><div><span>Bo Carr</span></div></div>",
    [{ name: "Ada Brook" }, { name: "Bo Carr" }],
  ],
  [
    "a role",
    `<div>${portrait("Ada Brook")}<span>Ada Brook</span><span>Reporting from the pier</span></div>`,
    [{ name: "Ada Brook", role: "Reporting from the pier" }],
  ],
  ["a headline before it", "<h2>Ferry leaves</h2><div><span>Bo Carr</span></div>", [{ name: "Bo Carr" }]],
] as const)("a byline in a header with %s is a byline", ([, html, bylines]) => {
  const { posts } = read(page(block("<p>One.</p>", html)));
  expect(posts[0]!.bylines).toEqual(bylines);
  expect(printBlocks(posts[0]!.blocks).trimEnd()).toBe("One.");
});

test("a sentence in a header is no byline, and stays", () => {
  const { posts } = read(page(block("<p>One.</p>", "<div>The ferry has left the north pier.</div>")));
  expect(posts[0]!.bylines).toEqual([]);
  expect(printBlocks(posts[0]!.blocks)).toContain("The ferry has left the north pier.");
});

test.for([
  [
    '<nav id="liveblog-navigation"><section><a>Newest</a></section><section><strong>2</strong>&nbsp;of&nbsp;<strong>5</strong></section></nav>',
    "2 of 5",
  ],
  [
    '<div class="liveblog-navigation"><div class="liveblog-navigation__position"><strong>1</strong> of <strong>3</strong></div></div>',
    "1 of 3",
  ],
  ['<nav aria-label="Pagination"><span>2</span> of <span>3</span></nav>', "2 of 3"],
  ["<nav><a>Older</a> Page 4 of 6</nav>", "4 of 6"],
  ['<div class="pagination">3/7</div>', "3 of 7"],
] as const)("%s says which page it is", ([html, which]) => {
  expect(read(page(block("<p>One.</p>"), html)).problems.map(({ message }) => message)).toEqual([
    `The capture is page ${which}`,
  ]);
});

test("a whole post in the page's data is imported where no block is it, and key events are marked", () => {
  const whole = (last: number, words: string) => ({
    id: id(last),
    title: `Title ${last}`,
    blockFirstPublished: Date.parse("2024-05-17T08:00:00Z") + last * 60_000,
    elements: [{ _type: "model.dotcomrendering.pageElements.TextBlockElement", html: `<p>${words}</p>` }],
  });
  const island = `<gu-island name="KeyEventsCarousel" props="${props({ keyEvents: [whole(1, "One."), whole(7, "The pier opened.")] })}"></gu-island><gu-island name="PinnedPost" props="${props({ pinnedPost: whole(8, "Pinned words.") })}"></gu-island>`;
  const { reading } = readForms(page(island, block("<p>One.</p>")), options)!;
  expect(
    reading.posts.map(({ source, keyEvent, blocks }) => [source, keyEvent, printBlocks(blocks).trimEnd()]),
  ).toEqual([
    [id(1), true, "One."],
    [id(8), undefined, "Pinned words."],
    [id(7), true, "The pier opened."],
  ]);
});

test("links of a list of key events mark the posts to which they lead, and no others", () => {
  const list = `<ul id="key-events"><li><a href="?page=with:block-${id(1)}#block-${id(1)}">Ferry leaves</a></li></ul>`;
  const other = block("<p>Two.</p>").replaceAll(id(1), id(2));
  expect(read(page(list, block("<p>One.</p>"), other)).posts.map(({ keyEvent }) => keyEvent)).toEqual([
    true,
    undefined,
  ]);
});

test("a pinned copy without an id is the post to which its time leads", () => {
  const pinned = `<div id="pinned-post">${block("<p>One.</p>").replace(/ id="block-[^"]*"/, "")}</div>`;
  expect(read(page(pinned, block("<p>One.</p>"))).problems[0]?.message).toBe("Copies of pinned posts were left out: 1");
  const alone = block("<p>Two.</p>").replaceAll(id(1), id(2));
  expect(read(page(pinned, alone)).posts.map(({ source }) => source)).toEqual([id(1), id(2)]);
});
