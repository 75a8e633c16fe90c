/** Links through a long event: between its pages, to the whole of it, and the index of all its posts. */
import { html, raw, type SafeHtml } from "../../src/base/html.ts";
import { stringsFor } from "../../src/site/i18n/language.ts";
import type { Frame } from "../../src/site/views/frame.ts";
import type { EventPageIndex, Paging, PostLink } from "../../src/site/views/paging.ts";
import type { StreamView } from "../../src/site/views/stream.ts";
import { withLang } from "./with-lang.ts";

/** Links to the neighbours of a page; nothing on a page that holds the whole event. */
export function pageLinks({ frame, paging }: StreamView): SafeHtml | false {
  if (paging?.number === undefined) return false;
  const strings = stringsFor(frame.language);
  const way = (href: string | undefined, rel: string, words: string): SafeHtml | false =>
    href !== undefined && html`<a class="${rel}" href="${href}" rel="${rel}">${withLang(frame, words)}</a> `;
  return html`
<nav class="further" aria-label="${strings.eventPages}">${way(paging.newer, "next", strings.newerPosts)}<span class="extent">${withLang(frame, strings.pageOf(paging.number, paging.count))}</span> ${way(paging.older, "prev", strings.olderPosts)}</nav>`;
}

/** The index: a link to each post. The link to a post of another page has the id of that post, so that its anchor works here. */
export function postIndex({ frame, paging }: StreamView): SafeHtml | false {
  if (paging === undefined || paging.index.length === 0) return false;
  const strings = stringsFor(frame.language);
  return html`
<nav class="index" aria-labelledby="all_posts"><h2 id="all_posts">${withLang(frame, strings.indexOfPosts)}</h2>
<ol>
${paging.index.map((page) => raw(indexLines(page, page === paging.here)))}</ol></nav>`;
}

export const postLinkText = ({ clock, name }: PostLink): SafeHtml =>
  html`${clock !== undefined && html`<span class="at">${clock}</span> `}<span class="name">${name}</span>`;

const printed = new WeakMap<EventPageIndex, string>();

/** The lines of one page. They are printed once for all pages that do not hold its posts. */
function indexLines(page: EventPageIndex, here: boolean): string {
  const known = here ? undefined : printed.get(page);
  if (known !== undefined) return known;
  const lines = page.posts
    .map(
      (link) =>
        html`<li${!here && html` id="${link.id}"`}><a href="${!here && page.href}#${link.id}">${postLinkText(link)}</a></li>
`.value,
    )
    .join("");
  if (!here) printed.set(page, lines);
  return lines;
}

/** Links to the other orders and extents of the event; the present one is marked. */
export function orderLinks(frame: Frame, order: StreamView["order"], paging: Paging | undefined): SafeHtml {
  const strings = stringsFor(frame.language);
  const way = (href: string, words: string, here: boolean): SafeHtml =>
    html`<li>${here ? html`<span aria-current="true">${withLang(frame, words)}</span>` : html`<a href="${href}">${withLang(frame, words)}</a>`}</li>`;
  const whole = paging !== undefined && paging.number === undefined;
  return html`<nav class="order" aria-label="${strings.order}"><ul>${
    paging !== undefined && way("index.html", strings.newestPosts, paging.number === paging.count)
  }${
    paging === undefined
      ? way("index.html", strings.newestFirst, order === "newest")
      : way("all.html", strings.wholeEvent, whole && order === "newest")
  }${way("oldest.html", strings.oldestFirst, order === "oldest")}</ul></nav>`;
}
