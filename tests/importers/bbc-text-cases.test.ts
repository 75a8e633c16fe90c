import { describe, expect, test } from "vitest";
import { unaccounted } from "../../src/importers/account.ts";
import { bbcText } from "../../src/importers/bbc-text.ts";
import type { Reading } from "../../src/importers/contract.ts";
import { printInstant } from "../../src/model/instant.ts";
import type { FoundPost } from "../../src/model/live-page.ts";
import { type Case, type ExpectedPost, fixtureCases, hasShared, sharedCases } from "./cases.ts";
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

/** Of a capture that is cut behind a full sentence, nobody can know that it is cut. */
const endsInSentence = (text: string) => /[.!?]["'”’]?\s*$/.test(text);

function agrees({ text, expected }: Case, { page, posts, order }: Reading): void {
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

describe.each(
  [
    { where: "fixtures", cases: fixtureCases },
    { where: "shared", cases: sharedCases },
  ].filter(({ cases }) => cases.length > 0),
)("bbcText and the cases of $where", ({ cases }) => {
  test.for(cases)("bbcText reads $name as expected, and accounts for it", (one) => {
    const reading = bbcText.read(one.text, one.options);
    agrees(one, reading);
    expect(reading.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(unaccounted(one.text, reading.account, reading)).toEqual([]);
    expect(bbcText.recognises(one.text)).toBeGreaterThan(0.5);
  });
});

test.skipIf(!hasShared)("bbcText was tried on the pages beside the repository", () => {
  expect(sharedCases.map(({ name }) => name)).toContain("putin-xi-2024");
});
