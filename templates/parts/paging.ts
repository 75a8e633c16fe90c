/** Links through a long event: between its pages, to the whole of it, and the index of all its posts. */
import { html, raw, type SafeHtml } from "../../src/base/html.ts";
import { stringsFor } from "../../src/site/i18n/language.ts";
import type { Frame } from "../../src/site/views/frame.ts";
import type { EventPageIndex, Paging, PostLink } from "../../src/site/views/paging.ts";
import type { StreamView } from "../../src/site/views/stream.ts";
import { withLang } from "./with-lang.ts";

/** Above the posts: links to the neighbours of a page; nothing on a page that holds the whole event. */
export function pageLinks(view: StreamView): SafeHtml | false {
  const links = neighbours(view);
  return (
    links && html`<nav class="further" aria-label="${stringsFor(view.frame.language).eventPages}">${links}</nav>\n`
  );
}

/** Below the posts: the same links, and the ways to the top, to the other order and to all live pages. */
export function endLinks(view: StreamView): SafeHtml {
  const { frame, order, paging } = view;
  const strings = stringsFor(frame.language);
  const links = neighbours(view);
  const [other, words] =
    order === "newest"
      ? ["oldest.html", strings.oldestFirst]
      : [paging === undefined ? "index.html" : "all.html", strings.newestFirst];
  return html`<nav class="end" aria-label="${strings.readOn}">${
    links && html`<p class="further">${links}</p>`
  }<p><a href="#${topAnchor}">${withLang(frame, strings.toTop)}</a> · <a href="${other}">${withLang(frame, words)}</a> · <a href="../index.html">${withLang(frame, strings.frontPage)}</a></p></nav>`;
}

/** The anchor of the head of a live page. It holds an underscore, which no post's id holds. */
export const topAnchor = "the_top";

function neighbours({ frame, paging }: StreamView): SafeHtml | false {
  if (paging?.number === undefined) return false;
  const { number, count, newer, older } = paging;
  const strings = stringsFor(frame.language);
  const way = (href: string | undefined, rel: string, words: string): SafeHtml | false =>
    href !== undefined && html`<a class="${rel}" href="${href}" rel="${rel}">${withLang(frame, words)}</a> `;
  const place = number === count ? strings.newestOf(count) : strings.pageOf(number, count);
  return html`${way(newer, "next", strings.newerPosts)}<span class="extent">${withLang(frame, place)}</span> ${way(older, "prev", strings.olderPosts)}`;
}

/** The index: a link to each post. The link to a post of another page has the id of that post, so that its anchor works here. */
export function postIndex({ frame, paging }: StreamView): SafeHtml | false {
  if (paging === undefined || paging.index.length === 0) return false;
  const strings = stringsFor(frame.language);
  return html`
<nav class="index" aria-labelledby="all_posts"><h2 id="all_posts">${withLang(frame, strings.indexOfPosts)}</h2>
<div>
${paging.index.map((page) => raw(indexLines(frame, page, page === paging.here)))}</div></nav>`;
}

export const postLinkText = ({ clock, name }: PostLink): SafeHtml =>
  html`${clock !== undefined && html`<span class="at">${clock}</span> `}<span class="name">${name}</span>`;

const printed = new WeakMap<EventPageIndex, string>();

/** The lines of one page, by hours. They are printed once for all pages that do not hold its posts. */
function indexLines(frame: Frame, page: EventPageIndex, here: boolean): string {
  const known = here ? undefined : printed.get(page);
  if (known !== undefined) return known;
  const lines = page.hours
    .map(
      ({ heading, posts }) =>
        html`${heading !== undefined && html`<h3>${withLang(frame, heading)}</h3>\n`}<ol>${posts.map(
          (link) =>
            html`<li${!here && html` id="${link.id}"`}><a href="${!here && page.href}#${link.id}">${postLinkText(link)}</a></li>
`,
        )}</ol>
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
