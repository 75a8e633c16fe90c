/** aboutView: it counts what the archive holds, and does not depend on the text of a post. */
import { expect, test } from "vitest";
import type { LivePage } from "../../../src/model/live-page.ts";
import { at, everything, livePage, paragraph, post, siteOf } from "../sample.ts";

const aboutOf = (pages: readonly LivePage[], over: Parameters<typeof siteOf>[1] = {}) =>
  siteOf(pages, over).archive.about;

const mill = livePage([post("p1", { published: at("2024-10-20T08:00:00+01:00") })], {
  slug: "mill",
  rights: "CC BY 4.0",
  source: "https://example.org/mill",
});

test("aboutView counts live pages and posts, and gives the first and the last day of all", () => {
  const about = aboutOf([everything, mill]);
  expect([about.livePages, about.posts, about.days]).toEqual(["2 live pages", "8 posts", "20–27 October 2024"]);
  const empty = aboutOf([]);
  expect([empty.livePages, empty.posts, empty.days]).toEqual(["0 live pages", "0 posts", undefined]);
  expect(empty.cited).toBeUndefined();
});

test("aboutView lists the source and the captures of each live page, newest capture first", () => {
  const [first, second] = aboutOf([everything, mill]).origins;
  expect(first).toMatchObject({ href: "river/index.html", source: "https://example.org/live" });
  expect(second).toMatchObject({ href: "mill/index.html", source: "https://example.org/mill" });
  expect(first?.captures).toEqual([
    { digest: "ab".repeat(32), captured: { iso: "2024-10-28T06:00:00+00:00", words: "28 October 2024, 06:00 GMT" } },
  ]);
});

test("aboutView says of each live page what is not whole in it", () => {
  const [river, other] = aboutOf([everything, mill]).origins;
  expect(river?.lacks).toEqual(["Time unknown: 1 post", "Inferred: 1 post", "Picture not in this archive: 2 pictures"]);
  expect(other?.lacks).toEqual([]);
  expect(siteOf([everything]).archive.origins[0]?.lacks).toEqual({ times: 1, inferred: 1, ends: 1, pictures: 2 });
});

test("aboutView says of each live page what is known to be missing of it", () => {
  const began = at("2024-10-20T07:00:00+01:00");
  const originOf = (gaps: Parameters<typeof siteOf>[2]) => siteOf([mill], {}, gaps).archive.about.origins[0];
  expect(originOf({ gaps: { posts: 2, pages: 1, ofPages: 1200, began } })).toMatchObject({
    missing: ["Named but not captured: 2 posts", "Pages not captured: 1 of 1,200"],
    began: { iso: "2024-10-20T07:00:00+01:00", words: "20 October 2024, 07:00 BST" },
    lacks: [],
  });
  expect(originOf({ gaps: { posts: 0, pages: 0, ofPages: 0, began } })).toMatchObject({ missing: [] });
  expect(originOf({})).toMatchObject({ missing: [] });
  expect(originOf({})).not.toHaveProperty("began");
});

test("aboutView lists as many live pages as a page can hold, and all in captures.csv", () => {
  const pages = Array.from({ length: 70 }, (_, index) => livePage([], { slug: `s${index}` }));
  const { archive } = siteOf(pages);
  expect(archive.about.origins).toHaveLength(50);
  expect(archive.origins).toHaveLength(70);
  expect(archive.about.captures.href).toBe("captures.csv");
});

test("aboutView sums up the rights of live pages, those of most first", () => {
  const page = (slug: string, rights: string) => livePage([], { slug, rights });
  const about = aboutOf([page("a", "Wire"), page("b", "CC0"), page("c", "CC0"), livePage([])], { rights: "Ours" });
  expect(about.rights).toBe("Ours");
  expect(about.pageRights).toEqual([
    { rights: "CC0", pages: "2 live pages" },
    { rights: "Wire", pages: "1 live page" },
  ]);
});

test("aboutView cites the newest post that has a time, as its page does", () => {
  const { archive, posts } = siteOf([mill, everything]);
  expect(archive.about.cited).toMatchObject({
    path: "river/p-night-2/index.html",
    text: posts.find(({ post }) => post.id === "p-night-2")!.cite().text,
  });
});

test("aboutView has the archive's own words, else what archive.md says of it", () => {
  const about = [paragraph("Of the river.")];
  expect(aboutOf([], { about })).toMatchObject({ title: "About this archive", ownHtml: "<p>Of the river.</p>" });
  const words = { title: "Who we are", blocks: [paragraph("A desk.")] };
  expect(aboutOf([], { about, words })).toMatchObject({ title: "Who we are", ownHtml: "<p>A desk.</p>" });
  expect(aboutOf([], { about, words: { blocks: [] } })).toMatchObject({ title: "About this archive", ownHtml: "" });
});

test("aboutView keeps its JSON when the text of a post changes, and changes it with the number of posts and with a capture", () => {
  const json = (page: LivePage) => JSON.stringify(aboutOf([mill, page]));
  const before = json(everything);
  const edit = (over: object) => ({
    ...everything,
    posts: everything.posts.map((one) => (one.id === "p-saturday" ? { ...one, ...over } : one)),
  });
  expect(json(edit({ blocks: [paragraph("Other words.")], label: "Other" }))).toBe(before);
  expect(json({ ...everything, posts: [...everything.posts, post("p-more")] })).not.toBe(before);
  expect(json({ ...everything, source: "https://example.org/other" })).not.toBe(before);
});
