/** From a row of leaves to its canonical tree: equal rows give equal trees, however the marks were nested. */
import type { Inline } from "../model/inline.ts";
import { isWideSpace } from "./characters.ts";
import { EMPHASIS, flatten, type Leaf, LINK, STRIKE, STRONG, SUB, SUP, tidy } from "./leaves.ts";

/** Order of marks: where two cover the same words, the first in this list is outside. */
const order = [LINK, STRIKE, EMPHASIS, STRONG, SUP, SUB] as const;

/** The canonical tree of a tidy row: the mark that reaches furthest is outside; no mark begins or ends in a space. */
export function nestMarks(row: readonly Leaf[]): readonly Inline[] {
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
