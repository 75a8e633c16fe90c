import fc from "fast-check";
import { expect, test } from "vitest";
import { isPartOf, isSameSite, partKey, partNumber } from "../../src/importers/page-parts.ts";

const whole = new URL("https://www.news.example.org/live/ferry?edition=uk");
const at = (address: string) => new URL(address, whole);

test("a part of a live page has its address with a number, a place, or where a reader came from", () => {
  for (const part of [
    "?edition=uk&page=2",
    "?page=2&edition=uk#top",
    "https://news.example.org/live/ferry/?edition=uk",
    "/live/ferry/page/3?edition=uk",
    "/live/ferry/3?edition=uk",
    "/live/ferry/seite-3/?edition=uk",
    "?edition=uk&before=12345",
    "?edition=uk&utm_source=x",
    "?edition=uk&page=with:block-1",
  ])
    expect(isPartOf(at(part), whole), part).toBe(true);
  for (const other of [
    "?edition=us&page=2",
    "?page=2",
    "/live/other?edition=uk",
    "/live/ferry/comments?edition=uk",
    "/live/ferry/2024?edition=uk",
    "/live?edition=uk",
    "https://other.org/live/ferry?edition=uk",
  ])
    expect(isPartOf(at(other), whole), other).toBe(false);
});

test("on the front page of a site, years and posts are no parts", () => {
  const front = new URL("https://e.org/");
  expect(isPartOf(new URL("https://e.org/2024"), front)).toBe(false);
  expect(isPartOf(new URL("https://e.org/?p=1234"), front)).toBe(false);
  expect(isPartOf(new URL("https://e.org/?page=2"), front)).toBe(true);
  expect(isPartOf(new URL("https://e.org/page/2/"), front)).toBe(true);
});

test("parts have numbers and keys: the first is the one without a number", () => {
  const told = (address: string) => [partNumber(at(address), whole), partKey(at(address), whole)];
  expect(told("?edition=uk")).toEqual([1, ""]);
  expect(told("?edition=uk&page=1")).toEqual([1, ""]);
  expect(told("?edition=uk&page=12&utm_x=y")).toEqual([12, "page=12"]);
  expect(told("/live/ferry/page/3")).toEqual([3, "3"]);
  expect(told("?before=99")).toEqual([undefined, "before=99"]);
  expect(told("?page=with:block-1")).toEqual([undefined, "page=with:block-1"]);
});

test("every address is a part of itself", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (path, query) => {
      const url = new URL("https://e.org/");
      url.pathname = path;
      url.search = query;
      expect(isPartOf(url, url)).toBe(true);
      expect(isSameSite(url, url)).toBe(true);
    }),
  );
});

test("a site is a host and what lies below it", () => {
  const same = (a: string, b: string) => isSameSite(new URL(`https://${a}`), new URL(`https://${b}`));
  expect([same("www.e.org", "e.org"), same("api.e.org", "www.e.org"), same("e.org", "api.e.org")]).toEqual([
    true,
    true,
    true,
  ]);
  expect([same("e.org", "nice.org"), same("a.e.org", "b.e.org"), same("ee.org", "e.org")]).toEqual([
    false,
    false,
    false,
  ]);
});
