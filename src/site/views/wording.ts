/** What became of a post, as it is printed: its older wordings, and what was changed from each to the next. */

import type { DiffLine } from "../text/difference.ts";
import type { TimeView } from "./time.ts";

/** A wording of a post that another replaced. As JSON it is its key: see `keyed.ts`. */
export interface WordingView {
  /** When the capture was made that held it. */
  readonly captured?: TimeView;
  readonly headline?: string;
  /** Its words, plain, a line for each block. */
  readonly text: string;
  /** From it to the next. */
  readonly changes: () => readonly ChangedLine[];
}

/** A line of two wordings, or a number of lines that were not changed. */
export type ChangedLine =
  | { readonly kind: "headline" | "line" | "text"; readonly pieces: DiffLine }
  | { readonly kind: "unchanged"; readonly count: number };
