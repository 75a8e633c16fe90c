/** Which attributes are read as words for a reader. */
import { describe, expect, test } from "vitest";
import { elementsIn } from "../../../src/importers/html/html.ts";
import { parseFragment } from "../../../src/importers/html/parser.ts";
import { wordsOfAttribute } from "../../../src/importers/rendered/attribute-words.ts";

const wordsIn = (html: string): readonly string[] =>
  elementsIn(parseFragment(html)).flatMap((element) =>
    element.attrs.flatMap(({ name, value }) => wordsOfAttribute(element, name, value) ?? []),
  );

describe("words in attributes", () => {
  test.each([
    ["a score", `<b title="3–2"></b>`, ["3–2"]],
    ["a share of votes", `<b aria-label="57%"></b>`, ["57%"]],
    ["a sentence with a year", `<b title="Closed in 1994, open again"></b>`, ["Closed in 1994, open again"]],
    ["any name", `<b data-zz="Two boats"></b>`, ["Two boats"]],
    ["HTML", `<b data-zz="<p>Two <i>boats</i></p>"></b>`, ["Two boats"]],
    ["words with a colon", `<b data-zz="Live: two boats; a pier"></b>`, ["Live: two boats; a pier"]],
    ["words in brackets", `<b data-zz="[Two boats] are in"></b>`, ["[Two boats] are in"]],
  ])("are read: %s", (_, html, words) => {
    expect(wordsIn(html)).toEqual(words);
  });

  test.each([
    ["a time", `<b title="2024-05-17T10:00:00+01:00"></b><b title="Friday, 17 May 2024 at 10:00"></b>`],
    ["a size", `<b title="120px"></b><b title="320x240"></b>`],
    ["classes", `<b class="live post" data-class="big post" data-x="btn-large post_body is-open"></b>`],
    ["a style", `<b style="color: red" data-x="color: red; top: auto"></b>`],
    [
      "addresses",
      `<img src="a b c.jpg" srcset="a.jpg 1x" data-x="https://e.org/a.jpg 320w, https://e.org/b.jpg 640w">`,
    ],
    ["a media query", `<b media="screen and (min-width: 3em)" data-x="(min-width: 3em) and (max-width: 9em)"></b>`],
    ["leave", `<iframe allow="autoplay; encrypted media" sandbox="allow-scripts allow-popups"></iframe>`],
    ["data", `<b data-x='{"text": "two boats"}' data-y='["two boats"]' data-config="two boats"></b>`],
    ["code", `<b onclick="say two boats" @click="two boats" v-if="two boats" data-x="load(); see it"></b>`],
    [
      "a drawing",
      `<svg viewBox="0 0 1 1" preserveAspectRatio="none slice"><path d="Move to" font-family="Two Boats"/></svg>`,
    ],
    ["references", `<b aria-labelledby="the other" headers="two three" rel="nofollow noopener"></b>`],
    ["one word in data", `<b data-kind="boats"></b>`],
  ])("are not: %s", (_, html) => {
    expect(wordsIn(html)).toEqual([]);
  });
});
