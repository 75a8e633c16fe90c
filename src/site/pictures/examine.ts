/** Turns the pictures of an archive into what is wrong with them. It decodes each picture once and remembers what it found. */
import fs from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import type { PublishedOriginals } from "../../model/live-page.ts";
import type { Problem } from "../../model/problem.ts";
import { getReport, putReport } from "./cache.ts";
import { forEachConcurrently } from "./concurrency.ts";
import { type OriginalPicture, pictureKeyOf } from "./images.ts";
import { reportOnPicture } from "./open.ts";
import { type PictureFault, type PictureReport, positionNotice, uncleanedNotice } from "./picture-fault.ts";

export interface ExamineOptions {
  /** The archive's root: problems name files from there. */
  readonly root: string;
  /** The cache folder of the archive; where it cannot be written, all pictures are decoded again next time. */
  readonly cache: string;
  readonly published: PublishedOriginals;
}

export async function examinePictures(
  originals: readonly OriginalPicture[],
  { root, cache, published }: ExamineOptions,
): Promise<readonly Problem[]> {
  const folder = path.join(cache, "pictures");
  const found = new Map<string, readonly PictureFault[]>();
  const different = [...new Map(originals.map((original) => [original.digest, original])).values()];
  await forEachConcurrently(different, availableParallelism(), async (original) => {
    found.set(original.digest, noticesOf(await reportOn(original, folder), published));
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

async function reportOn({ digest, bytes }: OriginalPicture, folder: string): Promise<PictureReport> {
  const key = pictureKeyOf(digest, "examined");
  const known = getReport(folder, key);
  if (known !== undefined) return known;
  const report = await reportOnPicture(bytes());
  try {
    fs.mkdirSync(folder, { recursive: true });
    putReport(folder, key, report);
  } catch {
    // A read-only archive can be checked all the same.
  }
  return report;
}

function noticesOf(report: PictureReport, published: PublishedOriginals): readonly PictureFault[] {
  if ("fault" in report) return [report.fault];
  return [
    ...(report.holdsPosition ? [positionNotice(published)] : []),
    ...(report.canBeCleaned || published !== "cleaned" ? [] : [uncleanedNotice]),
  ];
}
