/** The pictures that came along with a capture -> new files of the live page's `media/`: their own bytes, under our names. */
import path from "node:path";
import { mediaStems, pictureStem } from "../../archive/read/media-names.ts";
import type { Change } from "../../base/transaction/transaction.ts";
import { pictureEnding } from "../../captures/pictures/kind.ts";
import type { FoundPictures } from "../read/pictures.ts";

/** A change for each picture whose figure has no file in `media/` yet. */
export function pictureChanges(root: string, slug: string, pictures: FoundPictures): readonly Change[] {
  const present = mediaStems(root, slug);
  return [...pictures]
    .filter(([file]) => !present.has(pictureStem(file)))
    .map(([file, bytes]) => ({
      path: `content/${slug}/media/${pictureStem(file)}.${pictureEnding(bytes) ?? "jpg"}`,
      bytes,
    }));
}

/** How many of these figures have no picture in `media/` after the changes. */
export function countAbsent(
  root: string,
  slug: string,
  figures: ReadonlySet<string>,
  changes: readonly Change[],
): number {
  const present = mediaStems(root, slug);
  const added = new Set(changes.map((change) => pictureStem(path.basename(change.path))));
  return [...figures].filter((file) => !present.has(pictureStem(file)) && !added.has(pictureStem(file))).length;
}
