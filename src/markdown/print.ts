/** From blocks to Markdown that reads back as the same blocks and is as plain as possible. */
import { type Alignment, type Block, isMedia, type List, type Media, type Quote, type Table } from "../model/block.ts";
import type { Inline } from "../model/inline.ts";
import { pictureAddress } from "./address.ts";
import { trimLines } from "./characters.ts";
import { largestStart, normaliseBlocks, normaliseInline } from "./normalise.ts";
import { parseBlocks, sourceOf } from "./parse.ts";
import { printLines, printNormal, sameContent } from "./print-inline.ts";
import { printPictureLine } from "./read/picture-line.ts";

/**
 * Prints blocks; the text ends with one newline, or is "" for none. `parseBlocks` reads it back as `normaliseBlocks(blocks)`. This is
 * tried, except for blocks that it has just read from the plainest text.
 */
export function printBlocks(blocks: readonly Block[]): string {
  const source = sourceOf(blocks);
  if (source !== undefined) {
    const text = printAll(blocks, { divider: "---", isSure: true });
    if (text === trimLines(source)) return text === "" ? "" : `${text}\n`;
  }
  const text = printAll(normaliseBlocks(blocks), { divider: "---", isSure: false });
  return text === "" ? "" : `${text}\n`;
}

interface Manner {
  /** `___` inside lists, because `- ---` would be a divider itself. */
  readonly divider: "---" | "___";
  /** Whether the plainest form is taken without a trial. */
  readonly isSure: boolean;
}

/** Prints content as one line; `parseInline` reads it back as `normaliseInline(content)`. */
export const printInline = (content: readonly Inline[]): string => printNormal(normaliseInline(content));

function printAll(blocks: readonly Block[], manner: Manner): string {
  const printed: string[] = [];
  let isOther = false;
  let before: Block | undefined;
  for (const block of blocks) {
    isOther = block.kind === "list" && isSameKind(block, before) && !isOther;
    printed.push(block.kind === "list" ? printList(block, isOther, manner) : printBlock(block, manner));
    before = block;
  }
  return printed.join("\n\n");
}

function printBlock(block: Exclude<Block, List>, manner: Manner): string {
  if (isMedia(block)) return printMedia(block, manner);
  const { isSure } = manner;
  switch (block.kind) {
    case "paragraph":
      return printLines(block.content, (markdown) => isSure || isOnly(markdown, "paragraph", block.content));
    case "heading": {
      const mark = "#".repeat(block.level);
      const words = printLines(block.content, (line) => isSure || isOnly(`${mark} ${line}`, "heading", block.content));
      return `${mark} ${words}`;
    }
    case "quote":
      return printQuote(block, manner);
    case "figure":
      return [
        printPictureLine(block.alt, pictureAddress(block.file)),
        ...line("Caption", block.caption, isSure),
        ...line("Credit", block.credit, isSure),
      ].join("\n");
    case "table":
      return printTable(block, isSure);
    case "code":
      return printCode(block.text);
    case "divider":
      return manner.divider;
  }
}

/** True if the Markdown holds this one block and no problem. */
function isOnly(markdown: string, kind: "paragraph" | "heading", content: readonly Inline[]): boolean {
  const { blocks, problems } = parseBlocks(markdown);
  const [block] = blocks;
  return problems.length === 0 && blocks.length === 1 && block?.kind === kind && sameContent(block.content, content);
}

const isSameKind = (list: List, before: Block | undefined): boolean =>
  before?.kind === "list" && (before.start === undefined) === (list.start === undefined);

/** Neighbouring lists have different marks. */
function printList(list: List, isOther: boolean, { isSure }: Manner): string {
  const manner: Manner = { divider: "___", isSure };
  const isTight = list.items.every(isTightItem);
  const items = list.items.map((item, index) => {
    const mark =
      list.start === undefined ? (isOther ? "*" : "-") : `${number(list.start, index)}${isOther ? ")" : "."}`;
    const text = isTight ? item.map((block) => printAll([block], manner)).join("\n") : printAll(item, manner);
    return `${mark} ${indent(text, " ".repeat(mark.length + 1))}`;
  });
  return items.join(isTight ? "\n" : "\n\n");
}

const number = (start: number, index: number): number => (start + index > largestStart ? start : start + index);

/** A paragraph, or a paragraph with a list that may follow without a blank line. */
function isTightItem(item: readonly Block[]): boolean {
  const [first, second] = item;
  if (first?.kind !== "paragraph" || item.length > 2) return false;
  if (second === undefined) return true;
  return second.kind === "list" && (second.start ?? 1) === 1 && second.items.every(isTightItem);
}

function printQuote(quote: Quote, manner: Manner): string {
  const text = printAll(quote.blocks, manner);
  const names = [...line("Person", quote.person, manner.isSure), ...line("Role", quote.role, manner.isSure)].join("\n");
  return [text, names]
    .filter((part) => part !== "")
    .join("\n\n")
    .split("\n")
    .map((each) => (each === "" ? ">" : `> ${each}`))
    .join("\n");
}

function printMedia(media: Media, manner: Manner): string {
  const word = (name: string, text: string | undefined) => (text === undefined ? [] : [`${name}: ${text}`]);
  const head = [
    `::: ${media.kind}`,
    ...line("Caption", media.caption, manner.isSure),
    ...line("Credit", media.credit, manner.isSure),
    ...word("Source", media.source),
    ...word("Provider", media.provider),
    ...word("Author", media.author),
    ...word("Date", media.date),
    ...word("Poster", media.poster === undefined ? undefined : pictureAddress(media.poster)),
  ].join("\n");
  const body = printAll(media.blocks, manner);
  return body === "" ? `${head}\n:::` : `${head}\n\n${body}\n:::`;
}

const rules: Readonly<Record<Alignment, string>> = { left: ":---", center: ":---:", right: "---:", none: "---" };

function printTable(table: Table, isSure: boolean): string {
  const row = (cells: Table["head"]) =>
    `|${cells.map((cell) => ` ${printNormal(cell, isSure).replaceAll("|", "\\|")} `).join("|")}|`.replace(
      /(?<! ) {2,}\|/g,
      "  |",
    );
  const rule = table.head.map((_, column) => ` ${rules[table.align?.[column] ?? "none"]} `).join("|");
  return [row(table.head), `|${rule}|`, ...table.rows.map(row)].join("\n");
}

function printCode(text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = "`".repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

const line = (name: string, content: readonly Inline[] | undefined, isSure: boolean): readonly string[] =>
  content === undefined ? [] : [`${name}: ${printNormal(content, isSure)}`];

const indent = (text: string, by: string): string => text.replace(/\n(?!\n|$)/g, `\n${by}`);
