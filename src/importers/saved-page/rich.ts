/** A piece of HTML in data, with its pictures, recordings and embeds: as a saved page's posts are read. */

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

/** The same for a text of any place: its captions and credits have places of their own. */
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

/** The blocks of a piece of HTML of which the words alone are read: what its pictures and frames say is counted. */
export function wordsHtml(html: string, words: WordLedger, place: AccountPlace, site?: OriginSite): readonly Block[] {
  const root = rootOf(html, site);
  loseUnseen(root, words, place);
  loseMediaWords(root, words, place);
  return readBlocks(root.childNodes, { keep: (text) => words.keep(text, place) });
}

/** An element with all that a reader saw; the HTML may close more than it opens. */
function rootOf(html: string, site: OriginSite | undefined): Element {
  const root = makeElement("div", {}, parseFragment(`<div>${html}</div>`).childNodes);
  renderTree(root);
  if (site !== undefined) resolveWithin(root, site);
  return root;
}
