/** What a figure of a post says of itself, for whoever prints no HTML. */

/** A figure's own words, plain. */
export interface FigureView {
  /** The name it goes by in `media/`. */
  readonly file: string;
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
}
