/** The figures of a reading -> the bytes of their pictures, as far as these came along with the capture. */
import type { FoundDocument } from "../../captures/document.ts";
import { dataPicture, pictureEnding } from "../../captures/pictures/kind.ts";
import { isWholePicture } from "../../captures/pictures/whole.ts";
import type { Reading } from "../../importers/contract.ts";

/** Whole pictures by the names of the figures' files; a picture can be of another kind than the ending of that name says. */
export type FoundPictures = ReadonlyMap<string, Uint8Array>;

/** Takes of each figure the first address that leads to a whole picture; `err` gets a warning for a picture that is cut off. */
export async function findPictures(
  { pictures }: Reading,
  document: FoundDocument,
  err: (line: string) => void = () => {},
): Promise<FoundPictures> {
  const found = new Map<string, Uint8Array>();
  for (const [file, addresses] of pictures ?? []) {
    for (const address of addresses) {
      const bytes = dataPicture(address) ?? (await document.find?.(address));
      if (bytes === undefined || pictureEnding(bytes) === undefined) continue;
      if (!isWholePicture(bytes)) {
        err(`${document.file}  warning: A picture was saved before it was loaded and is left out: ${file}`);
        continue;
      }
      found.set(file, bytes);
      break;
    }
  }
  return found;
}
