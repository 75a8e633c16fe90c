/** `<live page>/gallery.html`: the pictures of a live page in a grid, and each of them large at its own anchor. */
import { html, raw, type SafeHtml } from "../src/base/html.ts";
import { stringsFor } from "../src/site/i18n/language.ts";
import { defineTemplate } from "../src/site/template.ts";
import type { GalleryPicture, GalleryView } from "../src/site/views/gallery.ts";
import { document } from "./parts/page.ts";
import { timeOf } from "./parts/post.ts";
import { withLang } from "./parts/with-lang.ts";

export default defineTemplate({
  name: "gallery",
  of: "live page",
  views: ({ gallery }) => (gallery === undefined ? [] : [gallery]),
  path: (view) => view.frame.path,
  render: galleryPage,
});

function galleryPage(view: GalleryView): SafeHtml {
  const { frame, page, pictures } = view;
  const strings = stringsFor(frame.language);
  const main = html`<p class="part"><span>${withLang(frame, strings.partOf)}</span> <a href="index.html">${page.title}</a></p>
<h1>${withLang(frame, strings.gallery)}</h1>
<ol class="wall" id="the_pictures">
${pictures.map((picture) => tile(view, picture))}</ol>
${pictures.map((_, index) => large(view, index))}`;
  return document(frame, {
    kind: "gallery",
    main,
    skip: strings.skipToContent,
    skipTo: "the_pictures",
    ...(page.eventZone !== undefined && { eventZone: page.eventZone }),
    foot:
      page.rights !== undefined &&
      html`<dl><div><dt>${withLang(frame, strings.rights)}</dt><dd>${page.rights}</dd></div></dl>`,
  });
}

const tile = ({ frame }: GalleryView, picture: GalleryPicture): SafeHtml =>
  html`<li id="${picture.tile}"><figure class="figure"><a class="enlarge" href="#${picture.id}" aria-label="${stringsFor(frame.language).enlarge}: ${picture.name}">${raw(picture.smallHtml())}</a>${raw(picture.captionHtml())}</figure>
${postLine({ frame }, picture)}</li>
`;

/** The link back to the post. */
function postLine({ frame }: Pick<GalleryView, "frame">, { post }: GalleryPicture): SafeHtml {
  const strings = stringsFor(frame.language);
  const time = post.time === undefined ? withLang(frame, strings.noTime) : timeOf(frame, post.time, true);
  return html`<p class="of"><a href="index.html#${post.id}"><span class="hidden">${withLang(frame, strings.fromPost)}</span> ${time} <span class="name">${post.name}</span></a></p>`;
}

/** A large picture: below the grid without a style sheet; with it, shown where the address names its anchor. */
function large(view: GalleryView, index: number): SafeHtml {
  const { frame, pictures } = view;
  const strings = stringsFor(frame.language);
  const picture = pictures[index];
  if (picture === undefined) return html``;
  const position = `${index + 1} / ${pictures.length}`;
  const way = (to: GalleryPicture | undefined, rel: string, words: string): SafeHtml | false =>
    to !== undefined && html`<a class="${rel}" href="#${to.id}">${withLang(frame, words)}</a> `;
  return html`<section class="large" id="${picture.id}" aria-label="${position}: ${picture.name}">
<p class="turn">${way(pictures[index - 1], "prev", strings.previousPicture)}<span class="extent">${position}</span> ${way(pictures[index + 1], "next", strings.nextPicture)}<a class="close" href="#${picture.tile}">${withLang(frame, strings.close)}</a></p>
<figure class="figure">${raw(picture.largeHtml())}${raw(picture.captionHtml())}</figure>
${postLine(view, picture)}
</section>
`;
}
