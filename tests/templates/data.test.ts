/** Structured data of pages: the posts of the page, with its times and with ids that exist on it. */
import { describe, expect, test } from "vitest";
import { readForms } from "../../src/importers/read-forms.ts";
import newest from "../../templates/live-page.11ty.ts";
import oldest from "../../templates/oldest.11ty.ts";
import onePost from "../../templates/post.11ty.ts";
import { at, everything, hostile, livePage, paragraph, post, siteOf } from "../site/sample.ts";

const url = "https://example.org/a/";

function dataOf(html: string) {
  const found = [...html.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)];
  expect(found).toHaveLength(1);
  return JSON.parse(found[0]![1]!);
}

interface BlogPosting {
  readonly "@id": string;
  readonly headline: string;
  readonly datePublished?: string;
  readonly articleBody?: string;
}

describe.each([
  ["without an address", {}, ""],
  ["with an address", { url }, `${url}river/`],
])("the data of a stream %s", (_, over, base) => {
  test.each([
    ["newest first", newest],
    ["oldest first", oldest],
  ])("has the page's posts, %s", (_, template) => {
    const html = template.pages(siteOf([everything], over).site.pages[0]!)[0]!.print();
    const data = dataOf(html);
    const told: readonly BlogPosting[] = data.liveBlogUpdate;
    const articles = [...html.matchAll(/<article class="post" id="([^"]+)">\s*<h3>([\s\S]*?)<\/h3>/g)];
    expect(articles).toHaveLength(everything.posts.length);
    expect(told.map((one) => one["@id"])).toEqual(articles.map(([, id]) => `${base}#${id}`));
    expect(told.map((one) => one.datePublished)).toEqual(
      articles.map(([, , heading]) => /<time datetime="([^"]+)"/.exec(heading!)?.[1]),
    );
    expect(told.every((one) => one.articleBody === undefined)).toBe(true);
    expect(data).toMatchObject({
      "@type": "LiveBlogPosting",
      headline: everything.title,
      coverageStartTime: "2024-10-26T14:59:00+01:00",
      coverageEndTime: "2024-10-27T01:30:00+00:00",
      publisher: { name: "Example Wire" },
    });
  });
});

test("the data of a post has its text, its live page and when it changed", () => {
  const updated = at("2024-05-17T03:00:00+01:00");
  const page = livePage([
    post("p1", { published: at("2024-05-17T02:00:00+01:00"), updated, blocks: [paragraph(hostile)] }),
  ]);
  const data = dataOf(onePost.pages(siteOf([page], { url }).site.pages[0]!)[0]!.print());
  expect(data).toMatchObject({
    "@type": "BlogPosting",
    "@id": `${url}river/#p1`,
    url: `${url}river/p1/`,
    datePublished: "2024-05-17T02:00:00+01:00",
    dateModified: "2024-05-17T03:00:00+01:00",
    articleBody: hostile,
    isPartOf: { "@type": "LiveBlogPosting", "@id": `${url}river/`, headline: page.title },
  });
});

test.each([
  [{}, "../", "../../"],
  [{ url }, url, url],
])(
  "the data of a post names its pictures that the archive holds, that of a stream their addresses, with %j",
  (over, near, far) => {
    const [site] = siteOf([everything], over).site.pages;
    const figures = site!.posts.find(({ post: { id } }) => id === "p-figures")!.post;
    const path = `${figures.id}/index.html`;
    const data = dataOf(
      onePost
        .pages(site!)
        .find((page) => page.path.endsWith(path))!
        .print(),
    );
    const picture = { "@type": "ImageObject", contentUrl: `${far}pictures/aa-1440.jpg`, width: 1440, height: 720 };
    expect(data.image).toEqual([
      { ...picture, description: "A mill", caption: "The mill at dawn", creditText: "County" },
      { ...picture, description: "The mill.", caption: "The mill" },
    ]);
    const stream = dataOf(newest.pages(site!)[0]!.print());
    const address = `${near}pictures/aa-1440.jpg`;
    expect(stream.image).toBe(address);
    const told = new Map<string, unknown>(
      stream.liveBlogUpdate.map((post: { "@id": string; image?: unknown }) => [post["@id"].split("#")[1], post.image]),
    );
    expect([told.get("p-figures"), told.get("p-night-1")]).toEqual([[address, address], undefined]);
    const other = onePost.pages(site!).find((page) => page.path.includes("p-night-1"));
    expect(dataOf(other!.print()).image).toBeUndefined();
  },
);

test("the data of a stream adds nothing to the posts when the page is imported again", () => {
  const page = livePage([
    post("p3", { published: at("2024-05-17T03:00:00+01:00"), updated: at("2024-05-17T03:10:00+01:00") }),
    post("p2", {
      published: at("2024-05-17T02:00:00+01:00"),
      headline: "Gates open",
      bylines: [{ name: "Jo Farrow" }],
    }),
    post("p1", { headline: "Nobody timed this" }),
  ]);
  const html = newest.pages(siteOf([page], { url }).site.pages[0]!)[0]!.print();
  const read = (text: string) => readForms(text, { file: "index.html", zone: "Europe/London" });
  const without = read(html.replace(/<script type="application\/ld\+json">[^<]*<\/script>/, ""));
  expect(read(html)?.reading.posts).toEqual(without?.reading.posts);
  expect(read(html)?.reading.problems).toEqual(without?.reading.problems);
  expect(read(html)?.reading.page).toEqual(without?.reading.page);
});
