/** Originals to variants: the only file that knows the encoder. Equal bytes for equal originals, however many run at once. */
import fs from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import sharp, { type Sharp } from "sharp";
import { sha256 } from "../../base/digest.ts";
import { codeOf } from "../../base/failure.ts";
import type { Problem } from "../../model/problem.ts";
import { getPicture, putPicture, putVariant } from "./cache.ts";
import { concurrencyLimit, forEachConcurrently } from "./concurrency.ts";
import { isDrawing, meanTone } from "./drawing.ts";
import { type Picture, type PictureSource, pictureWidths, type Variant } from "./picture.ts";
import { decoderFault, type PictureFault, pictureFault } from "./picture-fault.ts";
import { cardRecipe, cardSize, recipes, recipeVersion } from "./recipes.ts";
import { refusedInSvg } from "./svg.ts";

/** A picture as the archive holds it. `digest` is the SHA-256 of its bytes, in hexadecimal. */
export interface OriginalPicture {
  readonly path: string;
  readonly digest: string;
  bytes(): Uint8Array;
}

/** `quick` is for looking at a page while writing it: WebP without AVIF, larger files. */
export type PictureMode = "quick" | "release";

export interface PictureOptions {
  /** The cache folder of the archive; pictures are kept in `pictures/` below it. */
  readonly cache: string;
  readonly mode: PictureMode;
  /** How many pictures are worked on at once; the processors, where it is absent. The bytes do not depend on it. */
  readonly jobs?: number;
  /** Called as each picture that had to be made is done. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Pictures {
  /** By the digest of the original; an original with a problem has none. */
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly made: number;
  readonly reused: number;
  /** `file` is the original's path, as it was given. */
  readonly problems: readonly Problem[];
}

/**
 * Makes the variants of each original, or finds them in the cache. A file that is no picture is a problem, never a throw;
 * a disk that is full or cannot be written to is the system's error.
 */
export async function makePictures(originals: readonly OriginalPicture[], options: PictureOptions): Promise<Pictures> {
  const cache = path.join(options.cache, "pictures");
  const pictures = new Map<string, Picture>();
  const faults = new Map<string, PictureFault>();
  const todo = new Map<string, OriginalPicture>();
  for (const original of originals) {
    if (pictures.has(original.digest) || todo.has(original.digest)) continue;
    const known = getPicture(cache, keyOf(original.digest, options.mode));
    if (known === undefined) todo.set(original.digest, original);
    else pictures.set(original.digest, known);
  }
  const reused = pictures.size;
  if (todo.size > 0) fs.mkdirSync(cache, { recursive: true });
  let done = 0;
  const jobs = options.jobs ?? availableParallelism();
  const workshop = { cache, mode: options.mode, limit: concurrencyLimit(jobs) };
  await forEachConcurrently([...todo.values()], jobs, async (original) => {
    const result = await makePicture(original, workshop);
    if ("tone" in result) pictures.set(original.digest, result);
    else faults.set(original.digest, result);
    done += 1;
    options.onProgress?.(done, todo.size);
  });
  const problems = originals.flatMap(({ path: file, digest }): readonly Problem[] => {
    const fault = faults.get(digest);
    return fault === undefined ? [] : [{ file, line: 0, column: 0, ...fault }];
  });
  return { pictures, made: pictures.size - reused, reused, problems };
}

/** Bytes of AVIF depend on the number of threads of one encoder; pictures beside one another use the processors as well. */
sharp.concurrency(1);
sharp.cache(false);

const limits = { limitInputPixels: 100_000_000, failOn: "error" } as const;
const readable: ReadonlySet<string> = new Set(["jpeg", "png", "webp", "gif", "heif", "tiff", "svg"]);
const svgWidth = 1440;

const keyOf = (digest: string, mode: PictureMode): string =>
  sha256(JSON.stringify([digest, recipeVersion, mode, recipes[mode], sharp.versions, process.arch])).slice(0, 16);

/** Where and how a picture is made. */
interface Workshop {
  readonly cache: string;
  readonly mode: PictureMode;
  readonly limit: ReturnType<typeof concurrencyLimit>;
}

async function makePicture(original: OriginalPicture, workshop: Workshop): Promise<Picture | PictureFault> {
  try {
    const bytes = original.bytes();
    const meta = await sharp(bytes, limits).metadata();
    if (!readable.has(meta.format) || (meta.format === "heif" && meta.compression !== "av1"))
      return pictureFault(`expected JPEG, PNG, WebP, GIF, AVIF, TIFF or SVG, got "${meta.compression ?? meta.format}"`);
    const svg = meta.format === "svg";
    const refused = svg ? refusedInSvg(bytes) : undefined;
    if (refused !== undefined)
      return pictureFault(
        `it is an SVG drawing and holds ${refused}`,
        "Save it as PNG, or turn its text into outlines and leave out everything but shapes",
      );
    const pixels = svg ? await drawSvg(bytes, meta.width, meta.height) : bytes;
    return await encode(pixels, { ...workshop, key: keyOf(original.digest, workshop.mode), svg });
  } catch (error) {
    if (codeOf(error) !== "") throw error;
    return decoderFault(error);
  }
}

async function encode(
  bytes: Uint8Array,
  { cache, mode, limit, key, svg }: Workshop & { readonly key: string; readonly svg: boolean },
): Promise<Picture | PictureFault> {
  const meta = await sharp(bytes, limits).metadata();
  const { width, height } = meta.autoOrient;
  if (width * height < 9)
    return {
      ...pictureFault(
        `it is ${width} x ${height} pixels, a mark that a page left behind`,
        "Delete it, or put the real picture in its place",
      ),
      severity: "warning",
    };
  const upright = () => sharp(bytes, { ...limits, autoOrient: true }).toColourspace("srgb");
  const transparent = meta.hasAlpha && !(await sharp(bytes, limits).stats()).isOpaque;
  const sample = upright()
    .flatten({ background: "#fff" })
    .resize({ width: 256, height: 256, fit: "inside", kernel: "nearest", withoutEnlargement: true });
  const drawing = meta.format !== "jpeg" && isDrawing(await sample.raw().toBuffer());
  const small = upright().flatten({ background: "#fff" }).resize(16, 16, { fit: "fill" });
  // A transparent picture was drawn for paper; its mean colour would show through.
  const tone = transparent ? "#ffffff" : meanTone(await small.raw().toBuffer());

  // Rights stand in EXIF and XMP. Nothing is taken out of them: the original is published as it is anyway. A profile of another kind of colour than the pixels we write would change them.
  const colours = meta.space === "srgb" || meta.space === "rgb16";
  const at = (variantWidth: number) => {
    const kept = upright().resize({ width: variantWidth }).keepExif().keepXmp();
    return colours ? kept.keepIccProfile() : kept;
  };
  const widths = pictureWidths(width, height);
  const variants = (extension: string, format: (image: Sharp, scaled: boolean) => Sharp): Promise<readonly Variant[]> =>
    Promise.all(
      widths.map((variantWidth) =>
        limit(async () => {
          const image = format(at(variantWidth), variantWidth < width);
          const { data, info } = await image.toBuffer({ resolveWithObject: true });
          return putVariant(cache, key, extension, { width: info.width, height: info.height }, data);
        }),
      ),
    );

  const recipe = recipes[mode];
  const kind = drawing ? "drawing" : "photo";
  const avif = recipe.avif;
  const png = transparent || drawing;
  const makeCard = async () => {
    const cut = upright()
      .flatten({ background: "#fff" })
      .resize(
        // A chart that is cut says something else.
        drawing
          ? { ...cardSize, fit: "contain", background: tone }
          : { ...cardSize, fit: "cover", position: sharp.strategy.attention },
      );
    const kept = cut.keepExif().keepXmp();
    const { data } = await (colours ? kept.keepIccProfile() : kept)
      .jpeg(recipe.jpeg)
      .toBuffer({ resolveWithObject: true });
    return putVariant(cache, `${key}-card`, "jpg", cardSize, data);
  };
  const large = width * 2 >= cardSize.width && height * 2 >= cardSize.height;
  const [avifs, webps, fallbacks, card] = await Promise.all([
    avif === undefined ? undefined : variants("avif", (image) => image.avif(avif[kind])),
    // Flat areas at their own size press smaller without loss than with it.
    variants("webp", (image, scaled) => image.webp({ ...recipe.webp[kind], nearLossless: drawing && !scaled })),
    png
      ? variants("png", (image) => image.png(recipe.png[kind]))
      : variants("jpg", (image) => image.flatten({ background: "#fff" }).jpeg(recipe.jpeg)),
    large ? limit(makeCard) : undefined,
  ]);
  const sources: readonly PictureSource[] = [
    ...(avifs === undefined ? [] : [{ type: "image/avif", variants: avifs } as const]),
    { type: "image/webp", variants: webps },
  ];
  const largest = fallbacks.at(-1) ?? { width, height };
  const animated = (meta.pages ?? 1) > 1 && meta.format !== "tiff";
  const picture = {
    width: largest.width,
    height: largest.height,
    tone,
    sources,
    fallback: fallbacks,
    ...(card !== undefined && { card }),
    animated,
    publishOriginal: !svg,
  };
  putPicture(cache, key, picture);
  return picture;
}

/** A drawing of this program's own, at its own size. */
export const printDrawing = (svg: string): Promise<Uint8Array> => sharp(Buffer.from(svg)).png(cardRecipe).toBuffer();

/** Changes with whatever else decides what the encoder makes of the same pixels. */
export const encoderVersion: string = JSON.stringify([sharp.versions, process.arch]);

/** A drawing has no pixels of its own: it is drawn as wide as a page can show it. */
async function drawSvg(bytes: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  const density = Math.min(7200, Math.max(1, (72 * Math.min(svgWidth, (4 * svgWidth * width) / height)) / width));
  return sharp(bytes, { ...limits, density })
    .timeout({ seconds: 120 })
    .png()
    .toBuffer();
}
