/** A figure's own words, plain, without its picture. */
export interface FigureView {
  /** The name it goes by in `media/`. */
  readonly file: string;
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
}
