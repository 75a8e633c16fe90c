/** What the pages that every peer prints share: the document, the addresses, a post. */
import { type Child, html, raw, type SafeHtml } from "../../src/base/html.ts";
import type { Frame } from "../../src/site/views/frame.ts";
import type { FigureView, PostView } from "../../src/site/views/post.ts";

/** What the site says of itself on every page; only the archive's own pages could ask the archive. */
export const siteDescription = "An archive of live pages.";

/** The site stands at its host's root: `https://live.example.org`. */
export const originOf = ({ canonical }: Frame): string => new URL(canonical ?? "https://live.example.org/").origin;

/** `/live/harbour-1/`, `/live/harbour-1/page/2/` */
export const pageAddress = (slug: string, number = 1): string =>
  `/live/${slug}/${number === 1 ? "" : `page/${number}/`}`;

/** An address that is longer than an id may be stands in the post's `context`. */
export const postAddress = (slug: string, { id, context }: PostView): string => `/live/${slug}/${context[0] ?? id}/`;

/** The address as a file. */
export const fileAt = (address: string): string => `${address.slice(1)}index.html`;

export interface DocumentParts {
  readonly title: string;
  readonly description: string;
  /** With its origin. */
  readonly canonical: string;
  readonly siteTitle: string;
  readonly head?: Child;
  readonly main: Child;
}

export const document = ({ title, description, canonical, siteTitle, head, main }: DocumentParts): SafeHtml =>
  html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${description}">
<link rel="canonical" href="${canonical}">
<link rel="alternate" type="application/atom+xml" href="/atom.xml" title="${siteTitle}">
<link rel="stylesheet" href="/style.css">
${head}</head>
<body>
<header class="site"><a href="/">${siteTitle}</a></header>
<main>
${main}
</main>
<footer>${siteDescription}</footer>
</body>
</html>
`;

/** A post on a live page, or (`heading`) alone. */
export const article = (post: PostView, heading: SafeHtml, bodyHtml: string): SafeHtml =>
  html`<article class="post" id="p-${post.context[0] ?? post.id}">
<header>${
    post.label !== undefined &&
    html`
<p class="label">${post.label}</p>`
  }
${heading}
<p class="time"><time datetime="${post.time?.iso}">${post.time?.clock} ${post.time?.zone}</time></p>${post.bylines.map(
    ({ name, role }) => html`
<p class="byline"><span class="name">${name}</span> <span class="role">${role}</span></p>`,
  )}
</header>
${post.figures.map(figure)}<div class="body">
${raw(bodyWithout(post.figures, bodyHtml))}</div>
</article>`;

/** Every peer prints an image that no peer holds. */
const figure = (view: FigureView): SafeHtml =>
  html`<figure><img src="${imageAddress(view)}" alt="${view.alt}" loading="lazy"><figcaption>${view.caption} <span class="credit">Image source, ${view.credit}</span></figcaption></figure>
`;

export const imageAddress = ({ file }: FigureView): string => `/img/${file}`;

/** The peers' figures stand before the text, ours in it. */
export const bodyWithout = (figures: readonly FigureView[], bodyHtml: string): string =>
  figures.length === 0 ? bodyHtml : bodyHtml.replace(/<figure[\s>][\s\S]*?<\/figure>\n?/g, "");

/** The words of the text alone. */
export function bodyText({ figures, text }: PostView): string {
  let rest = text();
  for (const { alt, caption, credit } of figures)
    rest = rest.replace([alt, caption, credit].filter((line) => line !== undefined).join("\n"), "");
  return rest.trim();
}
