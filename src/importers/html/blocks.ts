/** From HTML to blocks: paragraphs, headings, lists, quotes, tables. All words go through `keep`, in reading order. */

import type { Alignment, Block } from "../../model/block.ts";
import { type Inline, plainInline } from "../../model/inline.ts";
import { findAll, takeOut } from "./html.ts";
import {
  attribute,
  type Element,
  type HtmlNode,
  inlineOfNode,
  isElement,
  type Keep,
  silent,
  withoutEdges,
  wordsOf,
} from "./inline.ts";
import { makeElement, makeText, setChildren } from "./make.ts";

const containers = new Set(
  "address article aside body center details dd div dl dt fieldset figcaption figure footer form header html legend main nav p pre section summary".split(
    " ",
  ),
);
const headings = new Map<string, 3 | 4 | 5 | 6>([
  ["h1", 3],
  ["h2", 3],
  ["h3", 3],
  ["h4", 4],
  ["h5", 5],
  ["h6", 6],
]);
const others = new Set(["ul", "ol", "menu", "blockquote", "table", "hr", "li", ...headings.keys()]);

/** Below this depth all content becomes paragraphs. */
const deepest = 30;

/** Reads an element at a depth of `depth` blocks. */
export type OwnReading = (depth: number) => readonly Block[];

export interface BlockReader {
  readonly keep: Keep;
  /** How a form reads an element that it knows; undefined for all others. */
  readonly own?: (element: Element) => OwnReading | undefined;
}

/** The blocks of some nodes; text between blocks becomes paragraphs. */
export function readBlocks(nodes: readonly HtmlNode[], reader: BlockReader, depth = 0): readonly Block[] {
  const blocks: Block[] = [];
  let line: Inline[] = [];
  const end = (): void => {
    if (line.length > 0) blocks.push({ kind: "paragraph", content: withoutEdges(line) });
    line = [];
  };
  for (const node of nodes) {
    if (isElement(node) && holdsBlocks(node, reader)) {
      end();
      for (const one of readBlock(node, reader, depth + 1)) blocks.push(one);
    } else for (const one of inlineOfNode(node, reader.keep)) line.push(one);
  }
  end();
  return blocks.filter(hasWords);
}

/** True for a block, and for another element, such as a span, with blocks in it. */
export function holdsBlocks(element: Element, { own }: Pick<BlockReader, "own"> = {}): boolean {
  if (isBlock(element, own)) return true;
  const waiting: HtmlNode[] = [...element.childNodes];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node)) continue;
    if (isBlock(node, own)) return true;
    if (silent.has(node.tagName)) continue;
    for (const child of node.childNodes) waiting.push(child);
  }
  return false;
}

const isBlock = (element: Element, own: BlockReader["own"]): boolean =>
  containers.has(element.tagName) || others.has(element.tagName) || own?.(element) !== undefined;

function readBlock(element: Element, reader: BlockReader, depth: number): readonly Block[] {
  const { tagName, childNodes } = element;
  const { keep } = reader;
  if (depth > deepest && !silent.has(tagName)) {
    const media = takeMedia(element, reader);
    return [paragraph(keep(wordsOf(childNodes))), ...media.flatMap((read) => read(depth))];
  }
  const own = reader.own?.(element);
  if (own !== undefined) return own(depth);
  if (silent.has(tagName)) return [];
  const level = headings.get(tagName);
  if (level !== undefined) {
    const media = takeMedia(element, reader);
    const content = childNodes.flatMap((node) => inlineOfNode(node, keep));
    return [{ kind: "heading", level, content }, ...media.flatMap((read) => read(depth))];
  }
  if (tagName === "hr") return [{ kind: "divider" }];
  const code = tagName === "pre" ? codeIn(element) : undefined;
  if (code !== undefined) return [{ kind: "code", text: keep(code) }];
  if (tagName === "pre") return readBlocks(withLines(element), reader, depth);
  if (tagName === "blockquote") {
    const blocks = readBlocks(childNodes, reader, depth);
    return blocks.length === 0 ? [] : [{ kind: "quote", blocks }];
  }
  if (tagName === "table") {
    const media = takeMedia(element, reader);
    return [...readTable(element, keep), ...media.flatMap((read) => read(depth))];
  }
  if (tagName !== "ul" && tagName !== "ol" && tagName !== "menu") return readBlocks(childNodes, reader, depth);
  const items = childNodes.flatMap((node) => {
    const blocks =
      isElement(node) && node.tagName === "li"
        ? readBlocks(node.childNodes, reader, depth)
        : readBlocks([node], reader, depth);
    return blocks.length === 0 ? [] : [blocks];
  });
  if (items.length === 0) return [];
  const start = Number(attribute(element, "start") ?? 1);
  return [
    { kind: "list", ...(tagName === "ol" && { start: Number.isInteger(start) && start >= 0 ? start : 1 }), items },
  ];
}

const mediaTags = new Set(["img", "iframe", "video", "audio", "figure"]);

/** Takes the pictures and recordings out of an element that can hold only words; they are read after it. */
function takeMedia(element: Element, { own }: BlockReader): readonly OwnReading[] {
  if (own === undefined) return [];
  const media = findAll(element, (one) => mediaTags.has(one.tagName) || attribute(one, "data-embedded") !== undefined);
  return media.flatMap((one) => {
    const reading = own(one);
    if (reading !== undefined) takeOut(one);
    return reading ?? [];
  });
}

/** Makes a paragraph of a text. */
export const paragraph = (text: string): Block => ({
  kind: "paragraph",
  content: [{ kind: "text", text: text.replace(/\s+/g, " ") }],
});

/** The text of an element that holds only code or columns: its white space counts. Undefined for another element. */
function codeIn({ childNodes }: Element): string | undefined {
  const plain = childNodes.some(isElement) ? "" : wordsOf(childNodes);
  if (/\S(?: {2,}|\t\s*)\S/.test(plain) && plain.includes("\n")) return withoutBlankEnds(plain);
  const [code, ...more] = childNodes.filter((node) => isElement(node) || wordsOf([node]).trim() !== "");
  if (more.length > 0 || code === undefined || !isElement(code) || code.tagName !== "code") return undefined;
  return code.childNodes.some(isElement) ? undefined : wordsOf(code.childNodes);
}

const withoutBlankEnds = (text: string): string => {
  const lines = text.split(/\r?\n/);
  const isWord = (line: string): boolean => line.trim() !== "";
  return lines.slice(lines.findIndex(isWord), lines.findLastIndex(isWord) + 1).join("\n");
};

/** The children of an element with preformatted text, with a break between its lines. */
function withLines(element: Element): readonly HtmlNode[] {
  const texts = textsIn(element);
  const isWord = ({ value }: Text): boolean => value.trim() !== "";
  const [first, last] = [texts.findIndex(isWord), texts.findLastIndex(isWord)];
  const fresh = new Map<HtmlNode, readonly HtmlNode[]>();
  for (const [index, text] of texts.entries()) {
    if (index < first || index > last || !text.value.includes("\n")) continue;
    const lines = text.value.split("\n");
    // A blank line separates this text from another one only at its beginning and its end.
    const shown = lines.filter(
      (line, at) => line.trim() !== "" || (at === 0 && index > first) || (at === lines.length - 1 && index < last),
    );
    fresh.set(
      text,
      shown.flatMap((line, at) => (at === 0 ? [makeText(line)] : [makeElement("br"), makeText(line)])),
    );
  }
  for (const parent of new Set([...fresh.keys()].flatMap((text) => text.parentNode ?? [])))
    setChildren(
      parent as Element,
      (parent as Element).childNodes.flatMap((node) => fresh.get(node) ?? [node]),
    );
  return element.childNodes;
}

type Text = Element["childNodes"][number] & { value: string };

function textsIn(element: Element): readonly Text[] {
  const texts: Text[] = [];
  const waiting: HtmlNode[] = [...element.childNodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.nodeName === "#text" && "value" in node) texts.push(node as Text);
    else if (isElement(node) && !silent.has(node.tagName))
      for (const child of node.childNodes.toReversed()) waiting.push(child);
  }
  return texts;
}

/** As our own pages name them; the last row of a table speaks for its columns. */
const alignmentsOf = (row: Element): readonly Alignment[] =>
  row.childNodes
    .filter((node) => isElement(node) && ["td", "th"].includes(node.tagName))
    .map((node) => alignments.find((one) => isElement(node) && attribute(node, "class") === one) ?? "none");
const alignments = ["left", "center", "right"] as const;

/** The first row becomes the head, because a Markdown table must have one. */
function readTable(table: Element, keep: Keep): readonly Block[] {
  const rows: (readonly (readonly Inline[])[])[] = [];
  let align: readonly Alignment[] = [];
  const before: Inline[] = [];
  const walk = (nodes: readonly HtmlNode[], depth: number): void => {
    for (const node of nodes) {
      if (!isElement(node)) for (const one of inlineOfNode(node, keep)) before.push(one);
      else if (node.tagName === "tr") {
        rows.push(cells(node, keep));
        align = alignmentsOf(node);
      } else if (depth < 3 && ["thead", "tbody", "tfoot"].includes(node.tagName)) walk(node.childNodes, depth + 1);
      else for (const one of inlineOfNode(node, keep)) before.push(one);
    }
  };
  walk(table.childNodes, 0);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (width * rows.length - rows.reduce((sum, row) => sum + row.length, 0) > mostFilled)
    return [before, ...rows.map(joined)].map((content) => ({ kind: "paragraph", content }));
  const padded = rows.map((row) => [...row, ...Array<readonly Inline[]>(width - row.length).fill([])]);
  const [head, ...rest] = padded;
  const caption: readonly Block[] = before.length === 0 ? [] : [{ kind: "paragraph", content: before }];
  const aligned = align.some((one) => one !== "none") && { align };
  return head === undefined || width === 0 ? caption : [...caption, { kind: "table", ...aligned, head, rows: rest }];
}

/** A table may have this many cells that only fill short rows; beyond that, its rows become paragraphs. */
const mostFilled = 20_000;

const joined = (row: readonly (readonly Inline[])[]): readonly Inline[] =>
  row.flatMap((cell, index) => (index === 0 ? cell : [{ kind: "text", text: " " }, ...cell]));

/** The content of a cell on one line, with a blank between its paragraphs and points. */
function readCell(cell: HtmlNode, keep: Keep): readonly Inline[] {
  if (!isElement(cell) || silent.has(cell.tagName)) return inlineOfNode(cell, keep);
  const content: Inline[] = [];
  let apart = false;
  const walk = (nodes: readonly HtmlNode[], depth: number): void => {
    for (const node of nodes) {
      const block = depth < deepest && isElement(node) && isApart(node);
      apart ||= block;
      if (block) walk(node.childNodes, depth + 1);
      else for (const part of inlineOfNode(node, keep)) add(part);
      apart ||= block;
    }
  };
  const add = (part: Inline): void => {
    const last = content.at(-1);
    const blank = last === undefined || last.kind === "break" || (last.kind === "text" && last.text.endsWith(" "));
    if (apart && !blank && !(part.kind === "text" && part.text.startsWith(" ")))
      content.push({ kind: "text", text: " " });
    content.push(part);
    apart = false;
  };
  walk(cell.childNodes, 0);
  return content;
}

const isApart = ({ tagName }: Element): boolean =>
  containers.has(tagName) || others.has(tagName) || ["tr", "td", "th", "tbody", "thead", "caption"].includes(tagName);

const cells = (row: Element, keep: Keep): readonly (readonly Inline[])[] =>
  row.childNodes.flatMap((node) => {
    const content = readCell(node, keep);
    const cell = isElement(node) && (node.tagName === "td" || node.tagName === "th");
    return cell || content.some((part) => part.kind !== "text" || part.text.trim() !== "") ? [content] : [];
  });

const hasWords = (block: Block): boolean =>
  (block.kind !== "paragraph" && block.kind !== "heading") || plainInline(block.content).trim() !== "";
