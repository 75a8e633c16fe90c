/** From a piece of HTML in data to blocks with its pictures, recordings and embeds, in the way in which posts of saved pages are read. */

import type { Block } from "../../model/block.ts";
import type { AccountPlace } from "../account/account-span.ts";
import type { WordLedger } from "../account/word-ledger.ts";
import { readBlocks } from "../html/blocks.ts";
import type { Element } from "../html/inline.ts";
import { makeElement } from "../html/make.ts";
import { parseFragment } from "../html/parser.ts";
import { withoutUnread } from "../media/embeds.ts";
import { mediaReader } from "../media/media.ts";
import type { NamedPictures } from "../pictures.ts";
import { renderTree } from "../rendered/rendered.ts";
import { loseMediaWords, loseUnseen } from "../rendered/unseen.ts";
import { settleCopies, takeHidden } from "./post/hidden.ts";
import { type OriginSite, resolveWithin } from "./site.ts";

export const richHtml = (html: string, post: number, words: WordLedger, pictures: NamedPictures): readonly Block[] =>
  richBlocks(html, (field) => ({ post, field }), words, pictures);

/** The same for HTML of any place; `place` gives the places of its captions and credits too. */
function richBlocks(
  html: string,
  place: (field: "body" | "caption" | "credit" | "author") => AccountPlace,
  words: WordLedger,
  pictures: NamedPictures,
): readonly Block[] {
  const root = rootOf(html, pictures.site);
  loseUnseen(root, words, place("body"));
  const { roles, copies } = takeHidden(root, words, place("body"));
  const blocks = readBlocks(root.childNodes, mediaReader({ words, place, pictures, roles }));
  return [...withoutUnread(blocks), ...settleCopies(copies, blocks, words, place("body"))];
}

/** The blocks of the words of a piece of HTML. What its pictures and frames say is counted as lost. */
export function wordsHtml(html: string, words: WordLedger, place: AccountPlace, site?: OriginSite): readonly Block[] {
  const root = rootOf(html, site);
  loseUnseen(root, words, place);
  loseMediaWords(root, words, place);
  return readBlocks(root.childNodes, { keep: (text) => words.keep(text, place) });
}

/** An element with everything that a reader saw. The HTML may close more elements than it opens. */
function rootOf(html: string, site: OriginSite | undefined): Element {
  const root = makeElement("div", {}, parseFragment(`<div>${html}</div>`).childNodes);
  renderTree(root);
  if (site !== undefined) resolveWithin(root, site);
  return root;
}
