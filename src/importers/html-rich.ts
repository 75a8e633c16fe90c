/** A piece of HTML in data, with its pictures, recordings and embeds: as a saved page's posts are read. */

import type { Block } from "../model/block.ts";
import type { Place } from "./account-span.ts";
import { readBlocks } from "./html-blocks.ts";
import { settleCopies, takeHidden } from "./html-hidden.ts";
import type { Element } from "./html-inline.ts";
import { mediaReader } from "./html-media.ts";
import { parseFragment } from "./html-parser.ts";
import type { Pictures } from "./pictures.ts";
import type { Words } from "./words.ts";

export function richHtml(html: string, post: number, words: Words, pictures: Pictures): readonly Block[] {
  const root = parseFragment(`<div>${html}</div>`).childNodes[0] as Element;
  const place = (field: "body" | "caption" | "credit" | "author"): Place => ({ post, field });
  const { roles, copies } = takeHidden(root, words, place("body"));
  const blocks = readBlocks(root.parentNode?.childNodes ?? [root], mediaReader({ words, place, pictures, roles }));
  return [...blocks, ...settleCopies(copies, blocks, words, place("body"))];
}
