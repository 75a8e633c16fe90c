/** The metadata blocks of a picture (EXIF, IPTC, XMP) -> what it shows and whose it is, in words. Pure and total. */
import { readExif } from "./exif.ts";
import type { MetadataFields } from "./fields.ts";
import { readIptc } from "./iptc.ts";
import { readXmp } from "./xmp.ts";

/** What a figure says of a picture. */
export interface PictureWords {
  /** What can be seen, for those who cannot see it. */
  readonly alt?: string;
  readonly caption?: string;
  readonly credit?: string;
}

export interface MetadataBlocks {
  readonly exif?: Uint8Array;
  readonly iptc?: Uint8Array;
  readonly xmp?: Uint8Array;
}

/** What cameras write where a caption belongs. */
const ofCameras =
  /^(?:OLYMPUS DIGITAL CAMERA|MINOLTA DIGITAL CAMERA|KODAK DIGITAL STILL CAMERA|SONY DSC|DIGITAL CAMERA|SAMSUNG|UNTITLED|DCIM\\.*|default|image description)$/i;

/** XMP counts more than IPTC, and IPTC more than EXIF: newer programs write XMP. */
export function pictureWordsOf({ exif, iptc, xmp }: MetadataBlocks): PictureWords {
  const blocks = [xmp && readXmp(xmp), iptc && readIptc(iptc), exif && readExif(exif)];
  const first = (key: keyof MetadataFields): string | undefined =>
    blocks.map((block) => lineOf(block?.[key])).find((text) => text !== "" && !ofCameras.test(text)) ?? undefined;
  const [creator, credit] = [first("creator"), first("credit")];
  const named =
    credit === undefined || creator === undefined || credit.includes(creator) ? credit : `${creator} / ${credit}`;
  const [alt, caption, whose] = [first("alt"), first("caption"), named ?? creator ?? first("rights")];
  return {
    ...(alt !== undefined && { alt }),
    ...(caption !== undefined && { caption }),
    ...(whose !== undefined && { credit: whose }),
  };
}

/** One line of readable text. */
const lineOf = (text = ""): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, 2000);
