/** sitemap and sitemapIndex: whole addresses of pages that may be found. */
import { expect, test } from "vitest";
import { sitemap } from "../../src/outputs/sitemap.ts";
import { sitemapIndex } from "../../src/outputs/sitemap-index.ts";
import { outputPost, publication } from "./sample.ts";
import { parseXml, textOf } from "./xml.ts";

const site = "https://example.org/a/";

test("sitemap names the live page and each post, with the time of its last change", () => {
  const posts = [
    outputPost("p-2", { published: "2024-05-17T02:37:00+01:00", updated: "2024-05-17T03:00:00+01:00" }),
    outputPost("p-1", { published: "2024-05-17T02:30:00+01:00" }),
    outputPost("p-0"),
  ];
  const root = parseXml(sitemap.print(publication({ site }), posts));
  expect(root.children.map((place) => [textOf(place, "loc"), textOf(place, "lastmod")])).toEqual([
    ["https://example.org/a/river/", undefined],
    ["https://example.org/a/river/p-2/", "2024-05-17T03:00:00+01:00"],
    ["https://example.org/a/river/p-1/", "2024-05-17T02:30:00+01:00"],
    ["https://example.org/a/river/p-0/", undefined],
  ]);
});

test("sitemapIndex names the sitemap of each live page", () => {
  const root = parseXml(sitemapIndex.print(publication({ site, folder: "" }), ["river/", "mill/"]));
  expect(root.children.map((place) => textOf(place, "loc"))).toEqual([
    "https://example.org/a/river/sitemap.xml",
    "https://example.org/a/mill/sitemap.xml",
  ]);
});

test("sitemap and sitemapIndex are given only where addresses are known and search engines are welcome", () => {
  for (const { given } of [sitemap, sitemapIndex]) {
    expect(given?.(publication({ site }))).toBe(true);
    expect(given?.(publication())).toBe(false);
    expect(given?.(publication({ site, noindex: true }))).toBe(false);
  }
});
