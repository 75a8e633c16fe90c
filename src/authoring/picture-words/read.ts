/** The bytes of a picture -> the ending that fits them, and the words that the picture holds. */
import path from "node:path";
import sharp from "sharp";
import { Failure } from "../../base/failure.ts";
import { type PictureWords, pictureWordsOf } from "./words.ts";

const extensions: Readonly<Record<string, string>> = {
  jpeg: "jpg",
  png: "png",
  webp: "webp",
  gif: "gif",
  tiff: "tiff",
  svg: "svg",
};

/** Throws Failure for a file that is no picture that a site can show. `file` names it for the person. */
export async function readPictureFile(
  bytes: Uint8Array,
  file: string,
): Promise<{ readonly extension: string; readonly words: PictureWords }> {
  const meta = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  const isAvif = meta?.format === "heif" && meta.compression === "av1";
  const extension = isAvif ? "avif" : extensions[meta?.format ?? ""];
  if (meta === undefined || extension === undefined) {
    const isHeic = meta?.format === "heif" || /\.(?:heic|heif)$/i.test(file);
    throw new Failure(
      `Cannot use "${path.basename(file)}": expected a picture that is JPEG, PNG, WebP, AVIF, GIF, TIFF or SVG`,
      isHeic ? "It is HEIC: save it as JPEG" : "Save it as JPEG or PNG",
    );
  }
  const { exif, iptc, xmp } = meta;
  return { extension, words: pictureWordsOf({ ...(exif && { exif }), ...(iptc && { iptc }), ...(xmp && { xmp }) }) };
}
