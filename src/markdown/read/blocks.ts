/** From tokens of markdown-it to blocks. The table says what becomes of each token; nothing else makes a block. */
import type { Token } from "markdown-it";
import type { Alignment, Block } from "../../model/block.ts";
import type { Inline } from "../../model/inline.ts";
import {
  fenceWords,
  highHeading,
  repeatedAddress,
  strayEnd,
  unclosedFence,
  unusedAddress,
  wideRow,
} from "../problems.ts";
import type { Row } from "../rules/blocks.ts";
import { columnOf, markColumn, report } from "../source.ts";
import { readMedia } from "./media.ts";
import { readParagraph } from "./paragraph.ts";
import { advance, inlineOf, next, type Reader } from "./reader.ts";

type Fate = (reader: Reader, token: Token) => readonly Block[];

const fates: Readonly<Record<string, Fate>> = {
  paragraph_open: (reader) => {
    const passage = passageOf(reader);
    return readParagraph(reader, passage);
  },
  heading_open: (reader, token) => {
    const passage = passageOf(reader);
    const level = Number(token.tag.slice(1));
    if (level < 3)
      report(reader.source, highHeading(level), passage.line, markColumn(reader.source, passage.line, "#"));
    return [{ kind: "heading", level: headingLevel(level), content: inlineOf(reader, passage) }];
  },
  blockquote_open: (reader) => {
    const outer = reader.names;
    reader.names = {};
    const blocks = readContainer(reader);
    const names = reader.names;
    reader.names = outer;
    return [{ kind: "quote", blocks, ...names }];
  },
  bullet_list_open: (reader) => [{ kind: "list", items: readItems(reader) }],
  ordered_list_open: (reader, token) => [
    { kind: "list", start: Number(token.attrGet("start") ?? 1), items: readItems(reader) },
  ],
  table: (reader, token) => readTable(reader, token),
  fence: (reader, token) => {
    const [line, end] = token.map ?? [0, 0];
    const words = token.info.trim();
    if (words !== "") report(reader.source, fenceWords(words), line, columnOf(reader.source, line, words));
    if (end - line < 2 || !/`{3}[ \t]*$/.test(reader.source.lines[end - 1] ?? ""))
      report(reader.source, unclosedFence(), line, markColumn(reader.source, line, token.markup));
    return [{ kind: "code", text: token.content.replace(/\n$/, "") }];
  },
  hr: () => [{ kind: "divider" }],
  media_open: (reader, token) => readMedia(reader, token, readUntilEnd),
  media_close: (reader, token) => {
    if (reader.surplus > 0) {
      reader.surplus--;
      return [];
    }
    const line = token.map?.[0] ?? 0;
    report(reader.source, strayEnd(), line, markColumn(reader.source, line, ":::"));
    return [{ kind: "paragraph", content: [{ kind: "text", text: ":::" }] }];
  },
  reference_definition: () => [],
};

/** Reads blocks up to the closing token of their parent, which is not consumed. */
export function readUntilEnd(reader: Reader): readonly Block[] {
  const blocks: Block[] = [];
  for (let token = next(reader); token !== undefined && token.nesting !== -1; token = next(reader)) {
    if (token.type === "media_close" && reader.isMediaOpen && reader.surplus === 0) break;
    const fate = fates[token.type];
    if (fate === undefined) throw new Error(`No fate for the Markdown token ${token.type}`);
    advance(reader);
    for (const one of fate(reader, token)) blocks.push(one);
  }
  return blocks;
}

/** Reports definitions that no link used, because their words are nowhere else. */
export function reportDefinitions(reader: Reader): void {
  const seen = new Set<string>();
  for (const token of reader.tokens) {
    if (token.type !== "reference_definition") continue;
    const label = String(token.meta?.label);
    const line = token.map?.[0] ?? 0;
    const text = reader.source.lines.slice(line, token.map?.[1]).join(" ");
    const start = text.indexOf("[") + 1;
    const end = text.indexOf("]:", start);
    const words = end === -1 ? label : text.slice(start, end);
    const finding = seen.has(label) ? repeatedAddress : reader.env.used.has(label) ? undefined : unusedAddress;
    if (finding !== undefined) report(reader.source, finding(words), line, markColumn(reader.source, line, "["));
    seen.add(label);
  }
}

function readContainer(reader: Reader): readonly Block[] {
  const { isMediaOpen } = reader;
  reader.isMediaOpen = false;
  const blocks = readUntilEnd(reader);
  reader.isMediaOpen = isMediaOpen;
  advance(reader);
  return blocks;
}

function readItems(reader: Reader): readonly (readonly Block[])[] {
  const items: (readonly Block[])[] = [];
  while (next(reader)?.type === "list_item_open") {
    advance(reader);
    items.push(readContainer(reader));
  }
  advance(reader);
  return items;
}

function readTable(reader: Reader, token: Token): readonly Block[] {
  const [head, ...rows] = (token.meta?.rows ?? []) as readonly Row[];
  const width = head?.cells.length ?? 0;
  const read = ({ cells, line, column }: Row): readonly (readonly Inline[])[] => {
    if (cells.length > width) report(reader.source, wideRow(cells.length, width), line, column);
    const last = width - 1;
    const kept = cells.length > width ? [...cells.slice(0, last), cells.slice(last).join(" | ")] : cells;
    return kept.map((text) => inlineOf(reader, { text, line }));
  };
  const align = (token.meta?.align ?? []) as readonly Alignment[];
  return [{ kind: "table", align, head: head === undefined ? [] : read(head), rows: rows.map(read) }];
}

/** The text between an opening token, which was just read, and its closing token. Consumes both. */
function passageOf(reader: Reader): { readonly text: string; readonly line: number } {
  const token = next(reader);
  advance(reader);
  advance(reader);
  return { text: token?.content ?? "", line: token?.map?.[0] ?? 0 };
}

const headingLevel = (level: number): 3 | 4 | 5 | 6 => (level === 4 || level === 5 || level === 6 ? level : 3);
