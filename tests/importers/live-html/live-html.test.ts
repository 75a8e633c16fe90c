/** Pages of newsrooms that have no importer of their own, in our words. */
import { describe, expect, test } from "vitest";
import { liveHtml } from "../../../src/importers/live-html/live-html.ts";
import { printBlocks } from "../../../src/markdown/print.ts";
import { printInstant } from "../../../src/model/instant.ts";
import { accounted } from "../accounted.ts";

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
      posts(
        `<!doctype html><h1>X</h1>${post("two", "15")}${post("one", "14")}<time datetime="2024-01-01">just now</time>`,
      ),
    ).toEqual([
      { time: "2024-03-01T15:04:05-05:00", headline: "two", by: "Ann Bell", source: "two", body: "Short." },
      { time: "2024-03-01T14:04:05-05:00", headline: "one", by: "Ann Bell", source: "one", body: "Short." },
    ]);
  });

  test("takes a list of other stories for no posts", () => {
    const teaser = (id: number) =>
      `<li class="teaser"><time datetime="2024-03-0${id}T10:00:00Z">just now</time><a href="/${id}">Story ${id}</a></li>`;
    const { posts: found, problems } = liveHtml.read(
      `<!doctype html><ul>${[1, 2, 3, 4].map(teaser).join("")}</ul>`,
      options,
    );
    expect(found).toEqual([]);
    expect(problems[0]?.message).toBe("Cannot find a post in the capture, which was read as: Any saved live page");
  });

  const three = (write: (id: string, time: string, body: string) => string) =>
    [
      ["c", "10:32"],
      ["b", "09:15"],
      ["a", "08:02"],
    ]
      .map(([id, time]) => write(id!, time!, `<h3>Headline ${id}</h3><p>${long} ${id}</p>`))
      .join("");
  const inPage = (body: string) => `<!doctype html><title>A page</title><main><h1>A page</h1>${body}</main>`;
  const times = ["2024-05-17T10:32:00+01:00", "2024-05-17T09:15:00+01:00", "2024-05-17T08:02:00+01:00"];
  const epoch = (time: string) => Date.parse(`2024-05-17T${time}:00+01:00`);

  test.for([
    ["seconds", (time: string) => `<div class="row" data-timestamp="${epoch(time) / 1000}">`],
    ["milliseconds", (time: string) => `<div class="row"><b class="date" data-date="${epoch(time)}">${time}</b>`],
    ["a title", (time: string) => `<div class="row"><time title="May 17, 2024 ${time}">${time}:11</time>`],
    [
      "a label",
      (time: string) =>
        `<div class="row"><i class="stamp time" aria-label="Posted at ${time} on May 17, 2024">just now</i>`,
    ],
    ["no zone", (time: string) => `<div class="row"><time datetime="2024-05-17 ${time}">${time}</time>`],
    ["words", (time: string) => `<div class="row"><p class="row__datetime"><b>17.05.2024</b> • <b>${time} Uhr</b></p>`],
    ["a date beside", (time: string) => `<div class="row"><p class="date">17 May 2024</p><p class="time">${time}</p>`],
    [
      "microdata",
      (time: string) =>
        `<div itemprop="liveBlogUpdate"><meta itemprop="datePublished" content="2024-05-17T${time}:00+01:00">`,
    ],
  ] as const)("finds posts by times told in %s", ([, open]) => {
    const found = posts(inPage(three((_, time, body) => `${open(time)}${body}</div>`)));
    expect(found.map(({ time }) => time)).toEqual(times);
    expect(found.map(({ headline, body }) => [headline, body])).toEqual(
      ["c", "b", "a"].map((id) => [`Headline ${id}`, `${long} ${id}`]),
    );
  });

  test("finds posts that follow each other without elements of their own, below the heading of their day", () => {
    const flow = `<div><p>17 May 2024</p><h3>10.32am: Tugs</h3><p>${long}</p><p>${long}</p><h3>9.15am: Boats</h3><p>${long}</p><p>16 May 2024</p><h3>11.40pm: Night</h3><p>${long}</p></div>`;
    expect(posts(inPage(flow)).map(({ time, headline }) => [time, headline])).toEqual([
      ["2024-05-17T10:32:00+01:00", "Tugs"],
      ["2024-05-17T09:15:00+01:00", "Boats"],
      ["2024-05-16T23:40:00+01:00", "Night"],
    ]);
  });

  test("leaves comments, sidebars and other stories out, however long they are", () => {
    const comment = (id: number) =>
      `<article class="comment"><time datetime="2024-05-17T12:0${id}:00Z">just now</time><p>${long.repeat(5)}</p></article>`;
    const teaser = (id: number) =>
      `<article class="promo"><time datetime="2024-05-1${id}T12:00:00Z">just now</time><h3>${long}</h3><p>${long.repeat(3)}</p></article>`;
    const body = three(
      (_, time, text) =>
        `<article class="p"><time datetime="2024-05-17T${time}:00+01:00">just now</time>${text}</article>`,
    );
    const around = [1, 2, 3, 4].map((id) => teaser(id) + comment(id)).join("");
    expect(posts(`${inPage(body)}<section id="comments">${around}</section><aside>${around}</aside>`)).toHaveLength(3);
  });

  test("keeps a card of another story in the post in which it stands, and reads a pinned post once", () => {
    const post = (id: string, time: string, text: string) =>
      `<article class="feed-post" id="${id}"><time datetime="2024-05-17T${time}:00+01:00">just now</time>${text}<article><time datetime="2024-05-01T10:00:00Z">1 May</time><p>The card of ${id}.</p></article></article>`;
    const body = three(post);
    const pinned = `<div class="pinned">${body.slice(body.indexOf('<article class="feed-post" id="a"'))}</div>`;
    const { posts: found, problems } = accounted(liveHtml, inPage(pinned.replace('id="a"', "") + body), options);
    expect(found.map(({ source }) => source)).toEqual(["c", "b", "a"]);
    expect(printBlocks(found[0]!.blocks)).toContain("The card of c.");
    expect(problems.map(({ message }) => message)).toContain("Copies of posts, such as pinned ones, were left out: 1");
  });

  test.for([
    ["no class", (post: string) => `<div>${post}</div>`, "<section>", "</section>"],
    [
      "a class of its own each",
      (post: string, id: string) => `<div class="x${id}"><b class="y${id}"></b>${post}</div>`,
      "",
      "",
    ],
    [
      "the tag of what stands around them",
      (post: string) => `<section>${post}</section>`,
      `<section><time>8:00</time> ${long}</section><section>`,
      `</section><section><time>9:00</time> ${long}</section>`,
    ],
  ] as const)("finds posts with %s", ([, write, before, after]) => {
    const body = three((id, time, text) =>
      write(`<p><time datetime="2024-05-17T${time}:00+01:00">just now</time></p>${text}`, id),
    );
    expect(posts(inPage(before + body + after)).map(({ headline }) => headline)).toEqual(
      ["c", "b", "a"].map((id) => `Headline ${id}`),
    );
  });

  test("takes a heading that is only a time for the time, and the next for the headline", () => {
    const flow = ["10:32 Uhr", "09:15 Uhr", "08:02 Uhr"].map(
      (time) => `<h2>${time}</h2><h3>A headline</h3><p>${long}</p>`,
    );
    const { posts: found } = accounted(liveHtml, inPage(`<p>17.05.2024</p>${flow.join("")}`), options);
    expect(found.map(({ headline, published }) => [headline, printInstant(published!)])).toEqual(
      times.map((time) => ["A headline", time]),
    );
  });

  test("reads several names on a line, without the words between them", () => {
    const by =
      'By <a rel="author" href="/a">Ann Bell</a>, <a rel="author" href="/b">Bo Carr</a> and <a rel="author" href="/c">Cy Dean</a>';
    for (const line of [`<p>${by}</p>`, `<div class="byline">${by}</div>`]) {
      const body = three(
        (_, time, text) =>
          `<div class="row"><time datetime="2024-05-17T${time}:00+01:00">just now</time>${line}${text}</div>`,
      );
      const [first] = accounted(liveHtml, inPage(body), options).posts;
      expect(first?.bylines.map(({ name }) => name)).toEqual(["Ann Bell", "Bo Carr", "Cy Dean"]);
      expect(printBlocks(first!.blocks).trimEnd()).toBe(`${long} c`);
    }
  });

  test("keeps posts of the same words at other times", () => {
    const same = ["10", "20", "30"].map(
      (minute) => `<div class="row"><time datetime="2024-05-17T10:${minute}:00Z">just now</time><p>${long}</p></div>`,
    );
    expect(posts(inPage(same.join("")))).toHaveLength(3);
  });

  test("says which time it cannot know, and keeps the post without", () => {
    const ago = three(
      (id, _, body) => `<article class="liveblog-post" id="${id}"><span class="ago">2h ago</span>${body}</article>`,
    );
    const { posts: found, problems } = accounted(liveHtml, inPage(ago), options);
    expect(found.map(({ published }) => published)).toEqual([undefined, undefined, undefined]);
    expect(problems.map(({ message }) => message).join()).toContain("Posts without a time that can be told: 3");
  });

  test("tells names from roles, takes By and portraits for none, and makes a figure of a picture with its legend", () => {
    const post = (_: string, time: string, body: string) =>
      `<div class="ncpost"><time datetime="2024-05-17T${time}:00+01:00">just now</time>${body}<div class="image"><div><img alt="A boat" src="https://e.org/b.jpg"></div><div class="image__caption attribution">A boat at sea</div><div class="image__credit">Bo Carr</div></div><div class="ncpost-author">By <img alt="Ann" src="https://e.org/a.png"><span class="author-name">Ann Bell</span><span class="author-jobtitle">Reporter</span></div></div>`;
    const [first] = accounted(liveHtml, inPage(three(post)), options).posts;
    expect(first?.bylines).toEqual([{ name: "Ann Bell", role: "Reporter" }]);
    expect(printBlocks(first!.blocks)).toMatch(
      /^A sentence.* c\n\n!\[A boat\]\(.*\)\nCaption: A boat at sea\nCredit: Bo Carr\n$/,
    );
  });

  test("reads a sentence in an element of links that leads nowhere as words of its post", () => {
    const post = (hour: string, inner: string): string =>
      `<article><time datetime="2024-05-16T${hour}:13:00+01:00">${hour}:13</time>${inner}</article>`;
    const said = "The quagga of the pier was seen by nobody but Bo Carr, who tells of it to all who ask.";
    const short = "<p>Well, the harbour.</p>";
    const page = `<h1>A day</h1><div>${post("17", `<a>${said}</a>${short}`)}${post("07", short)}${post("05", "<p>GOAL!</p>")}${post("01", short)}</div>`;
    expect(posts(page).map(({ body }) => body.split("\n")[0])).toEqual([
      said,
      "Well, the harbour.",
      "GOAL!",
      "Well, the harbour.",
    ]);
  });
});
