/** A post as pages show it: the same on every page that holds it. */
import type { Byline, InferredPart } from "../../model/live-page.ts";
import type { CardView } from "./frame.ts";
import type { TimeView } from "./time.ts";

/**
 * Plain data, as all views. A text is plain unless its name ends in `Html`: this program printed that HTML, and `raw` may let it
 * through. As JSON it is its cache key: see `cache-key.ts`.
 */
export interface PostView {
  readonly id: string;
  /** Its name in a list: its headline, or its first words. */
  readonly name: string;
  /** True where it has no headline. */
  readonly unnamed: boolean;
  readonly time?: TimeView;
  /** In words: what of its time was inferred, where the page does not say it for all posts. */
  readonly inferred?: string;
  /** All parts of its time that were inferred. */
  readonly inferredParts: readonly InferredPart[];
  readonly clock?: string;
  readonly label?: string;
  readonly breaking: boolean;
  readonly keyEvent: boolean;
  readonly headline?: string;
  readonly subheadline?: string;
  readonly context: readonly string[];
  readonly bylines: readonly Byline[];
  readonly truncated: boolean;
  /** When its words last changed; absent where that was not after it was published. */
  readonly updated?: TimeView;
  /** What was wrong in it, and when, in the editor's words. */
  readonly corrections: readonly string[];
  readonly description: string;
  readonly figures: readonly FigureView[];
  /** A crop of its first picture that is large enough. */
  readonly card?: CardView;
  /** Plain, a line for each block. */
  readonly text: () => string;
  /** With the placeholders that `fillPlaceholders` replaces. */
  readonly bodyHtml: () => string;
}

/** A figure's words, plain, with its picture where the archive holds it. */
export interface FigureView {
  /** Its name in `media/`. */
  readonly file: string;
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
  /** In a format that every program reads: JPEG or PNG. */
  readonly picture?: {
    /** From the site's root. */
    readonly path: string;
    /** Pixels. */
    readonly width: number;
    readonly height: number;
  };
}
