/** Turns the paths of all sitemaps of the archive into a sitemap index (sitemaps.org). */
import { html } from "../../base/html.ts";
import { addressOf } from "../addresses.ts";
import type { SitemapsForm } from "../contract.ts";
import { xml } from "../xml.ts";

export const sitemapIndex: SitemapsForm = {
  name: "Sitemap index",
  file: "sitemap.xml",
  type: "application/xml",
  use: "robots",
  of: ["archive"],
  given: ({ site, noindex }) => site !== undefined && !noindex,
  from: "sitemaps",
  print: (publication, paths) => xml`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${paths.map(
  (path) => html`<sitemap><loc>${addressOf(publication, path)}</loc></sitemap>
`,
)}</sitemapindex>
`,
};
