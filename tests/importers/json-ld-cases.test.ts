import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { printInstant } from "../../src/model/instant.ts";
import { hasShared } from "./cases.ts";
import { read } from "./json-ld-page.ts";

describe.skipIf(!hasShared)("jsonLd and the pages beside the repository", () => {
  const shared = path.join(import.meta.dirname, "../../../shared/live-pages");
  const from = (file: string) => readFileSync(path.join(shared, file), "utf8");
  const expected = (name: string) => JSON.parse(from(`${name}/expected.json`));

  test("jsonLd reads the BBC's as expected", () => {
    const { page, posts, order } = read(from("bbc-jsonld/page.html"));
    const wanted = expected("bbc-jsonld");
    expect({ title: page.title, order, summary: page.summary ?? null }).toEqual({
      title: wanted.title,
      order: wanted.order,
      summary: wanted.summary,
    });
    expect(
      posts.map((post) => ({
        headline: post.headline ?? null,
        published: printInstant(post.published!),
        byline: post.bylines[0] ?? null,
        label: post.label ?? null,
      })),
    ).toEqual(
      wanted.posts.map(({ headline, published, byline, label }: Record<string, unknown>) => ({
        headline,
        published,
        byline,
        label,
      })),
    );
    for (const [index, { id }] of wanted.posts.entries()) expect(posts[index]?.source).toContain(id);
  });

  test.for(["ld.json", "page.html"])("jsonLd reads %s of the Express as expected", (file) => {
    if (!existsSync(path.join(shared, "express-royals-2024", file))) return;
    const { page, posts, order } = read(from(`express-royals-2024/${file}`));
    const wanted = expected("express-royals-2024");
    expect({ title: page.title, order, editors: page.editors }).toEqual({
      title: wanted.title,
      order: wanted.order,
      editors: wanted.posts[0].authors,
    });
    expect(
      posts.map(({ headline, published, source, blocks }) => ({
        headline,
        published: printInstant(published!),
        url: source,
        emptyBody: blocks.length === 0,
      })),
    ).toEqual(
      wanted.posts.map(({ headline, published, url, emptyBody }: Record<string, unknown>) => ({
        headline,
        published,
        url,
        emptyBody,
      })),
    );
  });

  test("jsonLd does not believe the Guardian's times and headlines", () => {
    const { posts } = read(from("guardian-nasa-2021/linkedData.json"));
    const wanted = expected("guardian-nasa-2021");
    expect(posts.map(({ source }) => source).sort()).toEqual(wanted.posts.map(({ id }: { id: string }) => id).sort());
    for (const { published, headline } of posts) expect([published, headline]).toEqual([undefined, undefined]);
  });
});
