/** postPages: provenance, citation, and the files beside the page of a post. */
import { expect, test } from "vitest";
import type { LivePage } from "../../../src/model/live-page.ts";
import { makeSite } from "../../../src/site/site.ts";
import { at, dependencies, everything, livePage, paragraph, post, siteOf } from "../sample.ts";

const pageOf = (id: string, sites = siteOf([everything])) => sites.posts.find(({ post }) => post.id === id)!;
const digest = "ab".repeat(32);

test("postPages give the provenance of a post from the capture that holds it", () =>
  expect(pageOf("p-saturday").provenance).toMatchObject({
    source: "https://example.org/live?post=17",
    sourceOf: "post",
    captured: { iso: "2024-10-28T06:00:00+00:00" },
    digest,
    importer: "bbc-text",
    inferred: "",
    markdownHref: "post.md",
  }));

test("postPages give a post without a capture the provenance of its live page", () => {
  expect(pageOf("p-media").provenance).toMatchObject({ source: "https://example.org/live", sourceOf: "live page" });
  expect(Object.keys(pageOf("p-media").provenance).sort()).toEqual(["captured", "markdownHref", "source", "sourceOf"]);
  expect(pageOf("p-night-1").provenance.inferred).toBe("time zone inferred");
  expect(pageOf("p1", siteOf([livePage([post("p1")])])).provenance).toEqual({
    sourceOf: "live page",
    markdownHref: "post.md",
  });
});

test("postPages hold the summary of the live page, without links to the posts that support its points", () => {
  const summary = [
    { kind: "list" as const, ordered: false, items: [[paragraph("The gauge at the old mill fell by dawn")]] },
  ];
  const told = post("p1", {
    headline: "The gauge at the old mill fell by dawn",
    published: at("2024-05-17T04:00:00+01:00"),
  });
  const { posts, site } = siteOf([livePage([told], { summary })]);
  expect(site.pages[0]?.newest.summaryHtml()).toContain('<a class="support" href="#p1">');
  expect(posts[0]?.summaryHtml()).toBe("<ul>\n<li>The gauge at the old mill fell by dawn</li>\n</ul>");
});

test("postPages take for an address only what is one", () => {
  for (const source of ["javascript:alert(1)", "urn:17", "17"]) {
    const { provenance, cite } = pageOf("p1", siteOf([livePage([post("p1", { source })])]));
    expect(provenance.source).toBeUndefined();
    expect(cite().text).toBe("“Text of p1.”. The river at Fenwick. River Archive.");
  }
});

test("postPages cite by the public address where there is one, else by the original", () => {
  expect(pageOf("p-saturday").cite().text).toBe(
    "Jo Farrow, Weather desk. “A goal”. The river at Fenwick, Example Wire, 26 October 2024, 21:40 BST. River Archive. Captured 28 October 2024 from https://example.org/live?post=17",
  );
  const { cite } = pageOf("p-saturday", siteOf([everything], { url: "https://archive.example.org/a/" }));
  expect(cite().text).toContain(
    "https://archive.example.org/a/river/p-saturday/ Captured 28 October 2024 from https://example.org/live?post=17",
  );
  expect(cite().wiki).toContain("|archive-date=2024-10-28 ");
});

test("postPages cite the publisher where a post has no byline", () =>
  expect(pageOf("p-media").cite().text).toMatch(/^Example Wire\. “Things to see”\. The river at Fenwick, 26 October/));

test("postPages hold each file of a citation in its link, whole", () => {
  for (const { cite } of siteOf([everything]).posts)
    for (const { name, href } of cite().files) {
      const [, text = ""] = /^data:application\/[a-z+.-]+;charset=utf-8,([^'"<>\s]+)$/.exec(href) ?? [];
      expect(name).toMatch(/^p-[a-z0-9-]+\.(?:bib|ris|json)$/);
      expect(decodeURIComponent(text)).toMatch(/A goal|river:p-/);
    }
});

test("postPages give every post its Markdown, the page its own, and all of them their citations", () => {
  const [page] = siteOf([everything]).site.pages;
  const paths = page!.sources.map(({ path }) => path);
  expect(paths).toEqual([...everything.posts.map(({ id }) => `river/${id}/post.md`), "river/source.md"]);
  expect(page!.sources[0]!.text()).toBe("source of p-night-2");
  expect(page!.citations.map(({ path }) => path)).toEqual(
    ["bib", "ris", "json"].map((ending) => `river/citations.${ending}`),
  );
  const [bib, ris, json] = page!.citations.map(({ text }) => text());
  const ids = ["river", ...everything.posts.map(({ id }) => `river:${id}`)];
  expect([...bib!.matchAll(/^@misc\{(.*),$/gm)].map(([, key]) => key)).toEqual(ids);
  expect([...ris!.matchAll(/^ID {2}- (.*)\r$/gm)].map(([, key]) => key)).toEqual(ids);
  expect((JSON.parse(json!) as { id: string }[]).map(({ id }) => id)).toEqual(ids);
});

test("postView says that a post was updated only where that was later", () => {
  const published = at("2024-05-17T02:37:00+01:00");
  const updated = (iso: string) =>
    pageOf("p1", siteOf([livePage([post("p1", { published, updated: at(iso) })])])).post.updated?.clock;
  expect(updated("2024-05-17T02:41:00+01:00")).toBe("02:41");
  expect(updated("2024-05-17T02:37:00+01:00")).toBeUndefined();
  expect(updated("2024-05-17T02:30:00+01:00")).toBeUndefined();
});

test("postPages, their sources and citations change their JSON with their print", () => {
  const settings = { title: "River Archive", language: "en-GB", noindex: false, about: [] };
  const print = (page: LivePage, over: object = {}, importer = "bbc-text", captured = "2024-10-28T06:00:00Z") => {
    const captures = new Map([["p-saturday", { digest, importer, captured: at(captured) }]]);
    const source = { page, media: new Map(), captures, taken: [...captures.values()] };
    const [site] = makeSite({ settings: { ...settings, ...over }, pages: [source] }, new Map(), dependencies).pages;
    return new Map(
      [
        ...site!.posts.map(
          (view) => [view.frame.path, view, () => JSON.stringify([view, view.cite(), view.summaryHtml()])] as const,
        ),
        ...[...site!.sources, ...site!.citations].map((view) => [view.path, view, view.text] as const),
      ].map(([path, view, text]) => [path, { json: JSON.stringify(view), text: text() }]),
    );
  };
  const before = print(everything);
  for (const after of [
    print({ ...everything, title: "Another" }),
    print({ ...everything, publisher: "Another Wire" }),
    print({ ...everything, summary: [paragraph("Another summary.")] }),
    print({ ...everything, source: "https://example.org/other" }),
    print({ ...everything, captured: at("2024-10-30T06:00:00Z") }),
    print({ ...everything, language: "fr" }),
    print(everything, { title: "Another archive" }),
    print(everything, { url: "https://example.org/" }),
    print(everything, {}, "json-ld"),
    print(everything, {}, "bbc-text", "2024-10-29T06:00:00Z"),
  ]) {
    let changed = 0;
    for (const [path, { json, text }] of after) {
      if (text === before.get(path)?.text) continue;
      changed += 1;
      expect(json, path).not.toBe(before.get(path)?.json);
    }
    expect(changed).toBeGreaterThan(0);
  }
});
