/** Turns the addresses of a live page, or of the archive's own pages, into a sitemap (sitemaps.org). */
import { html } from "../../base/html.ts";
import { addressOf } from "../addresses.ts";
import type { Publication, SitemapUrl, UrlsForm } from "../contract.ts";
import { xml } from "../xml.ts";

const form = {
  type: "application/xml",
  use: "robots",
  // A sitemap may hold only absolute addresses.
  given: ({ site, noindex }: Publication) => site !== undefined && !noindex,
  from: "urls",
  print: (publication: Publication, urls: readonly SitemapUrl[]) =>
    xml`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.map(
  ({ path, changed }) =>
    html`<url><loc>${addressOf(publication, path)}</loc>${changed !== undefined && html`<lastmod>${changed}</lastmod>`}</url>
`,
)}</urlset>
`,
} as const;

export const sitemap: UrlsForm = { ...form, name: "Sitemap", file: "sitemap.xml", of: ["live page"] };

/** `sitemap.xml` of the archive is the index of all sitemaps. */
export const ownSitemap: UrlsForm = {
  ...form,
  name: "Sitemap of the archive's own pages",
  file: "sitemap-archive.xml",
  of: ["archive"],
};
