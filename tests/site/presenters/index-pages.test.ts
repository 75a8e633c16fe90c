/** indexViews: live pages by year, the newest, their pictures; and what the page of it prints. */
import { expect, test } from "vitest";
import type { LivePage } from "../../../src/model/live-page.ts";
import frontPage from "../../../templates/index.11ty.ts";
import { at, livePage, paragraph, post, siteOf } from "../sample.ts";

const event = (slug: string, time: string, over: Partial<LivePage> = {}): LivePage =>
  livePage([post("p1", { published: at(time) })], { slug, title: slug.toUpperCase(), ...over });
const pictured = livePage(
  [
    post("p2", { published: at("2021-03-01T10:00:00Z"), blocks: [{ kind: "figure", file: "gone.jpg", alt: "" }] }),
    post("p1", {
      published: at("2021-03-01T09:00:00Z"),
      blocks: [{ kind: "figure", file: "mill.jpg", alt: "A mill" }],
    }),
  ],
  { slug: "mill", title: "Mill" },
);
const printed = (pages: readonly LivePage[], over: Parameters<typeof siteOf>[1] = {}): string =>
  frontPage.pages(siteOf(pages, over).archive)[0]!.print();
const listed = (pages: readonly LivePage[], over: Parameters<typeof siteOf>[1] = {}) =>
  siteOf(pages, over).index.years.map(({ heading, pages: own }) => [heading, own.map(({ page }) => page.slug)]);

test("live pages stand under the year in which they ended, by the clock of each", () => {
  const pages = [
    event("a", "2021-01-01T00:30:00+01:00"),
    event("b", "2020-12-31T20:00:00-05:00"),
    event("c", "2020-06-01T12:00:00Z"),
  ];
  // "c" does not open 2020 again.
  expect(listed(pages)).toEqual([
    ["2020", ["b"]],
    ["2021", ["a", "c"]],
  ]);
});

test("the years are those of the archive's language", () => {
  const pages = [event("a", "2021-06-01T12:00:00Z"), event("b", "2020-06-01T12:00:00Z")];
  expect(listed(pages, { language: "fa" }).map(([year]) => year)).toEqual(["۱۴۰۰", "۱۳۹۹"]);
  expect(listed(pages, { language: "zh" }).map(([year]) => year)).toEqual(["2021年", "2020年"]);
});

test("one live page has no year above it and no search, two have both", () => {
  const one = printed([event("a", "2021-06-01T12:00:00Z")]);
  expect(one).toContain('<div class="pages" id="live_pages">');
  expect(one).toContain('<h2 class="title">');
  expect(one).not.toContain("year");
  const two = printed([event("a", "2021-06-01T12:00:00Z"), event("b", "2020-06-01T12:00:00Z")]);
  expect(two).toContain('<div class="pages several" id="live_pages">');
  expect(two.match(/<h2 class="year">\d+<\/h2>/g)).toEqual([
    '<h2 class="year">2021</h2>',
    '<h2 class="year">2020</h2>',
  ]);
  expect(two.match(/<h3 class="title">/g)).toHaveLength(2);
});

test("the newest live page has its points as a list, another the first of them", () => {
  const summary = [paragraph("First."), paragraph("Second.")];
  const text = printed([
    event("a", "2021-06-01T12:00:00Z", { summary }),
    event("b", "2020-06-01T12:00:00Z", { summary }),
  ]);
  expect(text).toContain("<ul><li>First.</li><li>Second.</li></ul>");
  expect(text).toContain("<p>First.</p>");
  expect(text.match(/Second\./g)).toHaveLength(1);
});

test("the first picture that the archive holds stands beside its live page, and loads at once where it is the newest", () => {
  const newest = printed([pictured, event("b", "2020-06-01T12:00:00Z")]);
  expect(newest.match(/<a class="look" href="mill\/index.html" tabindex="-1" aria-hidden="true">/g)).toHaveLength(1);
  expect(newest).toContain('src="pictures/aa-360.jpg"');
  expect(newest).toContain('fetchpriority="high"');
  expect(newest).not.toContain("aa-1440");
  expect(printed([event("b", "2022-06-01T12:00:00Z"), pictured])).toContain('loading="lazy"');
  expect(printed([event("b", "2022-06-01T12:00:00Z"), pictured])).not.toContain("fetchpriority");
});

test("the JSON of the view changes with the picture", () => {
  const json = (pages: readonly LivePage[]) => JSON.stringify(siteOf(pages).index);
  const other = { ...pictured, posts: pictured.posts.map((one) => ({ ...one, blocks: [] })) };
  expect(json([pictured])).toContain("pictures/aa-360.avif");
  expect(json([other])).not.toContain("pictures/");
});
