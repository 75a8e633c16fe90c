/** A post as pages show it: the same on every page that holds it. */
import type { Byline, InferredPart } from "../../model/live-page.ts";
import type { CardView } from "./frame.ts";
import type { TimeView } from "./time.ts";

/** A post, the same on every page that holds it. As JSON it is its key: see `keyed.ts`. */
export interface PostView {
  readonly id: string;
  /** What to call it in a list: its headline, or its first words. */
  readonly name: string;
  /** True where `name` is not the headline, since there is none. */
  readonly unnamed: boolean;
  readonly time?: TimeView;
  /** What of the time was inferred, in words, where the page does not say it once for all posts. */
  readonly inferred?: string;
  /** All that was inferred of it. */
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
  /** When its words were last changed, if that was later than it was published. */
  readonly updated?: TimeView;
  /** What was wrong in it, and when: in the editor's words. */
  readonly corrections: readonly string[];
  readonly description: string;
  readonly figures: readonly FigureView[];
  /** The crop of its first picture that is large enough. */
  readonly card?: CardView;
  /** Its words, plain, a line for each block. */
  readonly text: () => string;
  /** With the marks of `body.ts`, which `placeBody` replaces. */
  readonly bodyHtml: () => string;
}

/** A figure's own words, plain, with the picture that fills it, if the archive has one. */
export interface FigureView {
  /** The name it goes by in `media/`. */
  readonly file: string;
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
  /** In a form that every program reads. */
  readonly picture?: {
    /** From the site's root. */
    readonly path: string;
    /** Pixels. */
    readonly width: number;
    readonly height: number;
  };
}
