/** From a range of lines to what readers of blocks need: the lines, the recorder, and the places of the words. */
import type { Block } from "../../model/block.ts";
import { textContent } from "../../model/inline.ts";
import type { AccountPlace } from "../account/account-span.ts";
import type { SpanRecorder } from "../account/span-recorder.ts";
import type { Line } from "./text.ts";

export interface TextPassage {
  readonly lines: readonly Line[];
  /** The first line, and the one behind the last. */
  readonly from: number;
  readonly to: number;
  readonly recorder: SpanRecorder;
  readonly place: (part: "body" | "caption" | "credit" | "author") => AccountPlace;
  /** The capture separates blocks by line breaks only, without blank lines. */
  readonly flat: boolean;
  /** By the line on which an embed begins: the line at which it ends. See `findEmbedEnds`. */
  readonly embedEnds: ReadonlyMap<number, number>;
}

/** Blocks, and the line behind them. */
export interface FoundBlocks {
  readonly blocks: readonly Block[];
  readonly next: number;
}

export const lineAt = (passage: TextPassage, index: number): Line =>
  (index < passage.to ? passage.lines[index] : undefined) ?? nowhere;

const nowhere: Line = { start: 0, end: 0, indent: 0, text: "" };

/** The words of a line from offset `after` on as a paragraph; undefined where there is no visible character. */
export function paragraphOf(passage: TextPassage, line: Line, after = 0): Block | undefined {
  const words = passage.recorder.keep(passage.place("body"), line.start + after, line.end);
  return words === "" ? undefined : { kind: "paragraph", content: textContent(words) };
}
