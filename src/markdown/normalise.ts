/** From blocks and inline content to their canonical form: what reading the printed Markdown gives back. */
import { type Block, type Figure, isMedia, type List, type Media, type Quote, type Table } from "../model/block.ts";
import type { Inline } from "../model/inline.ts";
import { isPictureName, linkAddress, webAddress } from "./address.ts";
import { codeLines, oneLine, trimLine } from "./characters.ts";
import { flatten, type Leaf, LINK, tidy } from "./leaves.ts";
import { nestMarks } from "./marks.ts";

/** The deepest nesting of quotes and lists, where a list counts as two. Deeper content moves into its parent. */
export const deepest = 20;
/** `:::` blocks inside `:::` blocks. */
export const deepestMedia = 4;
export const largestStart = 999_999_999;

/** Content of one line: as `normaliseLines`, with spaces for line breaks. */
export function normaliseInline(content: readonly Inline[]): readonly Inline[] {
  return normalise(content, (leaf) => (leaf.kind === "break" ? { ...leaf, kind: "text", text: " " } : leaf));
}

/**
 * Content of a paragraph: single spaces; none at an end of a line or of a mark; no empty mark, none inside itself; equal neighbours
 * joined. A link with a refused address becomes its words; a character that no page can show becomes U+FFFD.
 */
function normaliseLines(content: readonly Inline[]): readonly Inline[] {
  return normalise(content, (leaf) => leaf);
}

function normalise(content: readonly Inline[], map: (leaf: Leaf) => Leaf): readonly Inline[] {
  const [only] = content;
  if (content.length === 0) return content;
  if (content.length === 1 && only?.kind === "text") {
    const text = trimLine(oneLine(only.text));
    return text === "" ? [] : text === only.text ? content : [{ kind: "text", text }];
  }
  const addresses = new Map<string, string | undefined>();
  return nestMarks(tidy(flatten(content).map((leaf) => checkLink(map(leaf), addresses))));
}

/** Each address is checked once, because a long one can stand under many leaves. */
function checkLink(leaf: Leaf, addresses: Map<string, string | undefined>): Leaf {
  if ((leaf.marks & LINK) === 0) return leaf;
  if (!addresses.has(leaf.href)) addresses.set(leaf.href, linkAddress(leaf.href));
  const href = addresses.get(leaf.href);
  return href === undefined ? { ...leaf, marks: leaf.marks & ~LINK, href: "" } : { ...leaf, href };
}

/** Drops blocks without words, fills tables up, and moves the content of lists and quotes deeper than 20 into their parent. */
export const normaliseBlocks = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block) => normaliseBlock(block, 0, 0));

function normaliseBlock(block: Block, depth: number, media: number): readonly Block[] {
  if (isMedia(block)) return normaliseMedia(block, depth, media);
  switch (block.kind) {
    case "paragraph": {
      const content = normaliseLines(block.content);
      return content.length === 0 ? [] : [{ kind: "paragraph", content }];
    }
    case "heading": {
      const content = normaliseInline(block.content);
      return content.length === 0 ? [] : [{ kind: "heading", level: block.level, content }];
    }
    case "list":
      return normaliseList(block, depth, media);
    case "quote":
      return normaliseQuote(block, depth, media);
    case "figure":
      return [normaliseFigure(block)];
    case "table":
      return normaliseTable(block);
    case "code": {
      const text = codeLines(block.text);
      return /[^\s]/.test(text) ? [{ kind: "code", text }] : [];
    }
    case "divider":
      return [{ kind: "divider" }];
  }
}

function normaliseList(list: List, depth: number, media: number): readonly Block[] {
  const fits = depth + 2 <= deepest;
  const items = list.items
    .map((item) => item.flatMap((block) => normaliseBlock(block, fits ? depth + 2 : depth, media)))
    .filter((item) => item.length > 0);
  if (!fits || items.length === 0) return items.flat();
  if (list.start === undefined) return [{ kind: "list", items }];
  const start = Math.min(Math.max(Math.trunc(list.start) || 0, 0), largestStart);
  return [{ kind: "list", start, items }];
}

function normaliseQuote(quote: Quote, depth: number, media: number): readonly Block[] {
  const fits = depth + 1 <= deepest;
  const blocks = quote.blocks.flatMap((block) => normaliseBlock(block, fits ? depth + 1 : depth, media));
  const names = { ...line("person", quote.person), ...line("role", quote.role) };
  if (fits && (blocks.length > 0 || Object.keys(names).length > 0)) return [{ kind: "quote", blocks, ...names }];
  return [...blocks, ...Object.values(names).map((content): Block => ({ kind: "paragraph", content }))];
}

function normaliseFigure(figure: Figure): Figure {
  return {
    kind: "figure",
    file: pictureName(figure.file),
    alt: trimLine(oneLine(figure.alt)),
    ...line("caption", figure.caption),
    ...line("credit", figure.credit),
  };
}

function normaliseMedia(block: Media, depth: number, media: number): readonly Block[] {
  const fits = media < deepestMedia;
  const blocks = block.blocks.flatMap((inner) => normaliseBlock(inner, depth, fits ? media + 1 : media));
  const source = webAddress(block.source ?? "");
  const fields = {
    ...line("caption", block.caption),
    ...line("credit", block.credit),
    ...(source === undefined ? {} : { source }),
    ...words("provider", block.provider),
    ...words("author", block.author),
    ...words("date", block.date),
    ...(block.poster === undefined || block.poster === "" ? {} : { poster: pictureName(block.poster) }),
  };
  if (fits) return [{ kind: block.kind, ...fields, blocks }];
  const texts = Object.values(fields).map((value) =>
    typeof value === "string" ? [{ kind: "text" as const, text: value }] : value,
  );
  return [...texts.map((content): Block => ({ kind: "paragraph", content })), ...blocks];
}

function normaliseTable(table: Table): readonly Block[] {
  const width = table.rows.reduce((most, row) => Math.max(most, row.length), table.head.length);
  const fill = (row: Table["head"]) => Array.from({ length: width }, (_, index) => normaliseInline(row[index] ?? []));
  const align = Array.from({ length: width }, (_, index) => table.align?.[index] ?? "none");
  const aligned = align.some((one) => one !== "none") && { align };
  return width === 0 ? [] : [{ kind: "table", ...aligned, head: fill(table.head), rows: table.rows.map(fill) }];
}

function line<Key extends string>(
  key: Key,
  content: readonly Inline[] | undefined,
): { [K in Key]?: readonly Inline[] } {
  const value = normaliseInline(content ?? []);
  return value.length === 0 ? {} : ({ [key]: value } as { [K in Key]?: readonly Inline[] });
}

function words<Key extends string>(key: Key, text: string | undefined): { [K in Key]?: string } {
  const value = trimLine(oneLine(text ?? ""));
  return value === "" ? {} : ({ [key]: value } as { [K in Key]?: string });
}

/** A name that `media/` can hold. Importers make such names; this is for data from elsewhere. */
function pictureName(name: string): string {
  const normal = name.normalize("NFC");
  if (isPictureName(normal)) return normal;
  const tame = name.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[^A-Za-z0-9]+/, "");
  return isPictureName(tame) ? tame : `${tame === "" ? "picture" : tame}.jpg`;
}
