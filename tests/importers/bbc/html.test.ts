/** The markup of BBC live pages as it is found, with generated class names, in our words. */
import { describe, expect, test } from "vitest";
import { bbcHtml } from "../../../src/importers/bbc/html.ts";
import { bbcLx } from "../../../src/importers/bbc/lx.ts";
import { printBlocks } from "../../../src/markdown/print.ts";
import { printInstant } from "../../../src/model/instant.ts";
import { accounted } from "../accounted.ts";

const options = { file: "page.html", zone: "Europe/London", year: 2024 };
const hidden = (words: string) =>
  `<span class="visually-hidden ssrcss-1f39n02-VisuallyHidden e16en2lz0">${words}</span>`;
const heading = (headline: string) =>
  `<h3 class="ssrcss-1a-Heading"><span role="text"><span>${headline}</span><span data-testid="accessible-timestamp" class="visually-hidden">, published at 21:19 British Summer Time 29 June</span></span></h3><span data-testid="timestamp" aria-hidden="true"><span class="ssrcss-2b-Timestamp">21:19 BST 29 June</span></span>`;
const page = (article: string, around = "") =>
  `<!doctype html><html lang="en-GB"><head><title>A match - BBC Sport</title><link rel="canonical" href="https://www.bbc.co.uk/sport/live/abc"></head><body><header>BBC Home</header><h1>A match</h1>${around}<ol><li><article data-testid="content-post" id="asset:1">${article}</article></li></ol><script>track()</script>`;
const only = (article: string, around?: string) => {
  const { page: about, posts, problems } = accounted(bbcHtml, page(article, around), options);
  const [post] = posts;
  return {
    about,
    post: post!,
    body: printBlocks(post!.blocks).trimEnd(),
    said: problems.map(({ message }) => message),
  };
};

describe("bbcHtml", () => {
  test("reads a time that stands in one element with its copy for screen readers", () => {
    const both = `<h3><span role="text"><span>What a goal</span><span data-testid="timestamp"><span data-testid="accessible-timestamp" class="visually-hidden">published at 21:19 British Summer Time 29 June</span><span aria-hidden="true" class="x-Timestamp">21:19 BST 29 June</span></span></span></h3>`;
    const { post, body } = only(`<header>${both}</header><p>Words.</p>`);
    expect([post.headline, printInstant(post.published!), body]).toEqual([
      "What a goal",
      "2024-06-29T21:19:00+01:00",
      "Words.",
    ]);
  });

  test("takes neither the picture of a writer for one of the post nor what stands for a player for its words", () => {
    const by = `<div class="x-Contributor"><img alt="Ann" src="https://e.org/a.png"><div><p class="x-ContributorName">Ann Bell</p><p class="x-ContributorRole">Reporter</p></div></div>`;
    const player = `<figure><div class="MediaPlayer"><div>To play this video you need to enable JavaScript in your browser.</div></div><figcaption>${hidden("Media caption, ")}A boat</figcaption></figure>`;
    const { post, body } = only(`<header>${heading("One")}</header>${by}<p>Words.</p>${player}`);
    expect(post.bylines).toEqual([{ name: "Ann Bell", role: "Reporter" }]);
    expect(body).toBe("Words.\n\n::: video\nCaption: A boat\n:::");
  });

  test("finds the posts of a match page, which are points of a list", () => {
    const point = (minute: string) =>
      `<li><h3><span>Goal ${minute}</span><span data-testid="accessible-timestamp">published at ${minute} mins</span></h3><p>Words.</p></li>`;
    const { posts } = accounted(
      bbcHtml,
      `<!doctype html><div id="LiveText"><ul>${point("45")}${point("12")}</ul></div>`,
      options,
    );
    expect(posts.map(({ headline, clock }) => [headline, clock])).toEqual([
      ["Goal 45", "45 mins"],
      ["Goal 12", "12 mins"],
    ]);
  });

  test("reads a heading whose headline has no name, with both its stamps", () => {
    const { post, about } = only(`<header>${heading("What a goal")}</header><p>Words.</p>`);
    expect([post.headline, printInstant(post.published!), post.source]).toEqual([
      "What a goal",
      "2024-06-29T21:19:00+01:00",
      "asset:1",
    ]);
    expect(about).toMatchObject({
      title: "A match",
      source: "https://www.bbc.co.uk/sport/live/abc",
      language: "en-GB",
      publisher: "BBC",
    });
  });

  test.for([
    [
      "names of their own",
      '<div class="ssrcss-3c-ContributorContainer"><span class="ssrcss-4d-TextContributorName">Ann Bell</span><span class="ssrcss-5e-ContributorRole">At the ground</span></div>',
    ],
    ["one name for both", '<div class="ssrcss-3c-Contributor"><div>Ann Bell</div><div>At the ground</div></div>'],
  ])("reads a byline under %s", ([, byline]) => {
    expect(only(`<header>${heading("One")}</header>${byline}<p>Words.</p>`).post.bylines).toEqual([
      { name: "Ann Bell", role: "At the ground" },
    ]);
  });

  test("keeps links, marks and nested lists, and drops the hidden word behind a link to another site", () => {
    const body = `<div><p class="ssrcss-6f-Paragraph">See <a href="/sport/1">this <b>page</b></a> and <a href="https://e.org/x">that${hidden(", external")}</a>.</p><ul><li>One<ol><li>Inner</li></ol></li><li><i>Two</i></li></ul></div>`;
    expect(only(`<header>${heading("One")}</header>${body}`).body).toBe(
      "See [this **page**](https://www.bbc.co.uk/sport/1) and [that](https://e.org/x).\n\n- One\n  1. Inner\n- *Two*",
    );
  });

  test("takes the largest picture of a srcset, its alt text, credit and caption", () => {
    const figure = `<figure><div><span><picture><source type="image/webp" srcset="https://e.org/240.webp 240w, https://e.org/976.webp 976w"><img src="https://e.org/480.jpg" alt="A keeper"></picture></span><span role="text">${hidden("Image source, ")}Somebody</span></div><figcaption>${hidden("Image caption, ")}<p>He had <i>no</i> chance</p></figcaption></figure>`;
    const reading = accounted(bbcHtml, page(`<header>${heading("One")}</header>${figure}`), options);
    expect(printBlocks(reading.posts[0]!.blocks).trimEnd()).toBe(
      "![A keeper](media/2119-a-keeper.jpg)\nCaption: He had *no* chance\nCredit: Somebody",
    );
    expect([...reading.pictures!.values()]).toEqual([
      ["https://e.org/976.webp", "https://e.org/240.webp", "https://e.org/480.jpg"],
    ]);
  });

  test("reads the clock of a match, buttons as buttons, and says which page of how many it is", () => {
    const clock = heading("Goal!")
      .replaceAll("21:19 British Summer Time 29 June", "45 mins")
      .replace("21:19 BST 29 June", "45 mins");
    const { post, said, body } = only(
      `<header>${clock}</header><p>Words.</p><button>Share</button>`,
      "<nav><span>1 of 3</span></nav>",
    );
    expect([post.clock, post.published, body]).toEqual(["45 mins", undefined, "Words."]);
    expect(said).toContain("The capture is page 1 of 3");
  });
});

describe("bbcLx", () => {
  test("knows a hidden copy of a quotation that says in one sentence who said it", () => {
    const quote = `<blockquote class="lx-stream-post-quote"><span class="gs-u-vh">Quote Message: We wait. from Ida Moe Harbour master</span><div aria-hidden="true"><p>We wait.</p></div><footer aria-hidden="true"><cite>Ida Moe</cite><span>Harbour master</span></footer></blockquote>`;
    const post = `<article id="post_1" class="lx-stream-post"><time class="lx-stream-post__meta-time">10:00 11 Feb</time><div class="lx-stream-post__contributor"><img alt="Ann" src="https://e.org/a.png"><p class="qa-contributor-name">Ann Bell</p></div><div class="lx-stream-post-body">${quote}</div></article>`;
    const [first] = accounted(bbcLx, `<!doctype html>${post}`, options).posts;
    expect(printBlocks(first!.blocks).trimEnd()).toBe("> We wait.\n>\n> Person: Ida Moe\n> Role: Harbour master");
    expect(first!.bylines).toEqual([{ name: "Ann Bell" }]);
  });

  test("takes a picture from its template, at the largest width that is named", () => {
    const post = `<article class="lx-stream-post" id="post_a"><time class="lx-stream-post__meta-time"><span class="gs-u-vh">Posted at </span>13:45 12 Feb</time><h3 class="lx-stream-post__header-title">One</h3><div class="lx-stream-post-body"><figure class="lx-media-asset"><img alt="A ferry" data-src="https://e.org/{width}/x.jpg" data-widths="[240,800]" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></figure></div></article>`;
    const { posts, pictures } = accounted(bbcLx, `<!doctype html><h1>A page</h1>${post}`, options);
    expect(posts[0]).toMatchObject({ headline: "One", source: "a", inferred: ["year", "zone"] });
    expect([...pictures!.values()]).toEqual([["https://e.org/800/x.jpg"]]);
  });
});
