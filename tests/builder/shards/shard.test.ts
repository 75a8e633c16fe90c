import fc from "fast-check";
import { expect, test } from "vitest";
import { mostShards, parseShard, shareOf } from "../../../src/builder/shards/shard.ts";

const anyPages = fc.uniqueArray(fc.record({ slug: fc.stringMatching(/^[a-z]{1,6}$/), files: fc.nat(500) }), {
  selector: ({ slug }) => slug,
  maxLength: 40,
});

test("shareOf gives each live page to exactly one part, the same whatever their order", () => {
  fc.assert(
    fc.property(anyPages, fc.integer({ min: 1, max: 9 }), (pages, of) => {
      const scans = pages.map((page) => ({ ...page, signature: "" }));
      const shares = Array.from({ length: of }, (_, index) => shareOf(scans, { number: index + 1, of }));
      expect(shares.flatMap((share) => [...share]).sort()).toEqual(pages.map(({ slug }) => slug).sort());
      const turned = shareOf(scans.toReversed(), { number: of, of });
      expect([...turned].sort()).toEqual([...(shares.at(-1) ?? [])].sort());
    }),
  );
});

test("shareOf loads no part with more than the largest live page above another", () => {
  fc.assert(
    fc.property(anyPages, fc.integer({ min: 1, max: 5 }), (pages, of) => {
      const scans = pages.map((page) => ({ ...page, signature: "" }));
      const loads = Array.from({ length: of }, (_, index) => {
        const own = shareOf(scans, { number: index + 1, of });
        return pages.reduce((sum, { slug, files }) => sum + (own.has(slug) ? files + 1 : 0), 0);
      });
      const largest = Math.max(0, ...pages.map(({ files }) => files + 1));
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(largest);
    }),
  );
});

test.each(["0/3", "4/3", "a/b", "1/0", "1", "", "1/", "-1/2", "1.5/2", "1/1001", " 1/2", "1/2/3"])(
  "parseShard takes %j for no part",
  (text) => expect(parseShard(text)).toBeUndefined(),
);

test("parseShard reads the number of a part and how many there are", () => {
  expect(parseShard("2/5")).toEqual({ number: 2, of: 5 });
  expect(parseShard(`1/${mostShards}`)).toEqual({ number: 1, of: 1000 });
});
