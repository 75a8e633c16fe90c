/** An older wording of a post, with the changes from it to the next wording. */

import type { DiffLine } from "../text/difference.ts";
import type { TimeView } from "./time.ts";

/** As JSON it is its cache key: see `cache-key.ts`. */
export interface WordingView {
  /** When the capture that holds it was made. */
  readonly captured?: TimeView;
  readonly headline?: string;
  /** Plain, a line for each block. */
  readonly text: string;
  /** From it to the next wording. */
  readonly changes: () => readonly ChangedLine[];
}

/** A line of two wordings, or a number of unchanged lines. */
export type ChangedLine =
  | { readonly kind: "headline" | "line" | "text"; readonly pieces: DiffLine }
  | { readonly kind: "unchanged"; readonly count: number };
