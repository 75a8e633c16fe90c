/** What an import says of a capture's completeness, to people and to programs. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readArchive } from "../../src/archive/read/read.ts";
import { afterlive, newFolder, repository, succeed } from "./command-line.ts";

const capture = (name: string) => path.join(repository, "tests/fixtures/live-pages", name);
const kept = (root: string, slug: string) =>
  JSON.parse(readFileSync(path.join(root, "content", slug, "captures/completeness.json"), "utf8"));

describe("the completeness of a capture", () => {
  test("is printed for programs, and kept with the live page: an entry a capture", () => {
    const root = newFolder();
    const { stdout } = succeed(["import", capture("rich-blocks/page.html"), "--slug", "cup", "--json"], { cwd: root });
    const { dryRun, captures } = JSON.parse(stdout);
    expect(dryRun).toBe(false);
    expect(captures).toHaveLength(1);
    expect(captures[0]).toMatchObject({
      livePage: "content/cup",
      capture: { name: "page.html", form: "bbc-html", posts: 7, figures: 3, embeds: 3, withoutTime: 0, missing: [] },
      posts: { updated: [], kept: [], declined: [] },
      pictures: { came: 0, absent: 3 },
      conflicts: [],
    });
    expect(captures[0].posts.created).toHaveLength(7);
    expect(kept(root, "cup")).toEqual({ captures: [captures[0].capture] });
    succeed(["import", capture("rich-blocks/page.txt"), "--slug", "cup"], { cwd: root });
    expect(kept(root, "cup").captures.map(({ form }: { form: string }) => form)).toEqual(["bbc-html", "bbc-text"]);
    expect(
      JSON.parse(succeed(["import", capture("rich-blocks/page.html"), "--json"], { cwd: root }).stdout).captures[0]
        .changes,
    ).toEqual([]);
    succeed(["check"], { cwd: root });
  });

  test("names pages that were not given, and keeps the rest of the report from a person's pipe", () => {
    const root = newFolder();
    const post = (id: string, minute: number) => ({
      urn: `asset:${id}`,
      dates: { curated: `2024-07-01T11:0${minute}:00Z` },
      content: { model: { blocks: [{ type: "paragraph", model: { text: `Words ${id}`, blocks: [] } }] } },
    });
    writeFileSync(
      path.join(root, "page.json"),
      JSON.stringify({ results: [post("b", 2), post("a", 1)], page: { index: 2, total: 3 } }),
    );
    const { stdout, stderr } = succeed(["import", "page.json", "--slug", "p", "--title", "P", "--dry-run", "--json"], {
      cwd: root,
    });
    expect(JSON.parse(stdout).captures[0].capture.missing).toEqual(["The capture is page 2 of 3"]);
    expect(stderr).toContain("The capture is page 2 of 3");
    expect(existsSync(path.join(root, "content"))).toBe(false);
  });

  test("names posts that the page names and no capture holds, until another capture brings them", () => {
    const root = newFolder();
    const id = (last: number) => `66471c3a8f08aa4b5a0d000${last}`;
    const link = (last: number) => `<a href="?page=with:block-${id(last)}#block-${id(last)}">Event ${last}</a>`;
    const block = (last: number) =>
      `<article id="block-${id(last)}"><header><time datetime="2024-05-17T09:0${last}:00Z">x</time><h2>Event ${last}</h2></header><p>Words ${last}.</p></article>`;
    const page = (posts: readonly number[], number: number, start = "") =>
      `<!doctype html><link rel="canonical" href="https://example.org/live/ferry"><main><h1>Ferry</h1><nav id="key-events">${[4, 3, 1].map(link).join("")}<a href="https://example.org/live/other#block-${id(9)}">x</a></nav>${posts.map(block).join("")}<nav aria-label="Pagination"><b>${number}</b> of <b>3</b></nav></main>${start}`;
    const began = `<script type="application/ld+json">${JSON.stringify({ "@type": "LiveBlogPosting", headline: "Ferry", coverageStartTime: "2024-05-17T07:00:00Z", liveBlogUpdate: [{ "@id": id(4), headline: "Event 4", datePublished: "2024-05-17T09:04:00Z" }] })}</script>`;
    writeFileSync(path.join(root, "one.html"), page([5, 4], 1, began));
    writeFileSync(path.join(root, "two.html"), page([3, 2], 2));
    const first = succeed(["import", "one.html", "--slug", "ferry"], { cwd: root }).stdout;
    expect(first).toContain(`2 posts that the page names and no capture holds: ${id(3)}, ${id(1)}`);
    expect(first).toContain("no capture is page 2, 3 of 3");
    expect(first).toContain("its coverage began at 2024-05-17T08:00:00+01:00, well before the first post");
    expect(kept(root, "ferry").captures[0].named).toEqual([id(3), id(1)]);
    const { captures } = JSON.parse(succeed(["import", "two.html", "--slug", "ferry", "--json"], { cwd: root }).stdout);
    expect(captures[0].gaps).toMatchObject({ pages: [3], total: 3, named: [id(1)] });
    expect(kept(root, "ferry").gaps).toEqual(captures[0].gaps);
    succeed(["build", "--quick"], { cwd: root });
    const about = readFileSync(path.join(root, "_site/about.html"), "utf8");
    for (const words of ["Named but not captured: 1 post", "Pages not captured: 1 of 3", "17 May 2024, 08:00 BST"])
      expect(about).toContain(words);
    expect(kept(root, "ferry").captures.map(({ named }: { named: unknown }) => named)).toEqual([[id(1)], [id(1)]]);
    for (const name of ["one.html", "two.html"])
      expect(succeed(["import", name], { cwd: root }).stdout).toContain("nothing has changed");
  });

  test("is made again where somebody damaged it", () => {
    const root = newFolder();
    succeed(["import", capture("rich-blocks/page.html"), "--slug", "cup"], { cwd: root });
    const before = kept(root, "cup");
    writeFileSync(path.join(root, "content/cup/captures/completeness.json"), "{");
    succeed(["import", capture("rich-blocks/page.html")], { cwd: root });
    expect(kept(root, "cup")).toEqual(before);
    expect(afterlive(["import", capture("rich-blocks/page.html")], { cwd: root }).stdout).toContain(
      "nothing has changed",
    );
  });

  test("forms of one page complete each other, in any order, and then nothing changes", () => {
    const forms = [
      "bbc-stream-json/live.json",
      "bbc-lx-stream-html/page.html",
      "bbc-lx-stream-html/page.txt",
      "bbc-morph-json/page1.json",
    ];
    for (const order of [forms, forms.toReversed()]) {
      const root = newFolder();
      const take = (name: string) =>
        succeed(["import", capture(name), "--slug", "ferry", "--title", "A ferry", "--captured", "2025-02-12T15:00Z"], {
          cwd: root,
        });
      order.forEach(take);
      const { posts } = readArchive(root).pages[0]!.page;
      expect(posts.map(({ headline }) => headline)).toEqual([
        "Ferry refloated at high tide",
        "What happened?",
        "Passengers taken off",
        undefined,
      ]);
      expect(posts.map(({ bylines }) => bylines[0]?.name)).toEqual(["Noor Aziz", "Per Lund", undefined, undefined]);
      for (const { source, inferred } of posts) expect([source?.slice(-3, -1), inferred]).toEqual(["c0", []]);
      for (const name of order) expect(take(name).stdout).toContain("nothing has changed");
      succeed(["check"], { cwd: root });
    }
  });
});
