/**
 * Turns an original into one that says nothing private: the pixels stay as they are encoded, the metadata is written anew and holds
 * only an orientation and the facts that may be published. Each format has a list of what is kept; all else goes.
 */
import type { PictureMetadata } from "../metadata/facts.ts";
import { printXmp } from "../metadata/xmp.ts";
import { cleanGif } from "./gif.ts";
import { cleanHeif } from "./heif.ts";
import { cleanJpeg } from "./jpeg.ts";
import { cleanPng } from "./png.ts";
import type { PublicMetadata } from "./public-metadata.ts";
import { cleanTiff } from "./tiff.ts";
import { cleanWebp } from "./webp.ts";

type Cleaner = (file: Buffer, metadata: PublicMetadata) => Uint8Array | undefined;

/** Undefined for a file that cannot be cleaned: of another format, or one whose parts cannot all be told. */
export function cleanPicture(
  bytes: Uint8Array,
  { facts, orientation }: Pick<PictureMetadata, "facts" | "orientation">,
): Uint8Array | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = file.toString("latin1", 0, 16);
  const clean = cleaners.find(([start, at]) => head.startsWith(start, at))?.[2];
  try {
    return clean?.(file, { facts, orientation, xmp: printXmp(facts) });
  } catch (error) {
    // A part that names a place behind the end.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** By the first bytes of a file, from a place in it. */
const cleaners: readonly (readonly [string, number, Cleaner])[] = [
  ["\xff\xd8\xff", 0, cleanJpeg],
  ["\x89PNG\r\n\x1a\n", 0, cleanPng],
  ["WEBP", 8, cleanWebp],
  ["GIF8", 0, cleanGif],
  ["II*\0", 0, cleanTiff],
  ["MM\0*", 0, cleanTiff],
  ["ftyp", 4, cleanHeif],
];
