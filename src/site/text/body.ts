/**
 * Turns the blocks of a text into HTML, once for all pages that hold the text. Where the HTML depends on the page it holds a
 * placeholder, `<@...>`, which no escaped text can contain; each page fills the placeholders.
 */
import type { SafeHtml } from "../../base/html.ts";
import { renderBlocks } from "../../markdown/render.ts";
import type { Block, Figure } from "../../model/block.ts";
import type { Strings } from "../i18n/strings.ts";
import { largePictureId } from "../views/gallery.ts";
import { type FindPicture, figureHtml } from "./figure.ts";
import { figureRows } from "./figure-rows.ts";
import { mediaHtml } from "./media.ts";
import { galleryPlaceholder, loadingPlaceholder, rootPlaceholder } from "./placeholders.ts";

/** What a page decides about a text that it holds. */
export interface PlaceholderValues {
  /** The way to the site's root: "", "../" or "../../". */
  readonly root: string;
  /** The level of the text's highest headings: one below the post's heading. */
  readonly headingLevel: number;
  /** Stands before an anchor within the live page: "" in the stream. */
  readonly anchorBase: string;
  /** True where the first picture is near the top of the page, so that it loads at once. */
  readonly eagerFirst: boolean;
  /** The way to the gallery of the live page; absent where the page has none beside it. */
  readonly galleryHref?: string;
}

/** `post`: the id of the post, whose pictures link to the gallery; absent for other texts. */
export function bodyHtml(blocks: readonly Block[], find: FindPicture, strings: Strings, post?: string): string {
  let number = 0;
  const render = (blocks: readonly Block[], columnsOf: (figure: Figure) => 1 | 2): string =>
    renderBlocks(blocks, {
      figure: (figure) => {
        number += 1;
        const large = post === undefined ? undefined : largePictureId(post, number);
        return figureHtml(figure, { find, strings, columns: columnsOf(figure), ...(large !== undefined && { large }) });
      },
      media: (media, text: SafeHtml) => mediaHtml(media, text, find, strings),
    }).value;
  return figureRows(blocks)
    .map(({ isRow, blocks: run }) => {
      if (!isRow) return render(run, () => 1);
      // The first of an odd number stands above both columns: see src/style/.
      const wide = run.length % 2 === 1 ? run[0] : undefined;
      return `<div class="row">\n${render(run, (figure) => (figure === wide ? 1 : 2))}\n</div>`;
    })
    .join("\n");
}

/** Fills the placeholders of a text for one page: paths, heading levels, the loading of pictures. */
export function fillPlaceholders(body: string, values: PlaceholderValues): string {
  let first = values.eagerFirst;
  const load = (): string => {
    const words = first ? 'fetchpriority="high"' : 'loading="lazy"';
    first = false;
    return words;
  };
  return levelHeadings(body, values.headingLevel)
    .replaceAll(rootPlaceholder, values.root)
    .replaceAll(loadingPlaceholder, load)
    .replace(enlarging, (link: string, picture: string) =>
      values.galleryHref === undefined ? picture : link.replace(galleryPlaceholder, values.galleryHref),
    )
    .replaceAll('href="#', `href="${values.anchorBase}#`);
}

/** A picture with its link to the gallery. */
const enlarging = new RegExp(`<a class="enlarge" href="${galleryPlaceholder}[^>]*>(.*?</picture></span>)</a>`, "gs");

/** Gives the headings of a text levels that begin at `top` and never skip a level downwards. */
function levelHeadings(body: string, top: number): string {
  const levels = [...body.matchAll(/<h([1-6])[ >]/g)].map((match) => Number(match[1]));
  if (levels.length === 0) return body;
  const highest = levels.reduce((least, one) => Math.min(least, one));
  let last = top - 1;
  return body.replace(/<(\/?)h([1-6])(?=[ >])/g, (_, close: string, level: string) => {
    if (close === "") last = Math.min(top + Number(level) - highest, last + 1, 6);
    return `<${close}h${last}`;
  });
}
