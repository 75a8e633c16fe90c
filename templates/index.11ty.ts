/** `index.html`: the front page with the newest live pages; and `archive-<n>.html`, lists of older ones. */
import { html, raw, type SafeHtml } from "../src/base/html.ts";
import { stringsFor } from "../src/site/i18n/language.ts";
import { defineTemplate } from "../src/site/template.ts";
import type { IndexedPage, IndexView, ListedYear } from "../src/site/views/index-page.ts";
import { document } from "./parts/page.ts";
import { smallStrip, strip } from "./parts/strip.ts";
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
  view.count === 0
    ? html`<div class="empty" id="live_pages"><p>${withLang(frame, strings.noLivePages)}</p><p>${withLang(frame, strings.noLivePagesHint)}</p></div>`
    : html`<div class="${view.count > 1 ? "pages several" : "pages"}" id="live_pages">
${view.years.map((year) => listedYear(view, year))}</div>`
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

function listedYear(view: IndexView, { heading, pages }: ListedYear): SafeHtml {
  const list = html`<ol>
${pages.map(
  (page) => html`<li>${livePage(view, page, heading === undefined ? "h2" : "h3")}</li>
`,
)}</ol>
`;
  return heading === undefined
    ? list
    : html`<section><h2 class="year">${withLang(view.frame, heading)}</h2>
${list}</section>
`;
}

const livePage = ({ frame }: IndexView, listed: IndexedPage, level: "h2" | "h3"): SafeHtml => {
  const { page, href, isNewest } = listed;
  const name = raw(level);
  return html`<article class="${isNewest ? "page newest" : "page"}">
<p class="dates">${page.days !== undefined && html`<b>${withPageLang(frame, page, page.days)}</b> `}<span>${withPageLang(frame, page, page.extent)}</span>${
    page.publisher !== undefined && html` <span><bdi>${page.publisher}</bdi></span>`
  }</p>
<div class="words" lang="${page.language}" dir="${page.direction}">
<${name} class="title"><a href="${href}">${page.title}</a></${name}>
${points(listed)}
</div>${look(listed)}
</article>`;
};

const points = ({ page, isNewest }: IndexedPage): SafeHtml | false => {
  const [first] = page.points;
  if (first === undefined) return false;
  return isNewest ? html`<ul>${page.points.map((point) => html`<li>${point}</li>`)}</ul>` : html`<p>${first}</p>`;
};

/** Its picture and its posts as bars: a second way to the live page, for the eye and the pointer alone. */
const look = ({ page, href, picture, isNewest }: IndexedPage): SafeHtml | false =>
  (picture !== undefined || page.strip !== undefined) &&
  html`
<a class="look" href="${href}" tabindex="-1" aria-hidden="true">${picture !== undefined && raw(picture.html())}${
    page.strip !== undefined && (isNewest ? strip(page.strip, undefined) : smallStrip(page.strip))
  }</a>`;
