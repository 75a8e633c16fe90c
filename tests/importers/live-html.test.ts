/** Pages of newsrooms that have no importer of their own, in our words. */
import { describe, expect, test } from "vitest";
import { liveHtml } from "../../src/importers/live-html.ts";
import { printBlocks } from "../../src/markdown/print.ts";
import { printInstant } from "../../src/model/instant.ts";
import { accounted } from "./accounted.ts";

const options = { file: "page.html", zone: "Europe/London" };
const posts = (html: string) =>
  accounted(liveHtml, html, options).posts.map(({ published, headline, bylines, source, label, breaking, blocks }) => ({
    time: printInstant(published!),
    headline: headline ?? "-",
    by: bylines.map(({ name }) => name).join(", "),
    source,
    ...(label !== undefined && { label }),
    ...(breaking && { breaking }),
    body: printBlocks(blocks).trimEnd(),
  }));
const long = "A sentence that is long enough to be a post, and not a line in a list of other stories.";

describe("liveHtml", () => {
  test("reads blocks whose classes differ, with the line of the change and the buttons left out", () => {
    const block = (id: string, kind: string, minute: string, inner: string) =>
      `<div id="block-${id}" class="block block--content ${kind}"><p class="block-time published-time"><a href="#"><time datetime="2016-11-09T02:${minute}:00.000Z">2.${minute}am <span>GMT</span></time></a><span>02:${minute}</span></p>${inner}<p class="block-time updated-time">Updated <time datetime="2016-11-09T02:59:00.000Z">at 2.59am GMT</time></p><div class="block-share"><a href="#">Facebook</a></div></div>`;
    const page = `<!doctype html><title>A vote</title><h1>A vote</h1><div class="content__standfirst"><p>What is known</p></div>${block("a", "is-summary", "30", `<h2>So far</h2><p>${long}</p>`)}${block("b", "is-key-event", "20", `<div class="byline"><a rel="author" href="/a">Ann Bell</a></div><p>${long}</p><figure class="element-tweet"><blockquote class="twitter-tweet"><p>Words</p><a href="https://twitter.com/x/status/1">9 November</a></blockquote></figure>`)}${block("c", "", "10", `<p>${long}</p>`)}`;
    expect(posts(page)).toEqual([
      { time: "2016-11-09T02:30:00+00:00", headline: "So far", by: "", source: "block-a", body: long },
      {
        time: "2016-11-09T02:20:00+00:00",
        headline: "-",
        by: "Ann Bell",
        source: "block-b",
        body: `${long}\n\n::: embed\nSource: https://twitter.com/x/status/1\nProvider: Twitter\n\nWords\n\n[9 November](https://twitter.com/x/status/1)\n:::`,
      },
      { time: "2016-11-09T02:10:00+00:00", headline: "-", by: "", source: "block-c", body: long },
    ]);
    expect(accounted(liveHtml, page, options).page).toMatchObject({ title: "A vote", panel: ["What is known"] });
  });

  test("reads posts that tell their time themselves, and marks what is breaking", () => {
    const post = (id: string, hour: string, label = "") =>
      `<article class="story-post" id="${id}" data-first-publish="2024-10-09T${hour}:15:00.000Z" data-last-updated="2024-10-09T23:00:00.000Z">${label}<h2>Headline ${id}</h2><div><p>${long}</p></div></article>`;
    expect(
      posts(
        `<!doctype html><h1>A storm</h1>${post("c", "20", '<span class="label">Breaking</span>')}${post("b", "19", '<span class="kicker">Weather</span>')}${post("a", "18")}`,
      ),
    ).toEqual([
      { time: "2024-10-09T21:15:00+01:00", headline: "Headline c", by: "", source: "c", breaking: true, body: long },
      { time: "2024-10-09T20:15:00+01:00", headline: "Headline b", by: "", source: "b", label: "Weather", body: long },
      { time: "2024-10-09T19:15:00+01:00", headline: "Headline a", by: "", source: "a", body: long },
    ]);
  });

  test("reads posts that are marked as the updates of a live page, however short", () => {
    const post = (id: string, hour: string) =>
      `<div itemprop="liveBlogUpdate" itemscope id="${id}"><time datetime="2024-03-01T${hour}:04:05-05:00">${hour}:04 ET</time><h3 itemprop="headline">${id}</h3><p itemprop="author">Ann Bell</p><p>Short.</p></div>`;
    expect(
      posts(`<!doctype html><h1>X</h1>${post("two", "15")}${post("one", "14")}<time datetime="2024-01-01">x</time>`),
    ).toEqual([
      { time: "2024-03-01T15:04:05-05:00", headline: "two", by: "Ann Bell", source: "two", body: "Short." },
      { time: "2024-03-01T14:04:05-05:00", headline: "one", by: "Ann Bell", source: "one", body: "Short." },
    ]);
  });

  test("takes a list of other stories for no posts", () => {
    const teaser = (id: number) =>
      `<li class="teaser"><time datetime="2024-03-0${id}T10:00:00Z">x</time><a href="/${id}">Story ${id}</a></li>`;
    const { posts: found, problems } = liveHtml.read(
      `<!doctype html><ul>${[1, 2, 3, 4].map(teaser).join("")}</ul>`,
      options,
    );
    expect(found).toEqual([]);
    expect(problems[0]?.message).toBe("Cannot find a post in the capture, which was read as: Any saved live page");
  });
});
