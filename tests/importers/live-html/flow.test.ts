/** Posts that are lines of one text: the last of them ends where other stories, comments and tags begin. */
import { expect, test } from "vitest";
import { outlineOf, pageOf, readLive } from "../live-outline.ts";

const long = "The ferry left the north pier with two tugs beside it, and a band played on the quay for an hour.";
const lines = ["19:15", "19:11", "19:03"].map((time) => `<p><strong>${time}</strong> ${long}</p>`).join("");
const posts = ["19:15", "19:11", "19:03"].map((time) => `${time} / ${long}`);

test.for([
  [
    "comments whose number stands first",
    '<section id="comments"><h2>3 comments</h2><div class="comment"><b>Jo</b> <span>19:40</span><p>What a day.</p></div></section>',
  ],
  [
    "stories whose headings begin with times",
    '<div class="teaser"><h3><a href="/x">12:30 The old crane</a></h3></div><div class="teaser"><h3><a href="/y">11:15 The old gate</a></h3></div><div class="teaser"><h3><a href="/z">10:05 The new pier</a></h3></div>',
  ],
  ["tags", '<div class="tags"><a href="/t/pier">Pier</a> <a href="/t/ferry">Ferry</a></div>'],
] as const)("Behind the last post of a text, %s are no words of it", ([, behind]) => {
  const html = pageOf(`<main>${lines}${behind}</main>`);
  expect(outlineOf(html)).toEqual(posts);
  expect(readLive(html).account.some((span) => "lost" in span && span.lost === "around the page")).toBe(true);
});
