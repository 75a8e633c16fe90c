/** Live pages as structured data, made to measure, and a reading of which every word must be accounted for. */
import { expect } from "vitest";
import { unaccounted } from "../../src/importers/account/account.ts";
import { jsonLd } from "../../src/importers/json-ld/json-ld.ts";
import { parseBlocks } from "../../src/markdown/parse.ts";
import { printBlocks } from "../../src/markdown/print.ts";

export const options = { file: "page.html", zone: "Europe/London" };

/** Reads a capture all of whose words must stand in the Markdown that is written. */
export function read(text: string) {
  const reading = jsonLd.read(text, options);
  const posts = reading.posts.map((post) => ({ ...post, blocks: parseBlocks(printBlocks(post.blocks)).blocks }));
  expect(unaccounted(reading.words ?? "", reading.account, { page: reading.page, posts })).toEqual([]);
  return reading;
}

export const update = (more: object) => ({
  "@type": "BlogPosting",
  datePublished: "2025-02-12T11:02:30.000Z",
  ...more,
});
export const blog = (updates: readonly object[], more: object = {}) => ({
  "@context": "https://schema.org",
  "@type": "LiveBlogPosting",
  headline: "A ferry aground",
  url: "https://example.org/live/1",
  datePublished: "2025-02-11T10:00:00Z",
  liveBlogUpdate: updates,
  ...more,
});
export const readBlog = (updates: readonly object[], more: object = {}) => read(JSON.stringify(blog(updates, more)));
export const inPage = (data: string) =>
  `<!doctype html><title>x</title><script>var a = "<script>";</script><script type='application/ld+json'>${data}</script><p>y`;
export const warned = (reading: ReturnType<typeof read>) => reading.problems.map(({ message }) => message).join("\n");
export const bodyOf = (articleBody: string) =>
  printBlocks(readBlog([update({ articleBody })]).posts[0]!.blocks).trimEnd();
