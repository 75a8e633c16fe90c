/** Lists of key events that link to posts of any live page by their ids. */
import { describe, expect, test } from "vitest";
import { printBlocks } from "../../../src/markdown/print.ts";
import { pageOf, readLive } from "../live-outline.ts";

const long = "The ferry left the north pier with two tugs beside it, and a band played on the quay for an hour.";
const texts = [`Ferry leaves. ${long}`, `Pier opens at six, with a band. ${long}`, "Rain."];
const times = ["19:31", "18:16", "17:05"];
const three = (write: (time: string, text: string, index: number) => string): string =>
  times.map((time, index) => write(time, texts[index]!, index)).join("");
const feed = three(
  (time, text, index) =>
    `<article class="entry" id="e${index}"><time datetime="2024-05-16T${time}:00+01:00">${time}</time><p>${text}</p></article>`,
);

describe("key events", () => {
  const marked = (list: string, posts = feed) =>
    readLive(pageOf(`${list}<main>${posts}</main>`)).posts.map(({ keyEvent }) => keyEvent === true);
  test.for([
    [
      "a list with a heading",
      '<div><h2>Key events</h2><ul><li><a href="#e0">Ferry leaves</a></li></ul></div>',
      [true, false, false],
    ],
    [
      "a list that is called so",
      '<ol class="key-events"><li><a href="#e1">18:16 Pier opens</a></li></ol>',
      [false, true, false],
    ],
    [
      "links with the page's address",
      '<section class="timeline"><a href="https://example.org/live#e2">Rain</a></section>',
      [false, false, true],
    ],
    [
      "a German list",
      '<h3>Die wichtigsten Ereignisse</h3><ul><li><a href="#e0">Ferry</a></li><li><a href="#e2">Rain</a></li></ul>',
      [true, false, true],
    ],
    [
      "links elsewhere",
      '<div><h2>Key events</h2><ul><li><a href="https://example.org/crane">The crane</a></li></ul></div>',
      [false, false, false],
    ],
  ] as const)("are the posts to which a list of them links: %s", ([, list, keys]) => {
    expect(marked(list)).toEqual(keys);
  });

  test("keep words of the list that no post has", () => {
    const { page } = readLive(
      pageOf(
        `<div class="key-events"><ul><li><a href="#e0">A ferry named Lantern has left</a></li></ul></div><main>${feed}</main>`,
      ),
    );
    expect(printBlocks(page.summary ?? [])).toContain("A ferry named Lantern has left");
  });
});
