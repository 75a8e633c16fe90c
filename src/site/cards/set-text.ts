/** Sets a text in lines: directions and scripts in their order, each letter from a face that has it, as outlines in SVG. */

import { createRequire } from "node:module";
import type { Bidi, EmbeddingLevels } from "bidi-js";
import { withoutEnd } from "../../base/without-end.ts";
import { breakLines, fittingSize, type LineSegment } from "./break-lines.ts";
import type { CardFace } from "./faces.ts";
import { type Grapheme, graphemesOf, settable } from "./letters.ts";

/** How a text is written. */
export interface TextStyle {
  /** Best first. */
  readonly faces: readonly CardFace[];
  /** `auto`: that of its first letter which has one. */
  readonly direction: "ltr" | "rtl" | "auto";
  readonly language: string;
}

/** A line ready to be drawn, its beginning at the left end of the baseline. In ems. */
export interface SetLine {
  readonly svg: string;
  readonly width: number;
}

export interface SetText {
  /** Pixels of an em. */
  readonly size: number;
  readonly lines: readonly SetLine[];
}

/** Sizes in pixels, largest first, with how many lines each may have. */
export type TitleSizes = readonly { readonly size: number; readonly lines: number }[];

/**
 * A text in the largest size that has room in `measure` pixels; in the smallest, words are broken where they must be, and what
 * has no room ends in an ellipsis. Undefined where a letter has no face, or where nothing is to be set.
 */
export function setText(text: string, hand: TextStyle, measure: number, sizes: TitleSizes): SetText | undefined {
  const line = settable(text, hand.faces)?.replace(bound, "\u00A0");
  const smallest = sizes.at(-1);
  if (line === undefined || line === "" || smallest === undefined) return undefined;
  const whole = textOf(line, hand);
  if (whole.letters.every(({ faces }) => faces.length === 0)) return undefined;
  const pieces = piecesOf(whole, hand);
  const fitting = fittingSize(pieces, measure, sizes);
  if (fitting !== undefined) {
    const lines = breakLines(pieces, measure / fitting.size);
    return {
      size: fitting.size,
      lines: spansOf(pieces, lines).map(([start, end]) => setLine(whole, start, end, hand)),
    };
  }
  const room = measure / smallest.size;
  const small = pieces.flatMap((piece) => (piece.width > room ? lettersAlone(whole, piece, hand) : [piece]));
  const spans = spansOf(small, breakLines(small, room));
  if (spans.length <= smallest.lines)
    return { size: smallest.size, lines: spans.map(([start, end]) => setLine(whole, start, end, hand)) };
  const cut = cutShort(line, spans[smallest.lines - 1] ?? [0, 0], room, hand);
  const short = textOf(cut, hand);
  const shown = [...spans.slice(0, smallest.lines - 1), [spans[smallest.lines - 1]?.[0] ?? 0, cut.length] as const];
  return { size: smallest.size, lines: shown.map(([start, end]) => setLine(short, start, end, hand)) };
}

/** A text with all that decides in which order its letters stand. */
interface Text {
  readonly text: string;
  readonly letters: readonly Grapheme[];
  readonly levels: EmbeddingLevels;
}

// What it declares of itself is not what Node makes of it.
const bidi = (createRequire(import.meta.url)("bidi-js") as () => Bidi)();

const textOf = (text: string, { faces, direction }: TextStyle): Text => ({
  text,
  letters: graphemesOf(text, faces),
  levels: bidi.getEmbeddingLevels(text, direction),
});

/** From `start` to before `end`. */
type Span = readonly [start: number, end: number];
interface SpanPiece extends LineSegment {
  readonly span: Span;
}

/** No line begins with a dash that stands alone, nor with a mark that French sets apart. */
const bound = / (?=[\u2013\u2014-] |[:;?!\u00BB])|(?<=\u00AB) /g;

/** A line may end at a space, and after a dash, a hyphen or a slash inside a word. */
function piecesOf(text: Text, hand: TextStyle): readonly SpanPiece[] {
  const space = setLine(textOf(" ", hand), 0, 1, hand, false).width;
  return [
    ...text.text.matchAll(/(?:[^ \u2010\u2013\u2014/-]|(?<=^| )[\u2010\u2013\u2014/-])+[\u2010\u2013\u2014/-]*|[^ ]/g),
  ].map(({ 0: word, index }) => ({
    span: [index, index + word.length] as const,
    width: setLine(text, index, index + word.length, hand).width,
    gap: text.text[index - 1] === " " ? space : 0,
  }));
}

const lettersAlone = (text: Text, { span: [from, to], gap }: SpanPiece, hand: TextStyle): readonly SpanPiece[] =>
  text.letters
    .filter(({ start }) => start >= from && start < to)
    .map(({ start, end }) => ({
      span: [start, end] as const,
      width: setLine(text, start, end, hand).width,
      gap: start === from ? gap : 0,
    }));

/** What stands on each line. */
function spansOf(pieces: readonly SpanPiece[], lines: readonly number[]): readonly Span[] {
  let next = 0;
  return lines.map((count): Span => {
    const [first, last] = [pieces[next], pieces[next + count - 1]];
    next += count;
    return [first?.span[0] ?? 0, last?.span[1] ?? 0];
  });
}

/** The text up to where its last line has room for an ellipsis, between words if there is a space late enough in it. */
function cutShort(text: string, [start, end]: Span, room: number, hand: TextStyle): string {
  const letters = graphemesOf(text.slice(0, end), hand.faces).filter((letter) => letter.start >= start);
  for (const { end: at } of letters.toReversed()) {
    const space = text.slice(start, at + 1).lastIndexOf(" ");
    const stop = space > (at - start) / 3 ? start + space : at;
    const cut = `${withoutEnd(text.slice(0, stop), /[\s,;:.\u2013\u2014-]/)}…`;
    if (setLine(textOf(cut, hand), start, cut.length, hand).width <= room) return cut;
  }
  return `${text.slice(0, start)}…`;
}

/** A part of a line in one direction, one face and one script. */
interface Run {
  start: number;
  end: number;
  readonly level: number;
  readonly face: CardFace;
  readonly script: string;
}

/** Spaces at the end of a line have no width, unless asked for. */
function setLine(text: Text, start: number, end: number, hand: TextStyle, trimmed = true): SetLine {
  let stop = end;
  while (trimmed && stop > start && text.text[stop - 1] === " ") stop -= 1;
  let width = 0;
  let svg = "";
  for (const run of visualRuns(text, start, stop, hand)) {
    const { face, level, script } = run;
    const set = face.set({ ...run, text: text.text, rightToLeft: level % 2 === 1, script, language: hand.language });
    const scale = face.scale / face.unitsPerEm;
    const paths = set.glyphs.map(({ x, y, outline }) =>
      outline === "" ? "" : `<path transform="translate(${x} ${y})" d="${outline}"/>`,
    );
    svg += `<g transform="translate(${width.toFixed(4)}) scale(${scale.toPrecision(6)} ${(-scale).toPrecision(6)})">${paths.join("")}</g>`;
    width += set.width * scale;
  }
  return { svg, width };
}

/** The runs of a line from left to right. */
function visualRuns({ text, letters, levels }: Text, start: number, end: number, { faces }: TextStyle): readonly Run[] {
  const logical: Run[] = [];
  for (const letter of letters) {
    if (letter.start < start || letter.start >= end) continue;
    const level = levels.levels[letter.start] ?? 0;
    const before = logical.at(-1);
    const joined = before !== undefined && before.level === level ? before : undefined;
    // What belongs to any script is set as what stands before it, if that face has it.
    const script = letter.script === "Zyyy" ? (joined?.script ?? (level % 2 === 1 ? "Arab" : "Latn")) : letter.script;
    const able = letter.faces.length === 0 ? faces : letter.faces;
    const face =
      joined !== undefined && letter.script === "Zyyy" && able.includes(joined.face)
        ? joined.face
        : level % 2 === 1
          ? able.at(-1)
          : able[0];
    if (face === undefined) continue;
    if (joined?.face === face && joined.script === script) joined.end = letter.end;
    else logical.push({ start: letter.start, end: letter.end, level, face, script });
  }
  if (logical.length === 0) return logical;
  const order = new Map(bidi.getReorderedIndices(text, levels, start, end - 1).map((index, place) => [index, place]));
  const place = (run: Run): number => order.get(run.level % 2 === 1 ? run.end - 1 : run.start) ?? 0;
  return logical.sort((a, b) => place(a) - place(b));
}
