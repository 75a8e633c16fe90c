/** A picture as pages show it: its size, its mean colour and its variants. Plain data, without encoder and file system. */

/** One file of a picture at one width. */
export interface Variant {
  /** Relative to the site's root: `pictures/<16 hex>-<width>.avif`. */
  readonly path: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** The file in the cache: an absolute path. */
  readonly cached: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of the file, in hexadecimal. */
  readonly digest: string;
}

export interface PictureSource {
  readonly type: "image/avif" | "image/webp";
  /** Narrowest first. */
  readonly variants: readonly Variant[];
}

/** Upright, in sRGB or with its own colour profile; of an animation the first frame. */
export interface Picture {
  /** Pixels of the largest variant, after EXIF orientation. */
  readonly width: number;
  readonly height: number;
  /** The mean colour, `#rrggbb`, which fills the space until the picture has loaded. */
  readonly tone: string;
  /** Best first. */
  readonly sources: readonly PictureSource[];
  /** JPEG or PNG, narrowest first. */
  readonly fallback: readonly Variant[];
  /** A crop for links on other sites; absent for a picture that is too small. */
  readonly card?: Variant;
  /** True where the original has more than one frame. */
  readonly animated: boolean;
  /** False for a drawing that could hold scripts (SVG): the site then has the variants, never the original. */
  readonly publishOriginal: boolean;
}

/** The widths at which a picture is made, narrowest first, never wider than the picture itself. */
export function pictureWidths(width: number, height: number): readonly number[] {
  const largest = Math.max(1, Math.min(width, widestVariant, Math.floor((width * tallestVariant) / height)));
  return [...steps.filter((step) => step <= largest * 0.8), largest];
}

/** The path of an original in the site. `name`: lower-case ASCII, as the archive checks. */
export const originalPath = (slug: string, name: string): string => `${slug}/media/${name}`;

const steps: readonly number[] = [360, 720, 1080, 1440];
/** Three device pixels for each pixel of the widest measure. */
const widestVariant = 2160;
/** WebP ends at 16,383 pixels. */
const tallestVariant = 12_000;
