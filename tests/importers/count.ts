/** Counts what a post is made of, as the expectations of the cases count it. */
import { type Block, isMedia } from "../../src/model/block.ts";
import { plainInline } from "../../src/model/inline.ts";

export interface Counts {
  images: number;
  captions: number;
  media: number;
  bullets: number;
  numbered: number;
  quotes: number;
  embeds: number;
  tables: number;
  paragraphs: number;
}

export function countBlocks(blocks: readonly Block[]): Counts {
  const counts = {
    images: 0,
    captions: 0,
    media: 0,
    bullets: 0,
    numbered: 0,
    quotes: 0,
    embeds: 0,
    tables: 0,
    paragraphs: 0,
  };
  for (const block of blocks) {
    if (block.kind === "figure") {
      counts.images += block.caption !== undefined || block.credit !== undefined ? 1 : 0;
      counts.captions += block.caption === undefined ? 0 : 1;
    } else if (block.kind === "list") counts[block.start === undefined ? "bullets" : "numbered"] += points(block.items);
    else if (block.kind === "quote") counts.quotes += 1;
    else if (block.kind === "embed") counts.embeds += 1;
    else if (isMedia(block)) counts.media += 1;
    else if (block.kind === "table") counts.tables += 1;
    else if (block.kind === "paragraph") {
      const rows = plainInline(block.content).split("\n").length;
      counts[rows >= 3 ? "tables" : "paragraphs"] += 1;
    }
  }
  return counts;
}

/** Points of points count as well. */
const points = (items: readonly (readonly Block[])[]): number =>
  items.reduce(
    (sum, blocks) =>
      sum + 1 + blocks.reduce((inner, block) => inner + (block.kind === "list" ? points(block.items) : 0), 0),
    0,
  );
