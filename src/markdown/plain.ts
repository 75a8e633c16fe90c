/** From blocks to their words in reading order, without labels, addresses and names of files. */
import { type Block, isMedia } from "../model/block.ts";
import { type Inline, plainInline } from "../model/inline.ts";

/** All words, one line for each block, field and cell, including alt texts, captions, credits, persons and roles. */
export const plainBlocks = (blocks: readonly Block[]): string => plainPieces(blocks).join("\n");

/** The same words, one text for each block, field and cell. */
export const plainPieces = (blocks: readonly Block[]): readonly string[] => blocks.flatMap(wordsOf);

function wordsOf(block: Block): readonly string[] {
  if (isMedia(block)) {
    const { caption, credit, provider, author, date, blocks } = block;
    return [
      ...inline(caption),
      ...inline(credit),
      ...word(provider),
      ...word(author),
      ...word(date),
      ...blocks.flatMap(wordsOf),
    ];
  }
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return inline(block.content);
    case "list":
      return block.items.flat().flatMap(wordsOf);
    case "quote":
      return [...block.blocks.flatMap(wordsOf), ...inline(block.person), ...inline(block.role)];
    case "figure":
      return [...word(block.alt), ...inline(block.caption), ...inline(block.credit)];
    case "table":
      return [block.head, ...block.rows].flat().flatMap(inline);
    case "code":
      return [block.text];
    case "divider":
      return [];
  }
}

const inline = (content: readonly Inline[] | undefined): readonly string[] =>
  content === undefined || content.length === 0 ? [] : [plainInline(content)];

const word = (text: string | undefined): readonly string[] => (text === undefined || text === "" ? [] : [text]);
