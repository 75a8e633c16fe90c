/** What stands around the words of a post in the clothes of pages that call nothing by its name: names, marks, dividers, legends, RDFa. */
import { expect, test } from "vitest";
import { liveHtml } from "../../../src/importers/live-html/live-html.ts";
import { parseInstant, printInstant } from "../../../src/model/instant.ts";
import { accounted } from "../accounted.ts";
import { outlineOf, pageOf } from "../live-outline.ts";

const long = "The ferry left the north pier with two tugs beside it, and a band played on the quay for an hour.";
const times = ["19:15", "19:11", "19:03"] as const;
const page = (write: (time: string) => string): string => pageOf(`<main>${times.map(write).join("")}</main>`);

test("A name and a mark beside the time in one text are the byline and the mark of the post", () => {
  const post = (time: string) =>
    `<div class="upd"><p class="meta">${time} · Ada Brook${time === "19:15" ? " · KEY EVENT" : ""}</p><h3>Ferry</h3><p>${long}</p></div>`;
  expect(outlineOf(page(post))).toEqual([
    `19:15 *key* [KEY EVENT] Ferry / by Ada Brook / ${long}`,
    `19:11 Ferry / by Ada Brook / ${long}`,
    `19:03 Ferry / by Ada Brook / ${long}`,
  ]);
});

test("A bar between the time and the words of a headline is no word of it", () => {
  const post = (time: string) =>
    `<article class="live-post"><h3>${time} <span>|</span> Ferry</h3><p>${long}</p></article>`;
  expect(outlineOf(page(post))).toEqual(times.map((time) => `${time} Ferry / ${long}`));
});

test("What is called caption and credit right behind a figure belongs to it, and so does what a caption cites", () => {
  const image = '<figure><img src="https://example.org/a.jpg" alt="A ferry" width="800"></figure>';
  const behind = `${image}<p class="caption">At the pier</p><p class="credit">Harbour Pictures</p>`;
  const cited = image.replace(
    "</figure>",
    "<figcaption><p>At the pier</p><cite>Harbour Pictures</cite></figcaption></figure>",
  );
  for (const figure of [behind, cited]) {
    const post = (time: string) =>
      `<article class="live-post"><time>${time}</time><h3>Ferry</h3>${figure}<p>${long}</p></article>`;
    expect(outlineOf(page(post))[0]).toMatch(
      /^19:15 Ferry \/ !\[A ferry\]\(\S+\) ¶ Caption: At the pier ¶ Credit: Harbour Pictures ¶ The ferry/,
    );
  }
});

test("RDFa tells posts as microdata does", () => {
  const post = (time: string) =>
    `<div property="liveBlogUpdate" typeof="BlogPosting"><span property="headline">Ferry</span><meta property="datePublished" content="2024-05-16T${time}:00+01:00"><span property="author" typeof="Person"><span property="name">Ada Brook</span></span><div property="articleBody"><p>${long}</p></div></div>`;
  const html = pageOf(`<div vocab="https://schema.org/" typeof="LiveBlogPosting">${times.map(post).join("")}</div>`);
  expect(outlineOf(html)).toEqual(times.map((time) => `${time} Ferry / by Ada Brook / ${long}`));
});

test.for([
  (time: string) => `<div class="dt">16 May</div><div class="tm">${time}</div>`,
  (time: string) => `<b>${time}</b><br>16 May`,
  (time: string) => `<div class="date">Thu, May 16</div><div class="time">${time}</div>`,
  (time: string) =>
    `<div class="dt"><span class="d">16</span><span class="m">May</span></div><div class="tm">${time}</div>`,
])("A date without its year on a line of its own beside the time is the day of the post: %#", (head) => {
  const html = page((time) => `<article class="live-post">${head(time)}<h3>Ferry</h3><p>${long}</p></article>`);
  const captured = parseInstant("2024-05-20T21:00:00+01:00", "Europe/London")!;
  const { posts } = accounted(liveHtml, html, { file: "page.html", zone: "Europe/London", captured });
  expect(posts.map(({ published }) => printInstant(published!))).toEqual(
    times.map((time) => `2024-05-16T${time}:00+01:00`),
  );
});

test("A post that says a date and no more keeps it as its words", () => {
  const post = (time: string) =>
    `<article class="live-post"><time>${time}</time><p>${time === "19:11" ? "16 May" : long}</p></article>`;
  expect(outlineOf(page(post))[1]).toBe("19:11 / 16 May");
});
