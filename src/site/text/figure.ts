/** Turns a figure into HTML: the picture in its formats and sizes, or a card that describes the missing picture. */
import { type Child, html, raw, type SafeHtml } from "../../base/html.ts";
import { renderInline } from "../../markdown/render.ts";
import type { Figure } from "../../model/block.ts";
import { type Inline, plainInline } from "../../model/inline.ts";
import type { Strings } from "../i18n/strings.ts";
import type { Picture, Variant } from "../pictures/picture.ts";
import { galleryPlaceholder, loadingPlaceholder, rootPlaceholder } from "./placeholders.ts";

/** Finds a picture by its file's name in `media/`; undefined where the archive does not hold it. */
export type FindPicture = (file: string) => Picture | undefined;

/** `sizes` of a picture in the text: the measure, or a narrow screen without its margins (see src/style/). */
const textSizes = "(min-width:100rem) 43rem,(min-width:42rem) 38rem,94vw";

/** `large`: the anchor of the picture in the gallery; absent for a picture that the gallery does not hold. */
export function figureHtml(figure: Figure, find: FindPicture, strings: Strings, large?: string): SafeHtml {
  const picture = find(figure.file);
  const caption = captionHtml(figure.caption, figure.credit);
  const captionText = figure.caption === undefined ? "" : plainInline(figure.caption);
  if (picture === undefined) {
    const alt = sameWords(figure.alt, captionText) ? "" : figure.alt;
    return html`<figure class="figure absent"><div class="frame"><p class="kind">${strings.absentPicture}</p>${
      alt !== "" && html`<p>${alt}</p>`
    }</div>${caption}</figure>`;
  }
  const alt = altText(figure.alt, captionText, strings);
  const shown = pictureHtml(picture, alt);
  if (large === undefined) return html`<figure class="figure">${shown}${caption}</figure>`;
  // The alt text names the link; where it is empty, the caption does.
  const name = alt === "" && html` aria-label="${strings.enlarge}: ${captionText}"`;
  return html`<figure class="figure"><a class="enlarge" href="${raw(galleryPlaceholder)}#${large}"${name}>${shown}</a>${caption}</figure>`;
}

/** The alt text: "" where the caption, which is read aloud anyway, has the same words. */
export function altText(alt: string, caption: string, strings: Strings): string {
  if (alt.trim() === "") return caption === "" ? strings.noDescription : "";
  return sameWords(alt, caption) ? "" : alt;
}

const sameWords = (a: string, b: string): boolean => bare(a) === bare(b);
const bare = (text: string): string =>
  text
    .replace(/[\s.]+/g, " ")
    .trim()
    .toLowerCase();

/** The caption and, quieter, the credit; nothing where neither is known. */
export function captionHtml(caption: readonly Inline[] | undefined, credit: readonly Inline[] | undefined): Child {
  if (caption === undefined && credit === undefined) return undefined;
  return html`<figcaption>${caption !== undefined && html`<span class="caption">${renderInline(caption)}</span>`}${
    credit !== undefined && html` <span class="credit">${renderInline(credit)}</span>`
  }</figcaption>`;
}

/** `<picture>` in all formats, best first, on its mean colour. `sizes`: its width on the page, as in HTML. */
export function pictureHtml(picture: Picture, alt: string, sizes = textSizes): SafeHtml {
  // `src` is for browsers without `srcset`: one file, wide enough for the measure.
  const plain = picture.fallback.find(({ width }) => width >= 1080) ?? picture.fallback.at(-1);
  if (plain === undefined) return html``;
  return html`<span class="frame"><svg class="tone" width="100%" height="100%" aria-hidden="true"><rect width="100%" height="100%" fill="${picture.tone}"/></svg><picture>${picture.sources.map(
    (source) => html`<source type="${source.type}" srcset="${srcset(source.variants)}" sizes="${sizes}">`,
  )}<img src="${raw(rootPlaceholder)}${plain.path}" srcset="${srcset(picture.fallback)}" sizes="${sizes}" width="${picture.width}" height="${picture.height}" alt="${alt}" ${raw(loadingPlaceholder)} decoding="async"></picture></span>`;
}

const srcset = (variants: readonly Variant[]): SafeHtml =>
  raw(variants.map((variant) => String(html`${raw(rootPlaceholder)}${variant.path} ${variant.width}w`)).join(","));
