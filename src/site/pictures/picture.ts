/** What a page needs to know of a picture: its size, its tone and its variants. Knows no encoder and no file system. */

/** One file of a picture at one width. */
export interface Variant {
  /** Relative to the site's root: `pictures/<16 hex>-<width>.avif`. */
  readonly path: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Where the cache keeps the file: an absolute path. */
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

/** A picture as it is shown: upright, in sRGB or with its own colour profile, the first frame if it moves. */
export interface Picture {
  /** Pixels of the largest variant, after EXIF orientation. */
  readonly width: number;
  readonly height: number;
  /** The mean colour, `#rrggbb`, for the space that the picture will fill. */
  readonly tone: string;
  /** Best first. */
  readonly sources: readonly PictureSource[];
  /** JPEG or PNG, narrowest first. */
  readonly fallback: readonly Variant[];
  /** A crop for where a link to it is shared; a picture too small for it has none. */
  readonly card?: Variant;
  /** The original has more than one frame; the variants show the first. */
  readonly animated: boolean;
  /** False for a drawing that could hold scripts (SVG): the site then has the variants, never the original. */
  readonly publishOriginal: boolean;
}

/** The widths at which a picture is made, narrowest first, never wider than the picture itself. */
export function pictureWidths(width: number, height: number): readonly number[] {
  const largest = Math.max(1, Math.min(width, widestVariant, Math.floor((width * tallestVariant) / height)));
  return [...steps.filter((step) => step <= largest * 0.8), largest];
}

/** Where the site keeps an original; the archive has seen to it that the name is lower-case ASCII. */
export const originalPath = (slug: string, name: string): string => `${slug}/media/${name}`;

const steps: readonly number[] = [360, 720, 1080, 1440];
/** Three device pixels for each of the widest measure; a reader who wants more opens the original. */
const widestVariant = 2160;
/** WebP ends at 16,383 pixels. */
const tallestVariant = 12_000;
