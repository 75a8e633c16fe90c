/**
 * Inline content as a row of leaves, each with the set of marks it stands under, and back: the canonical tree of a row.
 * Equal rows give equal trees, however the marks were nested.
 */
import type { Inline } from "../model/inline.ts";
import { codeLine, isWideSpace, oneLine } from "./characters.ts";

export const LINK = 1;
export const STRIKE = 2;
export const EMPHASIS = 4;
export const STRONG = 8;
export const SUP = 16;
export const SUB = 32;
/** Where two marks cover the same words, the first of these is outside. */
const order = [LINK, STRIKE, EMPHASIS, STRONG, SUP, SUB] as const;

export interface Leaf {
  readonly kind: "text" | "code" | "break";
  readonly text: string;
  /** A sum of the marks above. */
  readonly marks: number;
  /** "" without LINK. */
  readonly href: string;
}

/** The canonical row: one line of text between breaks, single spaces, none at an end, equal neighbours joined. */
export function tidy(leaves: readonly Leaf[]): readonly Leaf[] {
  const row: Leaf[] = [];
  for (const leaf of leaves) {
    if (leaf.kind === "break") {
      dropLastSpace(row);
      if (row.length > 0) row.push({ ...leaf, text: "", marks: leaf.marks & ~(SUP | SUB) });
      continue;
    }
    const text = leaf.kind === "code" ? codeLine(leaf.text) : oneLine(leaf.text);
    const isSpaced = leaf.kind === "text" && text.startsWith(" ") && endsInSpace(row.at(-1));
    if (text.length > (isSpaced ? 1 : 0)) row.push({ ...leaf, text: isSpaced ? text.slice(1) : text });
  }
  do dropLastSpace(row);
  while (row.at(-1)?.kind === "break" && row.pop() !== undefined);
  return joinEqual(row);
}

/** True where a space would be a second one, or the first of a line. */
const endsInSpace = (leaf: Leaf | undefined): boolean =>
  leaf === undefined || leaf.kind === "break" || (leaf.kind === "text" && leaf.text.endsWith(" "));

function dropLastSpace(row: Leaf[]): void {
  const last = row.at(-1);
  if (last?.kind !== "text" || !last.text.endsWith(" ")) return;
  row.pop();
  if (last.text !== " ") row.push({ ...last, text: last.text.slice(0, -1) });
}

/** Joins each run of equal leaves at once: one after the other would take time that grows with the square of the run. */
function joinEqual(row: readonly Leaf[]): readonly Leaf[] {
  const joined: Leaf[] = [];
  for (let start = 0, end = 0; start < row.length; start = end) {
    const first = row[start] as Leaf;
    end = start + 1;
    while (end < row.length && first.kind !== "break" && isEqual(first, row[end] as Leaf)) end++;
    const run = row.slice(start, end);
    joined.push(run.length === 1 ? first : { ...first, text: run.map((leaf) => leaf.text).join("") });
  }
  return joined;
}

const isEqual = (a: Leaf, b: Leaf): boolean => a.kind === b.kind && a.marks === b.marks && a.href === b.href;

/** The canonical tree of a tidy row: the mark that reaches furthest is outside, and no mark begins or ends in a space. */
export function build(row: readonly Leaf[]): readonly Inline[] {
  if (row.every((leaf) => leaf.marks === 0)) return nest(row, 0, row.length, 0);
  let leaves = row;
  for (;;) {
    const split = leaves.flatMap(splitSpaces);
    const tree = nest(split, 0, split.length, 0);
    const again = tidy(flatten(tree));
    if (again.length === leaves.length && again.every((leaf, index) => leaf.marks === leaves[index]?.marks))
      return tree;
    leaves = again;
  }
}

/** The row of a tree; the innermost link of links in links is kept. */
export function flatten(content: readonly Inline[]): readonly Leaf[] {
  const row: Leaf[] = [];
  walk(content, 0, "", row);
  return row;
}

function walk(content: readonly Inline[], marks: number, href: string, row: Leaf[]): void {
  for (const part of content) {
    switch (part.kind) {
      case "text":
      case "code":
        row.push({ kind: part.kind, text: part.text, marks, href });
        break;
      case "break":
        row.push({ kind: "break", text: "", marks, href });
        break;
      case "link":
        walk(part.content, marks | LINK, part.href, row);
        break;
      default:
        walk(part.content, marks | bits[part.kind], href, row);
    }
  }
}

const bits = { strike: STRIKE, emphasis: EMPHASIS, strong: STRONG, sup: SUP, sub: SUB } as const;

function splitSpaces(leaf: Leaf): readonly Leaf[] {
  if (leaf.kind !== "text" || leaf.marks === 0) return [leaf];
  const { text } = leaf;
  let start = 0;
  while (start < text.length && isWideSpace(text.charCodeAt(start))) start++;
  if (start === text.length) return [leaf];
  let end = text.length;
  while (isWideSpace(text.charCodeAt(end - 1))) end--;
  return [text.slice(0, start), text.slice(start, end), text.slice(end)]
    .filter((piece) => piece !== "")
    .map((piece) => ({ ...leaf, text: piece }));
}

const isSpace = (leaf: Leaf): boolean =>
  leaf.kind === "break" ||
  (leaf.kind === "text" &&
    isWideSpace(leaf.text.charCodeAt(0)) &&
    isWideSpace(leaf.text.charCodeAt(leaf.text.length - 1)));

function nest(leaves: readonly Leaf[], from: number, to: number, open: number): readonly Inline[] {
  const out: Inline[] = [];
  let index = from;
  while (index < to) {
    const leaf = leaves[index] as Leaf;
    const pending = leaf.marks & ~open;
    if (pending === 0 || isSpace(leaf)) {
      push(out, leaf);
      index++;
      continue;
    }
    const { mark, end } = furthest(leaves, index, to, open, pending);
    out.push(wrap(mark, leaf.href, nest(leaves, index, end, open | mark)));
    index = end;
  }
  return out;
}

function furthest(leaves: readonly Leaf[], from: number, to: number, open: number, pending: number) {
  let best = { mark: 0, end: from };
  for (const mark of order) {
    if ((pending & mark) === 0) continue;
    // `~~` and `~` share a character: a strike is never inside sub.
    if (mark === SUB && (pending & STRIKE) !== 0) continue;
    const end = reach(leaves, from, to, open, mark);
    if (end > best.end) best = { mark, end };
  }
  return best;
}

function reach(leaves: readonly Leaf[], from: number, to: number, open: number, mark: number): number {
  const first = leaves[from] as Leaf;
  const carries = (leaf: Leaf): boolean =>
    (leaf.marks & mark) !== 0 &&
    (mark !== LINK || leaf.href === first.href) &&
    (mark !== SUB || (leaf.marks & ~open & STRIKE) === 0);
  let end = from + 1;
  while (end < to && carries(leaves[end] as Leaf)) end++;
  if (mark !== LINK && (open & LINK) === 0 && end < to) {
    const after = leaves[end] as Leaf;
    const sameLink = (leaf: Leaf | undefined) =>
      leaf !== undefined && (leaf.marks & LINK) !== 0 && leaf.href === after.href;
    if ((after.marks & LINK) !== 0) {
      let start = end;
      while (start > from && sameLink(leaves[start - 1])) start--;
      if (start > from) end = start;
    }
  }
  while (end - 1 > from && isSpace(leaves[end - 1] as Leaf)) end--;
  return end;
}

function wrap(mark: number, href: string, content: readonly Inline[]): Inline {
  switch (mark) {
    case LINK:
      return { kind: "link", href, content };
    case STRIKE:
      return { kind: "strike", content };
    case EMPHASIS:
      return { kind: "emphasis", content };
    case STRONG:
      return { kind: "strong", content };
    case SUP:
      return { kind: "sup", content };
    default:
      return { kind: "sub", content };
  }
}

function push(out: Inline[], leaf: Leaf): void {
  const last = out.at(-1);
  if (leaf.kind === "break") out.push({ kind: "break" });
  else if (last?.kind === leaf.kind) out[out.length - 1] = { kind: leaf.kind, text: last.text + leaf.text };
  else out.push({ kind: leaf.kind, text: leaf.text });
}
