/** Laws of live pages of no known form: whatever clothes a post wears, it is found with all of its words and at its time. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { liveHtml } from "../../src/importers/live-html/live-html.ts";
import { plainBlocks } from "../../src/markdown/plain.ts";
import { parseInstant, printInstant } from "../../src/model/instant.ts";
import type { FoundPost } from "../../src/model/live-page.ts";
import { accounted } from "./accounted.ts";
import { insertions, livePages } from "./live-clothes.ts";

const options = {
  file: "page.html",
  zone: "Europe/London",
  captured: parseInstant("2024-05-16T23:59:00+01:00", "Europe/London")!,
};
const runs = process.env.AFTERLIVE_LONG ? 3_000 : 120;

const wordsOf = ({ label, headline, context, bylines, blocks }: FoundPost): string =>
  [label, headline, ...context, ...bylines.flatMap(({ name, role }) => [name, role]), plainBlocks(blocks)]
    .filter((one) => one !== undefined)
    .join(" ")
    .replace(/\s+/g, " ");

const minuteOf = (post: FoundPost): number | undefined => {
  if (post.published === undefined) return undefined;
  const [, hours, minutes] = /T(\d\d):(\d\d)/.exec(printInstant(post.published)) ?? [];
  return Number(hours) * 60 + Number(minutes);
};

describe("liveHtml", () => {
  test("finds every post of a random live page with its words and its time", () => {
    fc.assert(
      fc.property(livePages, ({ html, posts }) => {
        const found = accounted(liveHtml, html, options).posts;
        const seen = found.map((post) => [minuteOf(post), wordsOf(post)] as const);
        expect(found.length, JSON.stringify(seen)).toBe(posts.length);
        for (const [index, post] of posts.entries()) {
          expect(seen[index]?.[0], JSON.stringify(seen)).toBe(post.minute);
          for (const text of post.texts) expect(seen[index]?.[1]).toContain(text);
        }
      }),
      { numRuns: runs },
    );
  });

  test("keeps a sentence in its post, whatever its element is called", () => {
    fc.assert(
      fc.property(insertions, ({ html, posts, post, sentence }) => {
        const found = accounted(liveHtml, html, options).posts;
        expect(found).toHaveLength(posts.length);
        expect(wordsOf(found[post]!)).toContain(sentence);
        for (const text of posts[post]!.texts) expect(wordsOf(found[post]!)).toContain(text);
      }),
      { numRuns: runs },
    );
  });
});
