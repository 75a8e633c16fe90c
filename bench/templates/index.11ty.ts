/** `index.html`: all live pages, newest first. */
import { html } from "../../src/base/html.ts";
import type { ArchiveSite } from "../../src/site/archive-site.ts";
import { defineTemplate } from "../../src/site/template.ts";
import type { ListedPage } from "../../src/site/views/index-page.ts";
import { document, pageAddress, siteDescription } from "./document.ts";

interface PlainIndex {
  readonly title: string;
  readonly url: string;
  readonly pages: readonly ListedPage[];
}

export default defineTemplate({
  name: "plain index",
  of: "archive",
  views: ({ title, url = "/", pages }: ArchiveSite): readonly PlainIndex[] => [{ title, url, pages }],
  path: () => "index.html",
  render: ({ title, url, pages }) =>
    document({
      title,
      description: siteDescription,
      canonical: url,
      siteTitle: title,
      main: html`<h1>${title}</h1>
<ol class="livepages">${pages.map(
        ({ page }) => html`
<li><h2><a href="${pageAddress(page.slug)}">${page.title}</a></h2>
<p>${page.panel[0]}</p>
<p class="time">Updated <time datetime="${page.to?.iso}">${page.to?.date}</time>, ${page.extent}</p></li>`,
      )}
</ol>`,
    }),
});
