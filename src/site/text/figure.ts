/** Turns a figure into HTML: the picture in its formats and sizes, or a card that describes the missing picture. */
import { type Child, html, raw, type SafeHtml } from "../../base/html.ts";
import { renderInline } from "../../markdown/render.ts";
import type { Figure } from "../../model/block.ts";
import { type Inline, plainInline } from "../../model/inline.ts";
import type { Strings } from "../i18n/strings.ts";
import { type Picture, type ShownPicture, type ShownVariant, whitePaper } from "../pictures/picture.ts";
import { galleryPlaceholder, loadingPlaceholder, rootPlaceholder } from "./placeholders.ts";

/** Finds a picture by its file's name in `media/`; undefined where the archive does not hold it. */
export type FindPicture = (file: string) => Picture | undefined;

interface FigureContext {
  readonly find: FindPicture;
  readonly strings: Strings;
  /** In how many columns its row stands. */
  readonly columns: 1 | 2;
  /** The anchor of the picture in the gallery; absent for a picture that the gallery does not hold. */
  readonly large?: string;
}

export function figureHtml(figure: Figure, { find, strings, columns, large }: FigureContext): SafeHtml {
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
  const shown = pictureHtml(picture, alt, textSizes(picture, columns));
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

/** `sizes` of a picture in the text: the measure, or a narrow screen without its margins, or what its height allows (see src/style/). */
function textSizes({ width, height }: ShownPicture, columns: 1 | 2): string {
  const most = (mostHeight * width) / height;
  const wide = (least: number, rem: number): string =>
    `(min-width:${least}rem) ${Math.ceil(Math.min(rem, least >= 100 ? most * largerText : most))}rem`;
  const measure = columns === 1 ? [wide(100, 43)] : [wide(100, 21), wide(48, 19)];
  return [...measure, wide(42, 38), "94vw"].join(",");
}

/** In rem. */
const mostHeight = 44;
/** From 100rem on the text is larger by an eighth; `sizes` counts in the rem of the reader. */
const largerText = 1.125;

/** `<picture>` in all formats, best first, on its tone. `sizes`: its width on the page, as in HTML. */
export function pictureHtml(picture: ShownPicture, alt: string, sizes = textSizes(picture, 1)): SafeHtml {
  // `src` is for browsers without `srcset`: one file, wide enough for the measure.
  const plain = picture.fallback.find(({ width }) => width >= 1080) ?? picture.fallback.at(-1);
  if (plain === undefined) return html``;
  return html`<span class="frame">${toneHtml(picture)}<picture>${picture.sources.map(
    (source) => html`<source type="${source.type}" srcset="${srcset(source.variants)}" sizes="${sizes}">`,
  )}<img src="${raw(rootPlaceholder)}${plain.path}" srcset="${srcset(picture.fallback)}" sizes="${sizes}" width="${picture.width}" height="${picture.height}" alt="${alt}" ${raw(loadingPlaceholder)} decoding="async"></picture></span>`;
}

/** The tone in the shape of the picture. White paper is shown on a dark page alone: see src/style/. */
const toneHtml = ({ tone, width, height }: ShownPicture): SafeHtml | false =>
  tone !== undefined &&
  html`<svg class="${tone === whitePaper ? "tone clear" : "tone"}" viewBox="0 0 ${width} ${height}" aria-hidden="true"><rect width="100%" height="100%" fill="${tone}"/></svg>`;

const srcset = (variants: readonly ShownVariant[]): SafeHtml =>
  raw(variants.map((variant) => String(html`${raw(rootPlaceholder)}${variant.path} ${variant.width}w`)).join(","));
