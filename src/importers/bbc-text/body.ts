/** From a passage of lines to blocks: each line goes to the first reader that accepts it, the others become paragraphs. */

import type { Block } from "../../model/block.ts";
import type { Inline } from "../../model/inline.ts";
import { silentRecorder } from "../account/span-recorder.ts";
import { readLists } from "../text/lists.ts";
import { type FoundBlocks, lineAt, paragraphOf, type TextPassage } from "../text/passage.ts";
import { nextWords } from "../text/text.ts";
import { readEmbeds } from "./embeds.ts";
import { isPlainLine, opensLegend, readAltLine, readFigure, readRecording } from "./figures.ts";
import { isShareTarget, isShareTool } from "./marks.ts";
import { readQuote } from "./quotes.ts";

/** Reads all blocks of a passage. Every character goes through the passage's recorder. */
export function readBody(passage: TextPassage): readonly Block[] {
  const blocks: Block[] = [];
  let at = nextWords(passage.lines, passage.from, passage.to);
  while (at < passage.to) {
    const found = readBlock(passage, at) ?? readText(passage, at);
    for (const block of found.blocks) blocks.push(block);
    at = nextWords(passage.lines, Math.max(found.next, at + 1), passage.to);
  }
  return blocks;
}

/** Reads the block that begins on a line; undefined if the line is text. */
export function readBlock(passage: TextPassage, at: number, loose = false): FoundBlocks | undefined {
  return (
    readShareTools(passage, at) ??
    readEmbeds(passage, at) ??
    readQuote(passage, at) ??
    readRecording(passage, at) ??
    readFigure(passage, at) ??
    readLists(passage, at, loose)
  );
}

function readShareTools(passage: TextPassage, at: number): FoundBlocks | undefined {
  const line = lineAt(passage, at);
  if (/^read more$/i.test(line.text) && nextWords(passage.lines, at + 1, passage.to) >= passage.to) {
    passage.recorder.lose("read more", line.start, line.end);
    return { blocks: [], next: at + 1 };
  }
  if (!isShareTool(line.text)) return undefined;
  passage.recorder.lose("share tools", line.start, line.end);
  let next = at + 1;
  for (;;) {
    const index = nextWords(passage.lines, next, passage.to);
    const target = lineAt(passage, index);
    if (!isShareTarget(target.text)) return { blocks: [], next };
    passage.recorder.lose("share tools", target.start, target.end);
    next = index + 1;
  }
}

/** Adjacent lines of text. `end` is the line after the last; `alt`: the last line is the alt text of a picture, because a legend follows. */
export function textGroup(passage: TextPassage, at: number): { readonly end: number; readonly alt: boolean } {
  let end = at + 1;
  while (!passage.flat && isPlainLine(lineAt(passage, end).text) && !opensLegend(lineAt(passage, end).text)) {
    const line = lineAt(passage, end);
    if (/^[\d*–-]/.test(line.text) && opensList(passage, end)) break;
    end += 1;
  }
  return { end, alt: opensLegend(lineAt(passage, end).text) };
}

const opensList = (passage: TextPassage, at: number): boolean =>
  readLists({ ...passage, to: Math.min(passage.to, at + 4), recorder: silentRecorder }, at) !== undefined;

function readText(passage: TextPassage, at: number): FoundBlocks {
  const { end, alt } = textGroup(passage, at);
  const last = alt ? end - 1 : end;
  const paragraph = linesTogether(passage, at, last);
  const blocks = paragraph === undefined ? [] : [paragraph];
  if (!alt) return { blocks, next: end };
  const figure = readAltLine(passage, end - 1);
  return { blocks: [...blocks, ...figure.blocks], next: figure.next };
}

/** Adjacent lines as one paragraph with line breaks, for rows of a table and verses. */
function linesTogether(passage: TextPassage, from: number, to: number): Block | undefined {
  const content: Inline[] = [];
  for (let index = from; index < to; index += 1) {
    const line = paragraphOf(passage, lineAt(passage, index));
    if (line?.kind !== "paragraph") continue;
    if (content.length > 0) content.push({ kind: "break" });
    for (const one of line.content) content.push(one);
  }
  return content.length === 0 ? undefined : { kind: "paragraph", content };
}
