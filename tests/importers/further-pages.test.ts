import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findFurtherPages } from "../../src/importers/further-pages.ts";

const here = "https://news.example.org/live/ferry";
const found = (text: string, address = here, whole = address, link?: string) =>
  findFurtherPages(text, address, whole, link).map(({ address: to, kind }) => `${kind} ${to.replace(here, "")}`);

describe("the further pages of a live page", () => {
  test("are its links to numbers, in the order of the numbers", () => {
    expect(
      found(`<nav><a href="?page=3">3</a><a href="/live/ferry?page=2#top">2</a><a href="?page=1">1</a>
        <a href="?page=10&amp;utm_source=x">10</a><a href="?page=3">last</a></nav>`),
    ).toEqual(["page ?page=2", "page ?page=3", "page ?page=10&utm_source=x"]);
    expect(found('<a href="/live/ferry/page/2">2</a>')).toEqual(["page /page/2"]);
    expect(found('<a href="/live/ferry/2/">2</a>')).toEqual(["page /2/"]);
  });

  test.each([
    '<link rel="next" href="?page=2">',
    '<a rel="nofollow next" href="?page=2">on</a>',
    '<a href="?page=2">Next</a>',
    '<base href="https://news.example.org/live/"><a href="ferry?page=2">Next</a>',
    '<nav id="liveblog-navigation"><a href="?page=2">Next<svg></svg></a></nav>',
    '<a href="?page=2" aria-label="Next page">›</a>',
    '<a href="?page=2">Older posts »</a>',
    '<a href="?page=2"><span>Ältere</span> Beiträge</a>',
    '<button data-url="?page=2">Load more</button>',
    '<div data-next-url="/live/ferry?page=2"></div>',
    '<script type="application/json">{"a": {"pagination": {"next": "/live/ferry?page=2"}}}</script>',
    '<script>window.__DATA__ = {"links": {"next": {"href": "?page=2"}}};</script>',
  ])("are named by %s", (html) => {
    expect(found(`<html><body>${html}</body>`)).toEqual(["page ?page=2"]);
  });

  test("can be places in a stream, where a word says that it goes on", () => {
    const guardian = '<a href="?page=with:block-09#liveblog-navigation">Next</a>';
    expect(found(guardian)).toEqual(["page ?page=with:block-09"]);
    expect(found('<a href="?before=1715912345">Show more posts</a>')).toEqual(["page ?before=1715912345"]);
  });

  test("can lie below the page or beside it, where a word says that it goes on", () => {
    const near = (href: string) => found(`<a href="${href}">Older</a>`, `${here}.html`).length;
    expect(["/live/ferry-2.html", "/live/ferry_page3.html", "/live/ferry,4.html"].map(near)).toEqual([1, 1, 1]);
    expect(["/live/ferry-crash.html", "/live/other-2.html", "/live/ferry-2.json"].map(near)).toEqual([0, 0, 0]);
    expect(found('<a rel="next" href="/live/ferry/older/2">x</a><a href="/live/ferry/older/3">3</a>')).toEqual([
      "page /older/2",
    ]);
  });

  test("go on from page to page, whatever form their addresses have", () => {
    const next = (address: string, href: string) => found(`<a href="${href}">Next</a>`, address, here);
    expect(next(`${here}/2`, "/live/ferry/3")).toEqual(["page /3"]);
    expect(next(`${here}/older/2`, "3")).toEqual(["page /older/3"]);
    expect(next(`${here}/page/2`, "../page/3/")).toEqual(["page /page/3/"]);
    expect(next(`${here}?before=9`, "?before=8")).toEqual(["page ?before=8"]);
    expect(next(`${here}/2`, "/live/ferry/2")).toEqual([]);
  });

  test("can be data of another path", () => {
    expect(
      found(
        '<div data-load-more-url="/api/stream/7?cursor=x"></div><script>window.A={"next":"https://api.news.example.org/posts?cursor=y"}</script>',
      ),
    ).toEqual([
      "data https://news.example.org/api/stream/7?cursor=x",
      "data https://api.news.example.org/posts?cursor=y",
    ]);
    const api = "https://news.example.org/api/posts?page=1&q=x";
    const next = { _items: [], _links: { next: { href: "/api/posts?page=2&q=x" }, last: { href: "?page=9&q=x" } } };
    expect(found(JSON.stringify(next), api)).toEqual(["page https://news.example.org/api/posts?page=2&q=x"]);
    expect(found('{"next_url": "/other?cursor=z"}', api)).toEqual(["data https://news.example.org/other?cursor=z"]);
  });

  test("are told by the field Link of the answer", () => {
    expect(found("<p>", here, here, '<?page=1>; rel="prev", <?page=2>; title="a, b"; rel="last next"')).toEqual([
      "page ?page=2",
    ]);
    expect(found("<p>", here, here, '<https://other.org/>; rel="next", <style.css>; rel=preload')).toEqual([]);
  });

  test.each([
    ['<a href="?page=with:block-1#block-1">12.50 BST</a>', "the address of a post"],
    ['<a href="?post=asset%3A1#post">Share</a>', "the address of a post"],
    ['<a href="/live/other">Next</a>', "another live page"],
    ['<link rel="next" href="/news/other-story">', "another story"],
    ['<a href="https://other.org/live/ferry?page=2">2</a>', "another site"],
    ['<a href="#next">Next</a>', "a place on the page"],
    ['<a href="?page=1">Next</a><a href="/live/ferry">More</a>', "the page itself"],
    ['<div class="comments"><p><a href="?page=2">Next</a></div>', "comments of readers"],
    ['<a href="?cpage=2#comments">Older</a>', "comments of readers"],
    ['<a href="javascript:next()">Next</a><a href="mailto:a@e.org">Next</a><a>Next</a>', "no address"],
    ['<script>window.A={"next":"/other-story","nextUrl":"/live/other?page=2x"}</script>', "other stories"],
    ['<a href="?page=0">0</a>', "no number"],
  ])("are not %s: %s", (html) => {
    expect(found(html)).toEqual([]);
  });

  test("may be looked for in any text", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (text, attribute, link) => {
        findFurtherPages(text, here, here, link);
        findFurtherPages(`<a href="${attribute}">Next</a><${text}`, here, here, link);
      }),
    );
    const many = `<a href="?page=2">${"<div>".repeat(2000)}`;
    expect(found(many)).toEqual(["page ?page=2"]);
  });
});
