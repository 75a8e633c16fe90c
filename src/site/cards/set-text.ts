/** Turns a text into lines of SVG outlines, in visual order (UAX #9), each letter from a face that has it. */

import { createRequire } from "node:module";
import type { Bidi, EmbeddingLevels } from "bidi-js";
import { withoutEnd } from "../../base/without-end.ts";
import { breakLines, fittingSize, type LineSegment } from "./break-lines.ts";
import type { CardFace } from "./faces.ts";
import { type Grapheme, graphemesOf, settable } from "./letters.ts";

/** The fonts, the direction and the language of a text. */
export interface TextStyle {
  /** Best first. */
  readonly faces: readonly CardFace[];
  /** `auto`: the direction of its first letter that has one. */
  readonly direction: "ltr" | "rtl" | "auto";
  readonly language: string;
}

/** A line as SVG that begins at the left end of its baseline; in ems. */
export interface SetLine {
  readonly svg: string;
  readonly width: number;
}

export interface SetText {
  /** Pixels. */
  readonly size: number;
  readonly lines: readonly SetLine[];
}

/** Sizes in pixels, largest first, each with the number of lines that it allows. */
export type FontSizes = readonly { readonly size: number; readonly lines: number }[];

/**
 * The text in the largest size that fits into `measure` pixels. In the smallest size, long words are broken, and a text that does
 * not fit ends in an ellipsis. Undefined where no face has one of the letters, or where no letter is visible.
 */
export function setText(text: string, style: TextStyle, measure: number, sizes: FontSizes): SetText | undefined {
  const line = settable(text, style.faces)?.replace(bound, "\u00A0");
  const smallest = sizes.at(-1);
  if (line === undefined || line === "" || smallest === undefined) return undefined;
  const whole = textOf(line, style);
  if (whole.letters.every(({ faces }) => faces.length === 0)) return undefined;
  const segments = segmentsOf(whole, style);
  const fitting = fittingSize(segments, measure, sizes);
  if (fitting !== undefined) {
    const lines = breakLines(segments, measure / fitting.size);
    return {
      size: fitting.size,
      lines: spansOf(segments, lines).map(([start, end]) => setLine(whole, start, end, style)),
    };
  }
  const room = measure / smallest.size;
  const small = segments.flatMap((segment) => (segment.width > room ? lettersAlone(whole, segment, style) : [segment]));
  const spans = spansOf(small, breakLines(small, room));
  if (spans.length <= smallest.lines)
    return { size: smallest.size, lines: spans.map(([start, end]) => setLine(whole, start, end, style)) };
  const cut = cutShort(line, spans[smallest.lines - 1] ?? [0, 0], room, style);
  const short = textOf(cut, style);
  const shown = [...spans.slice(0, smallest.lines - 1), [spans[smallest.lines - 1]?.[0] ?? 0, cut.length] as const];
  return { size: smallest.size, lines: shown.map(([start, end]) => setLine(short, start, end, style)) };
}

/** A text with its letters and their embedding levels (UAX #9). */
interface Text {
  readonly text: string;
  readonly letters: readonly Grapheme[];
  readonly levels: EmbeddingLevels;
}

// Its type declarations do not match the function that Node loads.
const bidi = (createRequire(import.meta.url)("bidi-js") as () => Bidi)();

const textOf = (text: string, { faces, direction }: TextStyle): Text => ({
  text,
  letters: graphemesOf(text, faces),
  levels: bidi.getEmbeddingLevels(text, direction),
});

type Span = readonly [start: number, end: number];
interface SpanSegment extends LineSegment {
  readonly span: Span;
}

/** Spaces before a dash or a French punctuation mark: there no line ends. */
const bound = / (?=[\u2013\u2014-] |[:;?!\u00BB])|(?<=\u00AB) /g;

/** A line may end at a space, and after a dash, a hyphen or a slash inside a word. */
function segmentsOf(text: Text, style: TextStyle): readonly SpanSegment[] {
  const space = setLine(textOf(" ", style), 0, 1, style, false).width;
  return [
    ...text.text.matchAll(/(?:[^ \u2010\u2013\u2014/-]|(?<=^| )[\u2010\u2013\u2014/-])+[\u2010\u2013\u2014/-]*|[^ ]/g),
  ].map(({ 0: word, index }) => ({
    span: [index, index + word.length] as const,
    width: setLine(text, index, index + word.length, style).width,
    gap: text.text[index - 1] === " " ? space : 0,
  }));
}

const lettersAlone = (text: Text, { span: [from, to], gap }: SpanSegment, style: TextStyle): readonly SpanSegment[] =>
  text.letters
    .filter(({ start }) => start >= from && start < to)
    .map(({ start, end }) => ({
      span: [start, end] as const,
      width: setLine(text, start, end, style).width,
      gap: start === from ? gap : 0,
    }));

/** The span of each line. `lines`: how many segments each holds. */
function spansOf(segments: readonly SpanSegment[], lines: readonly number[]): readonly Span[] {
  let next = 0;
  return lines.map((count): Span => {
    const [first, last] = [segments[next], segments[next + count - 1]];
    next += count;
    return [first?.span[0] ?? 0, last?.span[1] ?? 0];
  });
}

/** Cuts the last line so that an ellipsis fits, between words where a space is late enough in the line. */
function cutShort(text: string, [start, end]: Span, room: number, style: TextStyle): string {
  const letters = graphemesOf(text.slice(0, end), style.faces).filter((letter) => letter.start >= start);
  for (const { end: at } of letters.toReversed()) {
    const space = text.slice(start, at + 1).lastIndexOf(" ");
    const stop = space > (at - start) / 3 ? start + space : at;
    const cut = `${withoutEnd(text.slice(0, stop), /[\s,;:.\u2013\u2014-]/)}…`;
    if (setLine(textOf(cut, style), start, cut.length, style).width <= room) return cut;
  }
  return `${text.slice(0, start)}…`;
}

/** A part of a line with one direction, one face and one script. */
interface Run {
  start: number;
  end: number;
  readonly level: number;
  readonly face: CardFace;
  readonly script: string;
}

/** `trimmed`: without the spaces at its end. */
function setLine(text: Text, start: number, end: number, style: TextStyle, trimmed = true): SetLine {
  let stop = end;
  while (trimmed && stop > start && text.text[stop - 1] === " ") stop -= 1;
  let width = 0;
  let svg = "";
  for (const run of visualRuns(text, start, stop, style)) {
    const { face, level, script } = run;
    const set = face.set({ ...run, text: text.text, rightToLeft: level % 2 === 1, script, language: style.language });
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
    // A letter of any script takes the script, and the face where it can, of the letter before.
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
