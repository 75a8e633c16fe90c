/** The archive's sitemap: where those of its live pages are. */
import { html } from "../base/html.ts";
import { addressOf } from "./addresses.ts";
import type { FoldersForm } from "./contract.ts";
import { xml } from "./xml.ts";

export const sitemapIndex: FoldersForm = {
  name: "Sitemap index",
  file: "sitemap.xml",
  type: "application/xml",
  use: "robots",
  of: ["archive"],
  given: ({ site, noindex }) => site !== undefined && !noindex,
  from: "folders",
  print: (publication, folders) => xml`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${folders.map(
  (folder) => html`<sitemap><loc>${addressOf(publication, `${folder}sitemap.xml`)}</loc></sitemap>
`,
)}</sitemapindex>
`,
};
