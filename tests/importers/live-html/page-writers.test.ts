/** The names at a page's head are its editors where nothing else can be meant. */
import { expect, test } from "vitest";
import { unaccounted } from "../../../src/importers/account/account.ts";
import { liveHtml } from "../../../src/importers/live-html/live-html.ts";

const long = "The ferry left the north pier with two tugs beside it, and a band played on the quay for an hour.";
const page = (head: string, between = "", foot = ""): string =>
  `<!doctype html><html><body><header>${head}</header><main><h1>A ferry aground</h1>${between}${[3, 2, 1]
    .map(
      (id) =>
        `<article class="entry" id="e${id}"><time datetime="2024-05-16T1${id}:00:00+01:00">1${id}:00</time><p>${long} ${id}</p></article>`,
    )
    .join("")}</main>${foot}</body></html>`;
const editorsOf = (html: string): readonly string[] => {
  const { page: found, posts, account, words } = liveHtml.read(html, { file: "page.html", zone: "Europe/London" });
  expect(unaccounted(words!, account, { page: found, posts })).toEqual([]);
  expect(posts).toHaveLength(3);
  expect(found.panel).toEqual([]);
  return found.editors;
};

test.for([
  ["<p>By Ann Bell and Bo Carr</p>", ["Ann Bell", "Bo Carr"]],
  ['<div class="byline">Ann Bell</div>', ["Ann Bell"]],
  ['<div class="author-info"><a rel="author" href="/ann">Ann Bell</a> <span>Reporter</span></div>', ["Ann Bell"]],
  ['<p class="byline">By <a href="/ann">Ann Bell</a>, <a href="/bo">Bo Carr</a></p>', ["Ann Bell", "Bo Carr"]],
  ["<address>Ann Bell, Bo Carr and Ida van der Marsh</address>", ["Ann Bell", "Bo Carr", "Ida van der Marsh"]],
  ["<p>Von Jörg Haller und Ida Marsh</p>", ["Jörg Haller", "Ida Marsh"]],
  ["<p>Par Émile Roux et Ida Marsh</p>", ["Émile Roux", "Ida Marsh"]],
  ['<span itemprop="author">Ann Bell</span>', ["Ann Bell"]],
  ['<p class="byline">By Ann Bell</p><time datetime="2024-05-16T09:00:00Z">16 May 2024</time>', ["Ann Bell"]],
  [
    "<p>By Ann Bell, Bo Carr, Ida Marsh, Jon Ferris, Nell Ashby and Oscar Wyndham-Pryce</p>",
    ["Ann Bell", "Bo Carr", "Ida Marsh", "Jon Ferris", "Nell Ashby", "Oscar Wyndham-Pryce"],
  ],
] as const)("%s below the title names who edited the page", ([between, names]) => {
  expect(editorsOf(page("", between))).toEqual(names);
});

test.for([
  ["", "<p>By noon the ferry was free</p>"],
  ["", "<p>Ann Bell</p>"],
  ["", '<nav><a rel="author" href="/ann">Ann Bell</a></nav>'],
  ["", '<aside><p class="byline">By Ann Bell</p></aside>'],
  ["", '<div class="byline">Follow us</div>'],
  ["", '<div class="author">Harbour Tribune Newsroom</div>'],
  ['<p class="byline">By Ann Bell</p>', ""],
] as const)("%s%s names nobody who edited the page", ([head, between]) => {
  expect(editorsOf(page(head, between))).toEqual([]);
});

test("A name above each post, beside it, is none of the page's editors", () => {
  const html = page("", "<p class=byline>By Ann Bell</p>").replaceAll(
    "</article><article",
    "</article><p class=byline>By Bo Carr</p><article",
  );
  expect(editorsOf(html)).toEqual([]);
});

test("A name behind the posts of a page is none of its editors", () => {
  expect(editorsOf(page("", "", "<footer><p class=byline>By Ann Bell</p></footer><p>By Bo Carr</p>"))).toEqual([]);
});
