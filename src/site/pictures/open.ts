/** Turns the bytes of a file into a picture that the decoder takes, or into the reason why it is none. */
import sharp from "sharp";
import type { PictureMetadata } from "./metadata/facts.ts";
import { readMetadata, saysPosition } from "./metadata/read-metadata.ts";
import { cleanPicture } from "./originals/clean.ts";
import { decoderFault, type PictureFault, type PictureReport, pictureFault } from "./picture-fault.ts";
import { refusedInSvg } from "./svg.ts";

/** The bytes of AVIF depend on the number of threads of one encoder; several encoders at once use the processors as well. */
sharp.concurrency(1);
sharp.cache(false);

/** What every decoding allows. */
export const decoding = { limitInputPixels: 100_000_000, failOn: "error" } as const;
/** The formats that are read, and how the names of their files end. */
const endings: ReadonlyMap<string, string> = new Map([
  ["jpeg", "jpg"],
  ["png", "png"],
  ["webp", "webp"],
  ["gif", "gif"],
  ["heif", "heic"],
  ["tiff", "tiff"],
  ["svg", "svg"],
]);
const svgWidth = 1440;

/** A picture of pixels: a drawing in SVG is drawn. */
export interface OpenedPicture {
  readonly bytes: Uint8Array;
  readonly isSvg: boolean;
  /** How the name of its file ends: "jpg". */
  readonly ending: string;
  readonly metadata: PictureMetadata;
}

/** Throws the decoder's error for a file whose head cannot be read. */
export async function openPicture(bytes: Uint8Array): Promise<OpenedPicture | PictureFault> {
  if (isHeic(bytes) && !readsHeic) return heicFault;
  const meta = await sharp(bytes, decoding).metadata();
  const ending = meta.format === "heif" && meta.compression === "av1" ? "avif" : endings.get(meta.format);
  if (ending === undefined) return pictureFault(`expected ${formats}, got "${meta.format}"`);
  if (ending === "heic" && !readsHeic) return heicFault;
  const isSvg = meta.format === "svg";
  const refused = isSvg ? refusedInSvg(bytes) : undefined;
  if (refused !== undefined)
    return pictureFault(
      `it is an SVG drawing and holds ${refused}`,
      "Save it as PNG, or turn its text into outlines and leave out everything but shapes",
    );
  const { width, height } = meta.autoOrient;
  if (!isSvg && width * height < 9)
    return pictureFault(
      `it is ${width} x ${height} pixels, a mark that a page left behind`,
      "Delete it, or put the real picture in its place",
    );
  return {
    bytes: isSvg ? await drawSvg(bytes, meta.width, meta.height) : bytes,
    isSvg,
    ending,
    metadata: readMetadata({
      // A TIFF is built as EXIF is.
      exif: meta.format === "tiff" ? bytes : meta.exif,
      iptc: meta.iptc ?? meta.tifftagPhotoshop,
      xmp: meta.xmp,
    }),
  };
}

/** Decodes all of a picture, so that one that is cut off is found. Throws nothing. */
export async function openWholePicture(bytes: Uint8Array): Promise<OpenedPicture | PictureFault> {
  try {
    const opened = await openPicture(bytes);
    if ("bytes" in opened) await sharp(opened.bytes, decoding).resize(16, 16).raw().toBuffer();
    return opened;
  } catch (error) {
    return decoderFault(error);
  }
}

export async function reportOnPicture(bytes: Uint8Array): Promise<PictureReport> {
  const opened = await openWholePicture(bytes);
  if (!("bytes" in opened)) return { fault: opened };
  const { isSvg, metadata } = opened;
  return {
    holdsPosition: metadata.holdsPosition || saysPosition(Buffer.from(bytes).toString("latin1")),
    canBeCleaned: isSvg || cleanPicture(bytes, metadata) !== undefined,
  };
}

const formats = "JPEG, PNG, WebP, GIF, AVIF, TIFF or SVG";
const heicFault = pictureFault("it is a HEIC picture, which this program cannot read", "Save it as JPEG");

/** The decoder that comes with sharp reads AVIF alone; another build of it can read HEIC too. */
const readsHeic = (sharp.format.heif.input.fileSuffix ?? []).includes(".heic");

/** True for a file of the kind that telephones write: its brands name HEVC and not AVIF. */
function isHeic(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 64)).toString("latin1");
  return /^[\s\S]{4}ftyp[\s\S]*?he(?:i[cxms]|v[cxms])/.test(head) && !head.includes("avif");
}

/** Renders an SVG drawing as PNG, as wide as a page can show it. `width` and `height`: as the drawing declares them. */
async function drawSvg(bytes: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  const density = Math.min(7200, Math.max(1, (72 * Math.min(svgWidth, (4 * svgWidth * width) / height)) / width));
  return sharp(bytes, { ...decoding, density })
    .timeout({ seconds: 120 })
    .png()
    .toBuffer();
}
