/** The pictures that came along with a capture -> new files of the live page's `media/`: their own bytes, under our names. */
import path from "node:path";
import { mediaKeys, pictureKey, pictureStem } from "../../archive/read/media-names.ts";
import type { Change } from "../../base/transaction/transaction.ts";
import { pictureEnding } from "../../captures/pictures/kind.ts";
import type { FoundPictures } from "../read/pictures.ts";

/** The new file of a picture. */
export interface PictureChange {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A change for each picture whose figure has no file in `media/` yet. */
export function pictureChanges(root: string, slug: string, pictures: FoundPictures): readonly PictureChange[] {
  const present = mediaKeys(root, slug);
  return [...pictures]
    .filter(([file]) => !present.has(pictureKey(file)))
    .map(([file, bytes]) => ({
      path: `content/${slug}/media/${pictureStem(file)}.${pictureEnding(bytes) ?? "jpg"}`,
      bytes,
    }));
}

/** Warns of each picture that no page can show. It is kept: a card stands for it, and another program may read it. */
export async function warnOfFaults(
  changes: readonly PictureChange[],
  pictureFault: (bytes: Uint8Array) => Promise<string | undefined>,
  err: (line: string) => void,
): Promise<void> {
  for (const { path: file, bytes } of changes) {
    const fault = await pictureFault(bytes);
    if (fault !== undefined) err(`${file}  warning: ${fault}`);
  }
}

/** How many of these figures have no picture in `media/` after the changes. */
export function countAbsent(
  root: string,
  slug: string,
  figures: ReadonlySet<string>,
  changes: readonly Change[],
): number {
  const present = mediaKeys(root, slug);
  const added = new Set(changes.map((change) => pictureKey(path.basename(change.path))));
  return [...figures].filter((file) => !present.has(pictureKey(file)) && !added.has(pictureKey(file))).length;
}
