/** Turns texts into a few plain words: for descriptions, and for the names of posts without a headline. */
import { withoutEnd } from "../../base/without-end.ts";
import { type Block, isMedia } from "../../model/block.ts";
import { type Inline, plainInline } from "../../model/inline.ts";

/** Text on one line, cut between words to at most `limit` characters with an ellipsis. */
export function clip(text: string, limit: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= limit) return line;
  const cut = line.slice(0, limit);
  const space = line.slice(0, limit + 1).lastIndexOf(" ");
  // A word longer than half the line is cut inside, but not inside a surrogate pair.
  const kept = space > limit / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, "");
  return `${withoutEnd(kept, /[\s,;:–—-]/)}…`;
}

/** The plain texts of blocks in reading order: paragraphs, points, quotations; then captions, or alt texts, of pictures. */
export function* passages(blocks: readonly Block[]): Generator<string> {
  const plain = (content: readonly Inline[] | undefined): string => plainInline(content ?? []).trim();
  for (const block of blocks) {
    if (block.kind === "paragraph" || block.kind === "heading") yield plain(block.content);
    else if (block.kind === "list") for (const point of block.items) yield* passages(point);
    else if (block.kind === "quote" || isMedia(block)) yield* passages(block.blocks);
  }
  for (const block of blocks) {
    if (block.kind === "figure") yield plain(block.caption) || block.alt;
    else if (isMedia(block)) yield plain(block.caption);
  }
}

/** The first passage with words; "" where there is none. */
export function firstPassage(blocks: readonly Block[]): string {
  for (const passage of passages(blocks)) if (passage !== "") return passage;
  return "";
}
