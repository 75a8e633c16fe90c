/** What a reading of a case must be. */
import { expect } from "vitest";
import type { Reading } from "../../src/importers/contract.ts";
import { printInstant } from "../../src/model/instant.ts";
import type { FoundPost } from "../../src/model/live-page.ts";
import type { Case, ExpectedPost } from "./cases.ts";
import { countBlocks } from "./count.ts";

const heading = (post: FoundPost) => ({
  headline: post.headline ?? null,
  published: post.published === undefined ? null : printInstant(post.published),
  label: post.label ?? null,
  breaking: post.breaking,
  byline: post.bylines[0] ?? null,
  subheadline: post.subheadline ?? null,
  context: post.context,
  clock: post.clock ?? null,
});

const wantedHeading = (post: ExpectedPost) => ({
  headline: post.headline,
  published: post.published,
  label: post.label,
  breaking: post.breaking,
  byline: post.byline,
  subheadline: post.subheadline ?? null,
  context: post.context ?? [],
  clock: post.clock ?? null,
});

/** Of a capture that is cut behind a full sentence, nothing tells that it is cut. */
const endsInSentence = (text: string) => /[.!?]["'”’]?\s*$/.test(text);

/** Expects a reading to be what its case says. */
export function agrees({ text, expected }: Case, { page, posts, order }: Reading): void {
  expect(page.title ?? null).toBe(expected.title);
  expect(
    page.summary === undefined ? null : countBlocks(page.summary).bullets + countBlocks(page.summary).numbered,
  ).toBe(expected.summary);
  if (expected.editedBy !== undefined) expect(page.editors).toEqual(expected.editedBy);
  expect(order).toBe(expected.order);
  expect(posts).toHaveLength(expected.postsCount);
  expect(posts.map(heading)).toEqual(expected.posts.map(wantedHeading));
  for (const [index, wanted] of expected.posts.entries()) {
    const post = posts[index]!;
    const { paragraphs, captions, ...counts } = countBlocks(post.blocks);
    const { images = 0, media = 0, bullets = 0, numbered = 0, quotes = 0, embeds = 0, tables = 0 } = wanted;
    expect(counts, `post ${index + 1}`).toEqual({ images, media, bullets, numbered, quotes, embeds, tables });
    if (wanted.captions !== undefined) expect(captions).toBe(wanted.captions);
    expect(paragraphs).toBeGreaterThanOrEqual(wanted.paragraphs ?? 0);
    expect(paragraphs).toBeLessThanOrEqual((wanted.paragraphs ?? 0) + (wanted.bareAlt ?? 0));
    if (!(wanted.truncated === true && endsInSentence(text))) expect(post.truncated).toBe(wanted.truncated ?? false);
  }
}
