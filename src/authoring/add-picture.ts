/** A picture's file and a post -> the picture in `media/` and the figure in the post, with the words that the picture holds. */
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { addFigure, type PlannedFigure } from "../archive/new/figure.ts";
import { findPost } from "../archive/new/find-post.ts";
import { explain, Failure } from "../base/failure.ts";
import { commit, withLock } from "../base/transaction/transaction.ts";
import { readPictureFile } from "./picture-words/read.ts";
import type { PictureWords } from "./picture-words/words.ts";

export interface PictureRequest {
  readonly root: string;
  /** The picture's file, an absolute path. */
  readonly picture: string;
  /** A path, from `folder` or from the archive's root, or an id. */
  readonly post: string;
  readonly folder: string;
  /** What the person says; it counts more than what the picture holds. */
  readonly words: PictureWords;
}

export interface AddedPicture extends Pick<PlannedFigure, "media" | "wasNamed"> {
  /** The post's file, in the archive. */
  readonly file: string;
  /** What stands in the figure. */
  readonly words: PictureWords;
}

/** Picture and post are written in one transaction. Throws Failure and Refusal, and has changed nothing then. */
export async function addPicture({ root, picture, post, folder, words }: PictureRequest): Promise<AddedPicture> {
  const place = findPost(root, folder, post);
  const bytes = readBytes(picture);
  const read = await readPictureFile(bytes, path.relative(folder, picture));
  const said: PictureWords = { ...read.words, ...words };
  const { alt, caption, credit } = said;
  return await withLock(root, () => {
    const figure = { bytes, name: path.basename(picture), extension: read.ending, alt, caption, credit };
    const { changes, media, wasNamed } = addFigure(root, place, figure);
    commit(root, changes);
    return { file: place.file, media, wasNamed, words: said };
  });
}

function readBytes(file: string): Uint8Array {
  try {
    if (statSync(file).isFile()) return readFileSync(file);
  } catch (error) {
    throw explain(`read "${file}"`, error, "then run the command again");
  }
  throw new Failure(`Cannot read "${file}": it is no file`, "Name one picture");
}
