/** Turns what XMP, IPTC and EXIF say of a picture into the few facts that may be published: rights, people, caption and dates. */
import { exifMetadata } from "./exif.ts";
import type { PictureMetadata } from "./facts.ts";
import { iptcFacts } from "./iptc.ts";
import { metadataText } from "./metadata-text.ts";
import { xmpAlternativeText, xmpFacts } from "./xmp.ts";

/** The blocks of metadata as they stand in the file of a picture. */
export interface MetadataBlocks {
  /** A block of EXIF, or a whole TIFF file. */
  readonly exif?: Uint8Array | undefined;
  /** A block of IPTC, bare or in a block of Photoshop. */
  readonly iptc?: Uint8Array | undefined;
  readonly xmp?: Uint8Array | undefined;
}

const none = new Uint8Array();

/** XMP counts more than IPTC, and IPTC more than EXIF: newer programs write XMP. */
export function readMetadata({ exif = none, iptc = none, xmp = none }: MetadataBlocks): PictureMetadata {
  const ofExif = exifMetadata(exif);
  const packet = metadataText(xmp);
  const [ofXmp, ofIptc, alt] = [xmpFacts(packet), iptcFacts(iptc), xmpAlternativeText(packet)];
  return {
    facts: { ...ofExif.facts, ...ofIptc, ...ofXmp },
    said: [ofXmp, ofIptc, ofExif.facts],
    ...(alt !== undefined && { alt }),
    orientation: ofExif.orientation,
    holdsPosition: ofExif.holdsPosition || saysPosition(packet),
  };
}

/** True for XMP with a position; extended XMP of a JPEG is found in the whole file. */
export const saysPosition = (text: string): boolean => /\bGPS(?:Latitude|Longitude|DestLatitude)\b/.test(text);
