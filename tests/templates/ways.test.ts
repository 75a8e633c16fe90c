/** Ways on from a post and from a live page: to their addresses, and to how they are cited. */
import { expect, test } from "vitest";
import { livePage, post, siteOf } from "../site/sample.ts";
import { archives, print } from "./archives.ts";

const [bare, published] = archives.map(([, archive]) => print(archive).get("river/index.html") ?? "");
const plain = (text = "") => text.replace(/<[^>]*>/g, "").replace(/\s+/g, " ");

test("below each post of a stream stand links to its own page and to its citation there", () => {
  expect(bare).toContain(
    '<p class="ways"><a href="p-saturday/index.html">Link</a> · <a href="p-saturday/index.html#to_cite">Cite</a></p>',
  );
  expect(bare?.match(/<p class="ways">/g)).toHaveLength(7);
});

test("the foot of a live page says how to cite it, and its address where it has one", () => {
  const cited = "Example Wire. “The river at Fenwick”. River Archive. ";
  const captured = "Captured 28 October 2024 from https://example.org/live BibTeX · RIS";
  expect(plain(bare)).toContain(`Cite this live page${cited}${captured}`);
  expect(plain(bare)).not.toContain("Permanent address");
  expect(plain(published)).toContain(
    `Permanent addresshttps://example.org/a/river/Cite this live page${cited}https://example.org/a/river/ ${captured}`,
  );
});

const endOf = (page = "") =>
  [...(/<nav class="end".*?<\/nav>/s.exec(page)?.[0] ?? "").matchAll(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)/g)].map(
    ([, href, words]) => [words, href],
  );

test("the end of a stream leads to its top, to the other order and to all live pages", () => {
  const around = [["All live pages", "../index.html"]];
  expect(endOf(bare)).toEqual([["To the top", "#the_top"], ["Oldest first", "oldest.html"], ...around]);
  const oldest = archives.map(([, archive]) => print(archive).get("river/oldest.html"))[0];
  expect(endOf(oldest)).toEqual([["To the top", "#the_top"], ["Newest first", "index.html"], ...around]);
});

test("a live page without posts has no end to lead on from", () =>
  expect(print(siteOf([livePage([])])).get("river/index.html")).not.toContain('class="end"'));

test("a page of a long event has the ways to its neighbours above and below its posts, and the newest page says that it is", () => {
  const pages = print(siteOf([livePage(Array.from({ length: 241 }, (_, index) => post(`p${1000 - index}`)))]));
  const ways = (file: string) =>
    [...(pages.get(file) ?? "").matchAll(/<(nav|p) class="further".*?<\/\1>/gs)].map(([links]) => plain(links).trim());
  expect(ways("river/index.html")).toEqual(Array(2).fill("Newest of 12 pages Older posts"));
  expect(ways("river/page-2.html")).toEqual(Array(2).fill("Newer posts Page 2 of 12 Older posts"));
  expect(ways("river/all.html")).toEqual([]);
  expect(endOf(pages.get("river/oldest.html"))).toContainEqual(["Newest first", "all.html"]);
});
