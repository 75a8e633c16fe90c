/** What a figure of a post says of itself, for outputs that are no HTML. */

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
