/** Turns original pictures into the variants that pages show. Equal originals give equal bytes, however many run at once. */
import fs from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { sha256 } from "../../base/digest.ts";
import { codeOf } from "../../base/failure.ts";
import type { Problem } from "../../model/problem.ts";
import { getPicture, isPicture, putFault, putPicture } from "./cache.ts";
import { concurrencyLimit, forEachConcurrently } from "./concurrency.ts";
import { type Encoder, encodePicture, encoderVersions } from "./encode.ts";
import type { Picture } from "./picture.ts";
import { decoderFault, type PictureFault } from "./picture-fault.ts";
import { type PictureMode, recipes, recipeVersion } from "./recipes.ts";

/** A picture as the archive holds it. `digest` is the SHA-256 of its bytes, in hexadecimal. */
export interface OriginalPicture {
  readonly path: string;
  readonly digest: string;
  bytes(): Uint8Array;
}

export interface PictureOptions {
  /** The cache folder of the archive; pictures are kept in `pictures/` below it. */
  readonly cache: string;
  readonly mode: PictureMode;
  /** Opens each file that the cache has, instead of trusting its size and its time; false if absent. */
  readonly verify?: boolean;
  /** How many pictures are encoded at once; by default the number of processors. The bytes do not depend on it. */
  readonly jobs?: number;
  /** Called before the first picture that has to be made, and after each. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Pictures {
  /** By the digest of the original; an original with a problem is not in it. */
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly made: number;
  readonly reused: number;
  /** `file` is the original's path, as it was given. */
  readonly problems: readonly Problem[];
}

/**
 * Makes the variants of each original, or finds them in the cache. A file that is no picture is a problem in the result. An error
 * of the file system, such as a full disk, is thrown.
 */
export async function makePictures(originals: readonly OriginalPicture[], options: PictureOptions): Promise<Pictures> {
  const cache = path.join(options.cache, "pictures");
  const pictures = new Map<string, Picture>();
  const faults = new Map<string, PictureFault>();
  const todo = new Map<string, OriginalPicture>();
  for (const original of originals) {
    const { digest } = original;
    if (pictures.has(digest) || faults.has(digest) || todo.has(digest)) continue;
    const known = getPicture(cache, keyOf(digest, options.mode), options.verify);
    if (known === undefined) todo.set(digest, original);
    else if (isPicture(known)) pictures.set(digest, known);
    else faults.set(digest, known);
  }
  const reused = pictures.size;
  if (todo.size > 0) {
    fs.mkdirSync(cache, { recursive: true });
    options.onProgress?.(0, todo.size);
  }
  let done = 0;
  const jobs = options.jobs ?? availableParallelism();
  const encoder = { cache, mode: options.mode, limit: concurrencyLimit(jobs) };
  await forEachConcurrently([...todo.values()], jobs, async (original) => {
    const result = await makePicture(original, encoder);
    if (isPicture(result)) pictures.set(original.digest, result);
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

async function makePicture(original: OriginalPicture, encoder: Encoder): Promise<Picture | PictureFault> {
  const key = keyOf(original.digest, encoder.mode);
  const made = await encodePicture(original.bytes(), key, encoder).catch((error: unknown) => {
    if (codeOf(error) !== "") throw error;
    return decoderFault(error);
  });
  if (isPicture(made)) putPicture(encoder.cache, key, made);
  else putFault(encoder.cache, key, made);
  return made;
}

const keyOf = (digest: string, mode: PictureMode): string => pictureKeyOf(digest, [mode, recipes[mode]]);

/** The name of what is made of a picture in one way: it changes with the picture, the way and the encoder. */
export const pictureKeyOf = (digest: string, way: unknown): string =>
  sha256(JSON.stringify([digest, recipeVersion, way, ...encoderVersions])).slice(0, 16);
