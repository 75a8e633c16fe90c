/**
 * A post's text as HTML, printed once for all the pages that hold it. What depends on the page is a mark, `<@...>`,
 * which no escaped text can contain.
 */
import type { SafeHtml } from "../../base/html.ts";
import { renderBlocks } from "../../markdown/render.ts";
import type { Block } from "../../model/block.ts";
import type { Strings } from "../i18n/strings.ts";
import { largePictureId } from "../views/gallery.ts";
import { type FindPicture, figureHtml } from "./figure.ts";
import { mediaHtml } from "./media.ts";
import { galleryPlaceholder, loadingPlaceholder, rootPlaceholder } from "./placeholders.ts";

/** What a page decides about the text it holds. */
export interface BodyContext {
  /** "../" or "../../" */
  readonly root: string;
  /** The rank of the text's own first headings: one below the post's heading. */
  readonly rank: number;
  /** Before an anchor within the live page: "" in the stream. */
  readonly stream: string;
  /** Whether the first picture is near the page's top. */
  readonly eager: boolean;
  /** The way to the pictures of the live page, where each is seen large; absent where a text is not beside them. */
  readonly gallery?: string;
}

/** `post`: the id of the post, whose pictures hang in the gallery; absent for other texts. */
export function bodyHtml(blocks: readonly Block[], find: FindPicture, strings: Strings, post?: string): string {
  let number = 0;
  return renderBlocks(blocks, {
    figure: (figure) => {
      number += 1;
      return figureHtml(figure, find, strings, post === undefined ? undefined : largePictureId(post, number));
    },
    media: (media, text: SafeHtml) => mediaHtml(media, text, find, strings),
  }).value;
}

/** Fits a text to its page: ways to files, ranks of headings, loading of pictures. */
export function fillPlaceholders(body: string, place: BodyContext): string {
  let first = place.eager;
  const load = (): string => {
    const words = first ? 'fetchpriority="high"' : 'loading="lazy"';
    first = false;
    return words;
  };
  return rankHeadings(body, place.rank)
    .replaceAll(rootPlaceholder, place.root)
    .replaceAll(loadingPlaceholder, load)
    .replace(enlarging, (link: string, picture: string) =>
      place.gallery === undefined ? picture : link.replace(galleryPlaceholder, place.gallery),
    )
    .replaceAll('href="#', `href="${place.stream}#`);
}

/** A picture in its link to where it is seen large. */
const enlarging = new RegExp(`<a class="enlarge" href="${galleryPlaceholder}[^>]*>(.*?</picture></span>)</a>`, "gs");

/** Gives the headings of a text ranks that begin at `rank` and never skip one downwards. */
function rankHeadings(body: string, rank: number): string {
  const ranks = [...body.matchAll(/<h([1-6])[ >]/g)].map((match) => Number(match[1]));
  if (ranks.length === 0) return body;
  const highest = ranks.reduce((least, one) => Math.min(least, one));
  let last = rank - 1;
  return body.replace(/<(\/?)h([1-6])(?=[ >])/g, (_, close: string, level: string) => {
    if (close === "") last = Math.min(rank + Number(level) - highest, last + 1, 6);
    return `<${close}h${last}`;
  });
}
