/** The bytes of a picture -> the ending that fits them, and the words for its figure. */
import { fileProblem, Refusal } from "../../model/problem.ts";
import { openWholePicture } from "../../site/pictures/open.ts";
import { type PictureWords, pictureWordsOf } from "./words.ts";

/** Throws a Refusal for a file that is no picture that a site can show. `file` names it for the person. */
export async function readPictureFile(
  bytes: Uint8Array,
  file: string,
): Promise<{ readonly ending: string; readonly words: PictureWords }> {
  const opened = await openWholePicture(bytes);
  if (!("bytes" in opened))
    throw new Refusal([fileProblem(file, opened.message, "Save it as JPEG or PNG, or name another picture")]);
  return { ending: opened.ending, words: pictureWordsOf(opened.metadata) };
}
