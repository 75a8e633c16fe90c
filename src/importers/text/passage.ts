/** A stretch of lines that is read into blocks, with the recorder and the places its words go to. */
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
  /** The capture separates blocks by the ends of lines only. */
  readonly flat: boolean;
  /** Where an embed that opens on this line ends; see `findEmbedEnds`. */
  readonly embedEnds: ReadonlyMap<number, number>;
}

/** What a reader found: the blocks, and the line behind them. */
export interface FoundBlocks {
  readonly blocks: readonly Block[];
  readonly next: number;
}

export const lineAt = (passage: TextPassage, index: number): Line =>
  (index < passage.to ? passage.lines[index] : undefined) ?? nowhere;

const nowhere: Line = { start: 0, end: 0, indent: 0, text: "" };

/** A paragraph of one line's words from `after` on; undefined where nothing that can be seen stands there. */
export function paragraphOf(passage: TextPassage, line: Line, after = 0): Block | undefined {
  const words = passage.recorder.keep(passage.place("body"), line.start + after, line.end);
  return words === "" ? undefined : { kind: "paragraph", content: textContent(words) };
}
