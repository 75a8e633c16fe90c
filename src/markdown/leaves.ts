/** From inline content to a row of leaves, each with its set of marks, and to the tidy form of the row. */
import type { Inline } from "../model/inline.ts";
import { codeLine, oneLine } from "./characters.ts";

export const LINK = 1;
export const STRIKE = 2;
export const EMPHASIS = 4;
export const STRONG = 8;
export const SUP = 16;
export const SUB = 32;
export interface Leaf {
  readonly kind: "text" | "code" | "break";
  readonly text: string;
  /** A sum of the marks above. */
  readonly marks: number;
  /** "" where the marks have no LINK. */
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

/** True where a space would follow a space, or begin a line. */
const endsInSpace = (leaf: Leaf | undefined): boolean =>
  leaf === undefined || leaf.kind === "break" || (leaf.kind === "text" && leaf.text.endsWith(" "));

function dropLastSpace(row: Leaf[]): void {
  const last = row.at(-1);
  if (last?.kind !== "text" || !last.text.endsWith(" ")) return;
  row.pop();
  if (last.text !== " ") row.push({ ...last, text: last.text.slice(0, -1) });
}

/** Joins each run of equal leaves at once; one by one would take time that grows with the square of the run. */
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

/** The row of a tree; of links inside links the innermost stays. */
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
