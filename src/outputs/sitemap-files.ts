/** Divides sitemaps into files within the limits of sitemaps.org: 50,000 addresses and 50 MB. */
import { html } from "../base/html.ts";
import type { Publication } from "./contract.ts";

/** Addresses, and uncompressed bytes. */
export const mostUrls = 50_000;
export const mostBytes = 52_428_800;

/** Bytes beside the site's address: elements, a path, a time. A slug has at most 80 characters, an id 60. */
const aroundEach = 300;

/** How many addresses of a site one file may hold. */
export function urlsPerFile({ site }: Pick<Publication, "site">): number {
  const each = Buffer.byteLength(html`${site}`.value) + aroundEach;
  return Math.min(mostUrls, Math.floor((mostBytes - aroundEach) / each));
}

/** The files for a number of addresses, at least one: `sitemap.xml`, `sitemap-2.xml`. */
export function sitemapFiles(file: string, urls: number, publication: Pick<Publication, "site">): readonly string[] {
  const count = Math.max(1, Math.ceil(urls / urlsPerFile(publication)));
  return Array.from({ length: count }, (_, index) =>
    index === 0 ? file : file.replace(/\.xml$/, `-${index + 1}.xml`),
  );
}
