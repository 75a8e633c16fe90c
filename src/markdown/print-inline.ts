/** From inline content to Markdown, line by line: plain first; read again; escaped only where that differs. */
import type { Inline } from "../model/inline.ts";
import { isWideSpace } from "./characters.ts";
import { escapeStart, escapeText, isPlain, type Level, startsPlain } from "./escape.ts";
import { readInline } from "./read/inline.ts";
import { newEnvironment } from "./rules/environment.ts";
import { parser } from "./rules/parser.ts";

/** `*` reads best; a reader never takes `_` beside `**` for a part of it. */
interface Style {
  readonly level: Level;
  readonly emphasis: "*" | "_";
}

const styles: readonly Style[] = [
  { level: 0, emphasis: "*" },
  { level: 1, emphasis: "*" },
  { level: 1, emphasis: "_" },
  { level: 2, emphasis: "_" },
  { level: 3, emphasis: "_" },
];

/** Prints normalised content of one line. `isSure`: the plainest form is taken without a trial. */
export function printNormal(content: readonly Inline[], isSure = false): string {
  const [only] = content;
  if (content.length === 1 && only?.kind === "text" && isPlain(only.text)) return only.text;
  return firstThat(content, false, (line) => isSure || readsAs(line, content));
}

/** Prints lines for the start of a block; `reads` tells whether the block then has the right content. */
export function printLines(content: readonly Inline[], reads: (markdown: string) => boolean): string {
  const [only] = content;
  if (content.length === 1 && only?.kind === "text" && isPlain(only.text) && startsPlain(only.text)) return only.text;
  return firstThat(content, true, reads);
}

/** True if both have the same content. */
export const sameContent = (a: readonly Inline[], b: readonly Inline[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

function readsAs(line: string, content: readonly Inline[]): boolean {
  let clean = true;
  const read = readInline(line, newEnvironment(), () => {
    clean = false;
  });
  return clean && sameContent(read, content);
}

/** A line of only these marks would be a divider as the first line of a list item, behind the mark of the item. */
const dividesBehindMarker = /^[-*][-* \t]*(?:\n|$)/;

function firstThat(content: readonly Inline[], atStart: boolean, accepts: (markdown: string) => boolean): string {
  let markdown = "";
  for (const style of styles) {
    const next = write(content, style, atStart);
    if (next === markdown) continue;
    markdown = next;
    if (atStart && dividesBehindMarker.test(markdown)) continue;
    if (accepts(markdown)) return markdown;
  }
  return markdown;
}

function write(content: readonly Inline[], style: Style, atStart: boolean): string {
  const pieces: Piece[] = [];
  collect(content, style, false, pieces);
  shield(pieces);
  const markdown = pieces.map((piece) => written(piece, style.level)).join("");
  if (!atStart || style.level === 0) return markdown;
  return markdown.split("\n").map(escapeStart).join("\n");
}

/** A part of a line: words, marks that open or close, or finished Markdown. */
interface Piece {
  readonly kind: "words" | "opens" | "closes" | "fixed";
  readonly text: string;
  /** Inside sub and sup a space is an entity. */
  readonly narrow: boolean;
  shieldFirst: boolean;
  shieldLast: boolean;
}

function collect(content: readonly Inline[], style: Style, narrow: boolean, pieces: Piece[]): void {
  const add = (kind: Piece["kind"], text: string) =>
    pieces.push({ kind, text, narrow, shieldFirst: false, shieldLast: false });
  const enclose = (kind: "opens" | "fixed", mark: string, inner: readonly Inline[], isNarrow = narrow) => {
    add(kind, mark);
    collect(inner, style, isNarrow, pieces);
    add(kind === "opens" ? "closes" : kind, mark);
  };
  for (const part of content) {
    switch (part.kind) {
      case "text":
        add("words", part.text);
        break;
      case "code":
        add("fixed", writeCode(part.text));
        break;
      case "break":
        add("fixed", "\\\n");
        break;
      case "emphasis":
        enclose("opens", style.emphasis, part.content);
        break;
      case "strong":
        enclose("opens", "**", part.content);
        break;
      case "strike":
        enclose("fixed", "~~", part.content);
        break;
      case "sub":
        enclose("fixed", "~", part.content, true);
        break;
      case "sup":
        enclose("fixed", "^", part.content, true);
        break;
      case "link":
        add("fixed", "[");
        collect(part.content, style, narrow, pieces);
        add("fixed", `](${writeAddress(part.href)})`);
        break;
    }
  }
}

/**
 * `*` opens before a word; before punctuation it opens only behind a space or punctuation. `_` must have no word on its outside. A
 * neighbour that is a letter is written as an entity, which counts as punctuation.
 */
function shield(pieces: readonly Piece[]): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (const [index, piece] of pieces.entries()) {
      if (piece.kind !== "opens" && piece.kind !== "closes") continue;
      const outer = pieces[piece.kind === "opens" ? index - 1 : index + 1];
      const inner = pieces[piece.kind === "opens" ? index + 1 : index - 1];
      if (outer?.kind !== "words" || inner === undefined) continue;
      const outerSide = piece.kind === "opens" ? "last" : "first";
      if (classAt(outer, outerSide) !== "word") continue;
      if (piece.text !== "_" && classAt(inner, outerSide === "last" ? "first" : "last") === "word") continue;
      if (outerSide === "last") outer.shieldLast = true;
      else outer.shieldFirst = true;
      changed = true;
    }
  }
}

function classAt(piece: Piece, side: "first" | "last"): "space" | "punctuation" | "word" {
  if (piece.kind === "words" && (side === "first" ? piece.shieldFirst : piece.shieldLast)) return "punctuation";
  if (piece.kind === "words" && [...ends(piece.text)].length === 1 && (piece.shieldFirst || piece.shieldLast))
    return "punctuation";
  const code = (side === "first" ? firstOf(piece.text) : lastOf(piece.text)).codePointAt(0) ?? 0x20;
  if (isWideSpace(code)) return piece.narrow && code === 0x20 ? "punctuation" : "space";
  const { isMdAsciiPunct, isPunctCharCode } = parser().utils;
  return isMdAsciiPunct(code) || isPunctCharCode(code) ? "punctuation" : "word";
}

const firstOf = (text: string): string => String.fromCodePoint(text.codePointAt(0) ?? 0x20);
const lastOf = (text: string): string => /[\s\S]$/u.exec(text.slice(-2))?.[0] ?? " ";
/** Enough of a text to tell whether it is one character. */
const ends = (text: string): string => text.slice(0, 3);

function written(piece: Piece, level: Level): string {
  if (piece.kind !== "words") return piece.text;
  const { text } = piece;
  const first = piece.shieldFirst ? firstOf(text) : "";
  const isWhole = first.length === text.length;
  const last = piece.shieldLast && !isWhole ? lastOf(text) : "";
  if (isWhole || (piece.shieldLast && last.length === text.length)) return entity(text);
  const middle = escapeText(text.slice(first.length, text.length - last.length), level);
  return (first && entity(first)) + (piece.narrow ? middle.replace(/ /g, "&#32;") : middle) + (last && entity(last));
}

const entity = (character: string): string => `&#${character.codePointAt(0)};`;

function writeCode(text: string): string {
  const runs = new Set((text.match(/`+/g) ?? []).map((run) => run.length));
  let length = 1;
  while (runs.has(length)) length++;
  const fence = "`".repeat(length);
  const padded = /^`|`$/.test(text) || (/^ .* $/.test(text) && /[^ ]/.test(text)) ? ` ${text} ` : text;
  return fence + padded + fence;
}

function writeAddress(href: string): string {
  const shielded = href.replace(/&(?=[a-z#][a-z0-9]{1,31};)/gi, "&amp;");
  let open = 0;
  let isBalanced = true;
  let deepest = 0;
  for (const character of href) {
    if (character === "(") deepest = Math.max(deepest, ++open);
    if (character === ")" && --open < 0) isBalanced = false;
  }
  return isBalanced && open === 0 && deepest < 32 ? shielded : `<${shielded}>`;
}
