/** Two folders are alike where they say the same; nothing that a reader, a program or an address would notice is passed over. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareSites, equalityText, said } from "../../bench/equal.ts";
import { fill, makeFolder } from "../base/folder.ts";

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = makeFolder();
  fill(folder, files);
  return folder;
}

describe("what a file says", () => {
  test.each([
    ["an apostrophe as an entity", "<p>It&#39;s</p>", "<p>It's</p>"],
    ["percents in small letters", "?q=a%2fb%e2%80%99c", "?q=a%2Fb%E2%80%99c"],
    ["JSON's escapes", '{"html":"\\u003cp\\u003e\\n"}', '{"html":"<p> "}'],
    ["an empty line between elements", "<li>\n\n<p>", "<li><p>"],
    ["the strip", '<h1>A</h1><svg class="strip"><svg><g></g></svg><g class="ruler"></g></svg><p>', "<h1>A</h1><p>"],
    ["a link from the summary", '<li>A point <a class="support" href="#p-1">14:05</a></li>', "<li>A point</li>"],
  ])("is the same with or without %s", (_, one, other) => {
    expect(said(one)).toBe(said(other));
  });

  test("differs where one word has another letter, wherever it stands", () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const page = (words: readonly string[]) =>
      `<p title="${words[0]}">${words[1]}</p>\n<a href="?q=%20${words[2]}">&amp;${words[3]}</a>{"a":"\\u003c${words[4]}"}`;
    const five = fc.tuple(word, word, word, word, word);
    fc.assert(
      fc.property(five, five, (one, other) => {
        expect(said(page(one)) === said(page(other))).toBe(one.join() === other.join());
      }),
    );
  });

  test("differs where a word, an element or an attribute is missing", () => {
    const page = '<p class="a">One two</p>';
    for (const other of [
      '<p class="a">One</p>',
      '<p class="a">Onetwo</p>',
      "<p>One two</p>",
      'One two<p class="a"></p>',
    ])
      expect(said(other)).not.toBe(said(page));
  });
});

test("folders are compared file by file, and told by kind", () => {
  const ours = folderOf({
    "a/index.html": "<p>A</p>",
    "b/index.html": "<p>B</p>",
    "feed.xml": "&#39;",
    "more.txt": "",
  });
  const theirs = folderOf({
    "a/index.html": "<p>A</p>\n",
    "b/index.html": "<p>C</p>",
    "feed.xml": "'",
    "new.html": "",
  });
  const compared = compareSites(ours, theirs);
  expect(compared).toEqual([
    { kind: "*/index.html", files: 2, ours: 16, theirs: 17, unlike: ["b/index.html"] },
    { kind: "feed.xml", files: 1, ours: 5, theirs: 1, unlike: [] },
    { kind: "new.html", files: 1, ours: 0, theirs: 0, unlike: ["new.html"] },
  ]);
  const { text, alike } = equalityText(compared);
  expect(alike).toBe(false);
  expect(text).toContain("| */index.html | 2 | 16 | 17 | 1 unlike, as b/index.html |");
  expect(equalityText(compared.slice(1, 2)).alike).toBe(true);
  expect(equalityText([]).alike).toBe(false);
});
