/** Blocks -> Markdown that reads back as the same blocks, as plain as it can be. */
import { type Block, isMedia, type List, type Media, type Quote, type Table } from "../model/block.ts";
import type { Inline } from "../model/inline.ts";
import { largestStart, normaliseBlocks, normaliseInline } from "./normalise.ts";
import { parseBlocks } from "./parse.ts";
import { printPictureLine } from "./picture-line.ts";
import { printLines, printNormal, sameContent } from "./print-inline.ts";

/** Prints blocks; ends with one newline, or is "" for none. `parseBlocks` reads it back as `normaliseBlocks(blocks)`. */
export function printBlocks(blocks: readonly Block[]): string {
  const text = printAll(normaliseBlocks(blocks), "---");
  return text === "" ? "" : `${text}\n`;
}

/** Prints content as one line; `parseInline` reads it back as `normaliseInline(content)`. */
export const printInline = (content: readonly Inline[]): string => printNormal(normaliseInline(content));

/** `divider` is `___` inside lists, where `- ---` would be a divider itself. */
function printAll(blocks: readonly Block[], divider: string): string {
  const printed: string[] = [];
  let isOther = false;
  let before: Block | undefined;
  for (const block of blocks) {
    isOther = block.kind === "list" && isSameKind(block, before) && !isOther;
    printed.push(block.kind === "list" ? printList(block, isOther) : printBlock(block, divider));
    before = block;
  }
  return printed.join("\n\n");
}

function printBlock(block: Exclude<Block, List>, divider: string): string {
  if (isMedia(block)) return printMedia(block, divider);
  switch (block.kind) {
    case "paragraph":
      return printLines(block.content, (markdown) => isOnly(markdown, "paragraph", block.content));
    case "heading": {
      const mark = "#".repeat(block.level);
      const words = printLines(block.content, (line) => isOnly(`${mark} ${line}`, "heading", block.content));
      return `${mark} ${words}`;
    }
    case "quote":
      return printQuote(block, divider);
    case "figure":
      return [
        printPictureLine(block.alt, `media/${block.file}`),
        ...line("Caption", block.caption),
        ...line("Credit", block.credit),
      ].join("\n");
    case "table":
      return printTable(block);
    case "code":
      return printCode(block.text);
    case "divider":
      return divider;
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

/** Lists side by side are told apart by their marks. */
function printList(list: List, isOther: boolean): string {
  const isTight = list.items.every(isTightItem);
  const items = list.items.map((item, index) => {
    const mark =
      list.start === undefined ? (isOther ? "*" : "-") : `${number(list.start, index)}${isOther ? ")" : "."}`;
    const text = isTight ? item.map((block) => printAll([block], "___")).join("\n") : printAll(item, "___");
    return `${mark} ${indent(text, " ".repeat(mark.length + 1))}`;
  });
  return items.join(isTight ? "\n" : "\n\n");
}

const number = (start: number, index: number): number => (start + index > largestStart ? start : start + index);

/** A paragraph, alone or with a list under it that may follow without a blank line. */
function isTightItem(item: readonly Block[]): boolean {
  const [first, second] = item;
  if (first?.kind !== "paragraph" || item.length > 2) return false;
  if (second === undefined) return true;
  return second.kind === "list" && (second.start ?? 1) === 1 && second.items.every(isTightItem);
}

function printQuote(quote: Quote, divider: string): string {
  const text = printAll(quote.blocks, divider);
  const names = [...line("Person", quote.person), ...line("Role", quote.role)].join("\n");
  return [text, names]
    .filter((part) => part !== "")
    .join("\n\n")
    .split("\n")
    .map((each) => (each === "" ? ">" : `> ${each}`))
    .join("\n");
}

function printMedia(media: Media, divider: string): string {
  const word = (name: string, text: string | undefined) => (text === undefined ? [] : [`${name}: ${text}`]);
  const head = [
    `::: ${media.kind}`,
    ...line("Caption", media.caption),
    ...line("Credit", media.credit),
    ...word("Source", media.source),
    ...word("Provider", media.provider),
    ...word("Author", media.author),
    ...word("Date", media.date),
    ...word("Poster", media.poster === undefined ? undefined : `media/${media.poster}`),
  ].join("\n");
  const body = printAll(media.blocks, divider);
  return body === "" ? `${head}\n:::` : `${head}\n\n${body}\n:::`;
}

function printTable(table: Table): string {
  const row = (cells: Table["head"]) =>
    `|${cells.map((cell) => ` ${printNormal(cell).replaceAll("|", "\\|")} `).join("|")}|`.replace(/ {2,}\|/g, "  |");
  return [row(table.head), `|${table.head.map(() => " --- ").join("|")}|`, ...table.rows.map(row)].join("\n");
}

function printCode(text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = "`".repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

const line = (name: string, content: readonly Inline[] | undefined): readonly string[] =>
  content === undefined ? [] : [`${name}: ${printNormal(content)}`];

const indent = (text: string, by: string): string => text.replace(/\n(?!\n|$)/g, `\n${by}`);
