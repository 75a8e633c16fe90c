/** From the element of a post to its pieces of text in reading order, their lines, and the pieces in each element. Takes one pass. */
import { type Element, type HtmlNode, isElement, silent, singleSpaced } from "../html/inline.ts";
import type { Text } from "../html/split.ts";

/** A text node with words. */
export interface Piece {
  readonly node: Text;
  /** Its words, single-spaced. */
  readonly text: string;
  readonly line: number;
  /** Within a quotation, a figure or a table of the post. */
  readonly quoted: boolean;
}

/** Pieces by their numbers: `from` is the first, `to` the one behind the last. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface View {
  /** All elements in the post, in reading order, without silent elements and their content. */
  readonly elements: readonly Element[];
  readonly pieces: readonly Piece[];
  /** The pieces of each line that a reader sees. */
  readonly lines: readonly Range[];
  rangeOf(element: Element): Range;
  /** True for an element within a quotation, a figure or a table of the post. */
  isQuoted(element: Element): boolean;
}

const blockTags = new Set(
  "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
const quoting = new Set(["blockquote", "figure", "table"]);

export function viewOf(post: Element): View {
  const elements: Element[] = [];
  const pieces: Piece[] = [];
  const ranges = new Map<Element, { from: number; to: number }>();
  const quoted = new Set<Element>();
  let line = 0;
  let depth = 0;
  const waiting: (HtmlNode | { readonly leave: Element })[] = [{ leave: post }, ...[...post.childNodes].reverse()];
  ranges.set(post, { from: 0, to: 0 });
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ("leave" in next) {
      const range = ranges.get(next.leave);
      if (range !== undefined) range.to = pieces.length;
      if (blockTags.has(next.leave.tagName)) line += 1;
      if (next.leave !== post && quoting.has(next.leave.tagName)) depth -= 1;
    } else if (isElement(next)) {
      if (silent.has(next.tagName)) continue;
      elements.push(next);
      if (blockTags.has(next.tagName)) line += 1;
      if (quoting.has(next.tagName)) depth += 1;
      else if (depth > 0) quoted.add(next);
      ranges.set(next, { from: pieces.length, to: pieces.length });
      waiting.push({ leave: next });
      for (let index = next.childNodes.length - 1; index >= 0; index -= 1) {
        const child = next.childNodes[index];
        if (child !== undefined) waiting.push(child);
      }
    } else if (next.nodeName === "#text" && "value" in next) {
      const text = singleSpaced(next.value).trim();
      if (text !== "") pieces.push({ node: next as Text, text, line, quoted: depth > 0 });
    }
  }
  return {
    elements,
    pieces,
    lines: linesIn(pieces),
    rangeOf: (element) => ranges.get(element) ?? { from: 0, to: 0 },
    isQuoted: (element) => quoted.has(element),
  };
}

function linesIn(pieces: readonly Piece[]): readonly Range[] {
  const lines: Range[] = [];
  let from = 0;
  for (let index = 1; index <= pieces.length; index += 1)
    if (index === pieces.length || pieces[index]?.line !== pieces[from]?.line) {
      lines.push({ from, to: index });
      from = index;
    }
  return lines;
}

/** The words of some pieces with blanks between them; undefined for more than 40 pieces or `most` characters. */
export function spacedText({ pieces }: View, { from, to }: Range, most = 300): string | undefined {
  if (to - from > 40) return undefined;
  let text = "";
  for (let index = from; index < to; index += 1) text += ` ${pieces[index]?.text}`;
  return text.length > most + 1 ? undefined : text.slice(1);
}

/** The words of some pieces without added blanks; undefined where they are many. */
export function gluedText({ pieces }: View, { from, to }: Range, most = 300): string | undefined {
  if (to - from > 40) return undefined;
  let text = "";
  for (let index = from; index < to; index += 1) text += pieces[index]?.node.value;
  return text.length > most * 3 ? undefined : singleSpaced(text).trim();
}

/** The number of characters of some pieces. */
export function lengthOf({ pieces }: View, { from, to }: Range): number {
  let length = 0;
  for (let index = from; index < to; index += 1) length += pieces[index]?.text.length ?? 0;
  return length;
}
