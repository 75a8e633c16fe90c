/** Sitemaps (sitemaps.org) of a live page and of the archive's own pages: their addresses, for search engines. */
import { html } from "../../base/html.ts";
import { addressOf } from "../addresses.ts";
import type { Publication, SitemapUrl, UrlsForm } from "../contract.ts";
import { xml } from "../xml.ts";

const form = {
  type: "application/xml",
  use: "robots",
  // It may hold whole addresses only.
  given: ({ site, noindex }: Publication) => site !== undefined && !noindex,
  from: "places",
  print: (publication: Publication, places: readonly SitemapUrl[]) =>
    xml`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${places.map(
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
