/** The picture that another site shows where it links to a page. */
export interface CardView {
  /** In a frame its address; in a post its path from the site's root. */
  readonly href: string;
  /** In pixels; absent where it was not measured. */
  readonly size?: { readonly width: number; readonly height: number };
  readonly type: "image/jpeg" | "image/png";
  /** What it shows, in plain words. */
  readonly alt: string;
}
