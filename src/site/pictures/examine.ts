/** Turns the pictures of an archive into what is wrong with them. It decodes each picture once and remembers what it found. */
import fs from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import type { Problem } from "../../model/problem.ts";
import { getExamined, putExamined } from "./cache.ts";
import { forEachConcurrently } from "./concurrency.ts";
import { type OriginalPicture, pictureKeyOf } from "./images.ts";
import { faultOf } from "./open.ts";
import type { PictureFault } from "./picture-fault.ts";

/** `cache`: the cache folder of the archive; where it cannot be written, all pictures are decoded again next time. */
export async function examinePictures(
  root: string,
  cache: string,
  originals: readonly OriginalPicture[],
): Promise<readonly Problem[]> {
  const folder = path.join(cache, "pictures");
  const found = new Map<string, readonly PictureFault[]>();
  const different = [...new Map(originals.map((original) => [original.digest, original])).values()];
  await forEachConcurrently(different, availableParallelism(), async (original) => {
    found.set(original.digest, await examined(original, folder));
  });
  return originals.flatMap(({ path: file, digest }) =>
    (found.get(digest) ?? []).map((fault) => ({
      file: path.relative(root, file).split(path.sep).join("/"),
      line: 0,
      column: 0,
      ...fault,
    })),
  );
}

async function examined({ digest, bytes }: OriginalPicture, folder: string): Promise<readonly PictureFault[]> {
  const key = pictureKeyOf(digest, "examined");
  const known = getExamined(folder, key);
  if (known !== undefined) return known;
  const fault = await faultOf(bytes());
  const faults = fault === undefined ? [] : [fault];
  try {
    fs.mkdirSync(folder, { recursive: true });
    putExamined(folder, key, faults);
  } catch {
    // A read-only archive can be checked all the same.
  }
  return faults;
}
