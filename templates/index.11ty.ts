/** `index.html`: the front page with the newest live pages; and `archive-<n>.html`, lists of older ones. */
import { html, raw, type SafeHtml } from "../src/base/html.ts";
import { stringsFor } from "../src/site/i18n/language.ts";
import { defineTemplate } from "../src/site/template.ts";
import type { IndexView } from "../src/site/views/index-page.ts";
import type { LivePageView } from "../src/site/views/live-page.ts";
import { document } from "./parts/page.ts";
import { strip } from "./parts/strip.ts";
import { withLang, withPageLang } from "./parts/with-lang.ts";

export default defineTemplate({
  name: "front page",
  of: "archive",
  cards: true,
  views: ({ index }) => index,
  path: (view) => view.frame.path,
  render: frontPage,
});

function frontPage(view: IndexView): SafeHtml {
  const { frame } = view;
  const strings = stringsFor(frame.language);
  const main = html`<header class="lead">
<h1>${view.title}</h1>
${view.aboutHtml !== "" && html`<div class="about">${raw(view.aboutHtml)}</div>`}
</header>
${
  view.pages.length === 0
    ? html`<div class="empty" id="live_pages"><p>${withLang(frame, strings.noLivePages)}</p><p>${withLang(frame, strings.noLivePagesHint)}</p></div>`
    : html`<ol class="pages" id="live_pages">
${view.pages.map(
  ({ page, href }) => html`<li>${livePage(view, page, href)}</li>
`,
)}</ol>`
}${view.extent !== undefined && furtherPages(view, view.extent)}`;
  return document(frame, {
    kind: "front",
    main,
    skip: strings.skipToContent,
    skipTo: "live_pages",
    foot:
      view.rights !== undefined &&
      html`<dl><div><dt>${withLang(frame, strings.rights)}</dt><dd>${view.rights}</dd></div></dl>`,
    home: view.newer !== undefined,
  });
}

const furtherPages = ({ frame, newer, older }: IndexView, extent: string): SafeHtml => {
  const strings = stringsFor(frame.language);
  const way = (href: string | undefined, rel: string, words: string): SafeHtml | false =>
    href !== undefined && html`<a class="${rel}" href="${href}" rel="${rel}">${withLang(frame, words)}</a> `;
  return html`
<nav class="further" aria-label="${strings.morePages}">${way(newer, "prev", strings.newerPages)}<span class="extent">${withLang(frame, extent)}</span> ${way(older, "next", strings.olderPages)}</nav>`;
};

const livePage = ({ frame }: IndexView, page: LivePageView, href: string): SafeHtml =>
  html`<article class="page">
<p class="dates">${page.days !== undefined && html`<b>${withPageLang(frame, page, page.days)}</b> `}<span>${withPageLang(frame, page, page.extent)}</span>${
    page.publisher !== undefined &&
    html` <span>${withLang(frame, stringsFor(frame.language).publisher)} <bdi>${page.publisher}</bdi></span>`
  }</p>
<div lang="${page.language}" dir="${page.direction}">
<h2><a href="${href}">${page.title}</a></h2>
${page.strip !== undefined && strip(page.strip, undefined)}
${page.points.length > 0 && html`<ul>${page.points.map((point) => html`<li>${point}</li>`)}</ul>`}
</div>
</article>`;
