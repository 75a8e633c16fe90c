/** sitemap, ownSitemap and sitemapIndex: absolute addresses, in files within the limits of sitemaps.org. */
import { expect, test } from "vitest";
import { mostBytes, mostUrls, sitemapFiles, urlsPerFile } from "../../../src/outputs/sitemap-files.ts";
import { ownSitemap, sitemap } from "../../../src/outputs/sitemaps/sitemap.ts";
import { sitemapIndex } from "../../../src/outputs/sitemaps/sitemap-index.ts";
import { publication } from "../sample.ts";
import { parseXml, textOf } from "../xml.ts";

const site = "https://example.org/a/";

test("sitemap lists each page, with the time of its last change where that is known", () => {
  const places = [{ path: "river/index.html" }, { path: "river/p-2/index.html", changed: "2024-05-17T03:00:00+01:00" }];
  const root = parseXml(sitemap.print(publication({ site }), places));
  expect(root.attributes.xmlns).toBe("http://www.sitemaps.org/schemas/sitemap/0.9");
  expect(root.children.map((place) => [textOf(place, "loc"), textOf(place, "lastmod")])).toEqual([
    ["https://example.org/a/river/", undefined],
    ["https://example.org/a/river/p-2/", "2024-05-17T03:00:00+01:00"],
  ]);
});

test("sitemapIndex names each sitemap", () => {
  const paths = ["sitemap-archive.xml", "river/sitemap.xml", "river/sitemap-2.xml"];
  const root = parseXml(sitemapIndex.print(publication({ site, folder: "" }), paths));
  expect(root.children.map((place) => textOf(place, "loc"))).toEqual(paths.map((path) => `${site}${path}`));
});

test("sitemap, ownSitemap and sitemapIndex are given only where addresses are known and search engines are welcome", () => {
  for (const { given } of [sitemap, ownSitemap, sitemapIndex]) {
    expect(given?.(publication({ site }))).toBe(true);
    expect(given?.(publication())).toBe(false);
    expect(given?.(publication({ site, noindex: true }))).toBe(false);
  }
});

test("sitemapFiles are as many as the places need", () => {
  expect([0, 1, 50_000].map((places) => sitemapFiles("a/sitemap.xml", places, { site }))).toEqual(
    Array.from({ length: 3 }, () => ["a/sitemap.xml"]),
  );
  expect(sitemapFiles("a/sitemap.xml", 50_001, { site })).toEqual(["a/sitemap.xml", "a/sitemap-2.xml"]);
  expect(sitemapFiles("sitemap.xml", 150_001, { site }).at(-1)).toBe("sitemap-4.xml");
});

test.each([
  ["a short address", site],
  ["an address of 2,000 characters", `https://example.org/${"%C3%A9".repeat(330)}/`],
  ["an address full of what XML escapes", `https://example.org/${"&'".repeat(400)}/`],
])("urlsPerFile keep a sitemap and an index of %s within both limits", (_, long) => {
  const most = urlsPerFile({ site: long });
  expect(most).toBeLessThanOrEqual(mostUrls);
  const path = `${"s".repeat(80)}/${"p".repeat(60)}/index.html`;
  const bytes = (count: number): number =>
    Buffer.byteLength(
      sitemap.print(
        publication({ site: long }),
        Array.from({ length: count }, () => ({ path, changed: "2024-05-17T03:00:00.000+01:00" })),
      ),
    );
  // All lines are alike, so that the length of a large file follows from two small ones.
  const [none, ten] = [bytes(0), bytes(10)];
  expect(none + ((ten - none) / 10) * most).toBeLessThanOrEqual(mostBytes);
  const index = sitemapIndex.print(
    publication({ site: long }),
    Array.from({ length: 10 }, () => `${"s".repeat(80)}/sitemap-999.xml`),
  );
  expect((Buffer.byteLength(index) / 10) * most).toBeLessThanOrEqual(mostBytes);
});
