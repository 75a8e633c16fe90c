/** Turns what EXIF and XMP say of a picture into the few facts that may be published: rights, people, caption and dates. */
import { exifMetadata } from "./exif.ts";
import type { PictureMetadata } from "./facts.ts";
import { xmpFacts } from "./xmp.ts";

/** `exif`: a block of EXIF, or a whole TIFF file. XMP is believed before EXIF, whose texts lose accents. */
export function readMetadata(exif: Uint8Array | undefined, xmp: Uint8Array | undefined): PictureMetadata {
  const { facts, orientation, holdsPosition } = exifMetadata(exif ?? new Uint8Array());
  const text = Buffer.from(xmp ?? []).toString("utf8");
  return {
    facts: { ...facts, ...xmpFacts(text) },
    orientation,
    holdsPosition: holdsPosition || saysPosition(text),
  };
}

/** True for XMP with a position; extended XMP of a JPEG is found in the whole file. */
export const saysPosition = (text: string): boolean => /\bGPS(?:Latitude|Longitude|DestLatitude)\b/.test(text);
