/** A picture as pages show it: its size, its mean colour and its variants. Plain data, without encoder and file system. */
import { sha256 } from "../../base/digest.ts";
import { isDeviceName } from "../../base/portable-name.ts";

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

/** A file of the cache: `name` in its folder, `cached` with it. */
export interface KeptFile {
  readonly name: string;
  readonly cached: string;
  readonly size: number;
  readonly digest: string;
}

export interface PictureSource {
  readonly type: "image/avif";
  /** Narrowest first. */
  readonly variants: readonly Variant[];
}

/** Upright, in sRGB or with its own colour profile; of an animation the first frame. */
export interface Picture {
  /** Pixels of the largest variant, after EXIF orientation. */
  readonly width: number;
  readonly height: number;
  /** The mean colour, `#rrggbb`, which fills the space until the picture has loaded; `whitePaper` for a picture with transparent parts. */
  readonly tone: string;
  /** Best first. */
  readonly sources: readonly PictureSource[];
  /** JPEG or PNG, narrowest first. */
  readonly fallback: readonly Variant[];
  /** A crop for links on other sites; absent for a picture that is too small. */
  readonly card?: Variant;
  /** True where the original has more than one frame. */
  readonly animated: boolean;
  /**
   * The original without private metadata: a file of the cache, or the original itself where it has none. Absent for an original that
   * cannot be cleaned.
   */
  readonly cleaned?: KeptFile | "original";
  /** False for a drawing that could hold scripts (SVG): the site then has the variants, never the original. */
  readonly publishOriginal: boolean;
}

/** What a page prints of a picture. */
export interface ShownPicture extends Pick<Picture, "width" | "height"> {
  /** Absent where nothing lies behind the picture. */
  readonly tone?: string;
  readonly sources: readonly { readonly type: PictureSource["type"]; readonly variants: readonly ShownVariant[] }[];
  readonly fallback: readonly ShownVariant[];
}

export type ShownVariant = Pick<Variant, "path" | "width">;

/** A picture with its small variants alone: the narrowest of each format, and what is still small. It fills its place with no tone. */
export function smallPicture({ width, height, tone, sources, fallback }: Picture): ShownPicture {
  const small = (variants: readonly Variant[]): readonly ShownVariant[] =>
    variants
      .filter((variant, index) => index === 0 || variant.width <= mostSmall)
      .map(({ path, width }) => ({ path, width }));
  return {
    width,
    height,
    ...(tone === whitePaper && { tone }),
    sources: sources.map(({ type, variants }) => ({ type, variants: small(variants) })),
    fallback: small(fallback),
  };
}

/** The tone of a picture with transparent parts: it is made for white paper, and its mean colour would show through. */
export const whitePaper = "#ffffff";

/** The widths at which a picture is made, narrowest first, never wider than the picture itself. */
export function pictureWidths(width: number, height: number): readonly number[] {
  const largest = Math.max(1, Math.min(width, widestVariant, Math.floor((width * tallestVariant) / height)));
  return [...steps.filter((step) => step <= largest * 0.8), largest];
}

/** The path of an original in the site. `name`: its name in `media/`. */
export const originalPath = (slug: string, name: string): string => `${slug}/media/${safeName(name)}`;

/**
 * A name that every host takes. A name that is plain but for capitals stays; another gets the plain letters of its own and a
 * digest, so that two names never become one.
 */
function safeName(name: string): string {
  const normal = name.normalize("NFC").toLowerCase();
  if (/^[a-z0-9][a-z0-9._-]*$/.test(normal) && !isDeviceName(normal)) return normal;
  const [, stem = "", ending = ""] = /^(.*)\.([a-z]+)$/s.exec(normal) ?? [];
  const letters = plainWords(stem).slice(0, 48).replace(/-$/, "");
  return `${letters === "" ? "picture" : letters}-${sha256(normal).slice(0, 8)}.${ending}`;
}

const plainWords = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "");

/** The widths of the format for what reads no AVIF: few, since few readers need it. */
export const fallbackWidths = (widths: readonly number[]): readonly number[] =>
  widths.filter((width, index) => index === widths.length - 1 || width === 720 || width === 1440);

/** Pixels: two device pixels for each pixel of the widest small picture. */
const mostSmall = 720;
const steps: readonly number[] = [360, 720, 1080, 1440];
/** Three device pixels for each pixel of the widest measure. */
const widestVariant = 2160;
/** Many devices draw no picture of more than 16,384 pixels. */
const tallestVariant = 12_000;
