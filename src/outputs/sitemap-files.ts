/** How much a sitemap may hold (sitemaps.org), and into which files a longer one is divided. */
import { html } from "../base/html.ts";
import type { Publication } from "./contract.ts";

/** Addresses, and bytes that are not compressed. */
export const mostUrls = 50_000;
export const mostBytes = 52_428_800;

/** Around an address and after the site's own: elements, a path, a time. A slug has 80 characters, an id 60. */
const aroundEach = 300;

/** How many places of a site stand in one file. */
export function urlsPerFile({ site }: Pick<Publication, "site">): number {
  const each = Buffer.byteLength(html`${site}`.value) + aroundEach;
  return Math.min(mostUrls, Math.floor((mostBytes - aroundEach) / each));
}

/** The names of the files for a number of places: `sitemap.xml`, `sitemap-2.xml`. There is always a first. */
export function sitemapFiles(file: string, places: number, publication: Pick<Publication, "site">): readonly string[] {
  const count = Math.max(1, Math.ceil(places / urlsPerFile(publication)));
  return Array.from({ length: count }, (_, index) =>
    index === 0 ? file : file.replace(/\.xml$/, `-${index + 1}.xml`),
  );
}
