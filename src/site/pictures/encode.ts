/** Encodes a picture in all formats and sizes with sharp: decodes it, decides between drawing and photograph, writes variants. */
import sharp, { type Sharp } from "sharp";
import { putCleaned, putVariant } from "./cache.ts";
import type { concurrencyLimit } from "./concurrency.ts";
import { isDrawing, meanTone } from "./drawing.ts";
import { printXmp } from "./metadata/xmp.ts";
import { decoding, type OpenedPicture, openPicture } from "./open.ts";
import { cleanPicture } from "./originals/clean.ts";
import {
  fallbackWidths,
  type Picture,
  type PictureSource,
  pictureWidths,
  type Variant,
  whitePaper,
} from "./picture.ts";
import type { PictureFault } from "./picture-fault.ts";
import { cardRecipe, cardSize, type PictureMode, recipes } from "./recipes.ts";

/** Where and how pictures are encoded. */
export interface Encoder {
  /** The folder of variants. */
  readonly cache: string;
  readonly mode: PictureMode;
  readonly limit: ReturnType<typeof concurrencyLimit>;
}

/** Makes all variants of a picture in the cache. A file that cannot be decoded throws the decoder's error. */
export async function encodePicture(bytes: Uint8Array, key: string, encoder: Encoder): Promise<Picture | PictureFault> {
  const opened = await openPicture(bytes);
  if (!("bytes" in opened)) return opened;
  const { isSvg, metadata } = opened;
  const picture = await encode(await analyse(opened), key, encoder);
  const cleaned = isSvg ? undefined : keepCleaned(bytes, cleanPicture(bytes, metadata), key, encoder);
  return { ...picture, publishOriginal: !isSvg, ...(cleaned !== undefined && { cleaned }) };
}

/** The cleaned original, as a file of the cache unless it is the original itself; undefined for one that cannot be cleaned. */
function keepCleaned(
  bytes: Uint8Array,
  cleaned: Uint8Array | undefined,
  key: string,
  { cache }: Encoder,
): Picture["cleaned"] {
  if (cleaned === undefined) return undefined;
  return Buffer.compare(cleaned, bytes) === 0 ? "original" : putCleaned(cache, key, cleaned);
}

/** A decoded picture with all that decides how it is encoded. */
interface Pixels {
  readonly bytes: Uint8Array;
  /** After EXIF orientation. */
  readonly width: number;
  readonly height: number;
  readonly isTransparent: boolean;
  readonly isDrawing: boolean;
  readonly isAnimated: boolean;
  /** The mean colour. */
  readonly tone: string;
  /** What each variant says of itself, as XMP. */
  readonly xmp: string | undefined;
  /** False where the colour profile belongs to another colour space than the pixels that we write. */
  readonly keepsProfile: boolean;
}

async function analyse({ bytes, metadata }: OpenedPicture): Promise<Pixels> {
  const meta = await sharp(bytes, decoding).metadata();
  const isTransparent = meta.hasAlpha && !(await sharp(bytes, decoding).stats()).isOpaque;
  // A JPEG is a photograph: its colours are not counted, and it is decoded at an eighth of its size.
  const isJpeg = meta.format === "jpeg";
  const sample = await upright(bytes)
    .flatten({ background: "#fff" })
    .resize(isJpeg ? { width: 16, height: 16, fit: "fill" } : sampled)
    .raw()
    .toBuffer();
  return {
    bytes,
    ...meta.autoOrient,
    isTransparent,
    isDrawing: !isJpeg && isDrawing(sample),
    isAnimated: (meta.pages ?? 1) > 1 && meta.format !== "tiff",
    tone: isTransparent ? whitePaper : meanTone(sample),
    xmp: printXmp(metadata.facts),
    keepsProfile: meta.space === "srgb" || meta.space === "rgb16",
  };
}

/** Without smoothing, so that colours stay exact. */
const sampled = { width: 256, height: 256, fit: "inside", kernel: "nearest", withoutEnlargement: true } as const;

const upright = (bytes: Uint8Array): Sharp => sharp(bytes, { ...decoding, autoOrient: true }).toColourspace("srgb");

/** Says who made the picture and who has its rights, and nothing else of it. */
const withMetadata = (image: Sharp, { keepsProfile, xmp }: Pixels): Sharp => {
  const said = xmp === undefined ? image : image.withXmp(xmp);
  return keepsProfile ? said.keepIccProfile() : said;
};

/** Writes all variants of a picture, and its card, into the cache. */
async function encode(
  pixels: Pixels,
  key: string,
  encoder: Encoder,
): Promise<Omit<Picture, "publishOriginal" | "cleaned">> {
  const { width, height, isTransparent, tone } = pixels;
  const { avif, jpeg, png } = recipes[encoder.mode];
  const kind = pixels.isDrawing ? "drawing" : "photo";
  const isLarge = width * 2 >= cardSize.width && height * 2 >= cardSize.height;
  const widths = pictureWidths(width, height);
  const variants = (form: Form) => makeVariants(pixels, key, encoder, form);
  const [avifs, fallback, card] = await Promise.all([
    avif && variants({ extension: "avif", widths, print: (image) => image.avif(avif[kind]) }),
    isTransparent || pixels.isDrawing
      ? variants({
          extension: "png",
          // A drawing in its own size takes fewer bytes than one that is made smaller, whose edges are blurred.
          widths: pixels.isDrawing ? widths.slice(-1) : fallbackWidths(widths),
          print: (image) => image.png(png[kind]),
        })
      : variants({
          extension: "jpg",
          widths: fallbackWidths(widths),
          print: (image) => image.flatten({ background: "#fff" }).jpeg(jpeg),
        }),
    isLarge ? encoder.limit(() => makeCard(pixels, key, encoder)) : undefined,
  ]);
  const sources: readonly PictureSource[] = avifs === undefined ? [] : [{ type: "image/avif", variants: avifs }];
  const largest = fallback.at(-1) ?? pixels;
  return {
    width: largest.width,
    height: largest.height,
    tone,
    sources,
    fallback,
    ...(card !== undefined && { card }),
    animated: pixels.isAnimated,
  };
}

/** A format in which a picture is made, at some widths. */
interface Form {
  readonly extension: string;
  readonly widths: readonly number[];
  readonly print: (image: Sharp) => Sharp;
}

const makeVariants = (
  pixels: Pixels,
  key: string,
  { cache, limit }: Encoder,
  { extension, widths, print }: Form,
): Promise<readonly Variant[]> =>
  Promise.all(
    widths.map((width) =>
      limit(async () => {
        const image = withMetadata(upright(pixels.bytes).resize({ width }), pixels);
        const { data, info } = await print(image).toBuffer({ resolveWithObject: true });
        return putVariant(cache, key, extension, { width: info.width, height: info.height }, data);
      }),
    ),
  );

/** A drawing keeps its whole area, since a chart that is cut says something else; a photograph is cropped. */
async function makeCard(pixels: Pixels, key: string, { cache, mode }: Encoder): Promise<Variant> {
  const cut = upright(pixels.bytes)
    .flatten({ background: "#fff" })
    .resize(
      pixels.isDrawing
        ? { ...cardSize, fit: "contain", background: pixels.tone }
        : { ...cardSize, fit: "cover", position: sharp.strategy.attention },
    );
  const data = await withMetadata(cut, pixels).jpeg(recipes[mode].card).toBuffer();
  return putVariant(cache, `${key}-card`, "jpg", cardSize, data);
}

/** Encodes a drawn card as PNG, at its own size. */
export const printDrawing = (svg: string): Promise<Uint8Array> => sharp(Buffer.from(svg)).png(cardRecipe).toBuffer();

/** The versions that decide the bytes of a picture, for cache keys. */
export const encoderVersions = [sharp.versions, process.arch] as const;
