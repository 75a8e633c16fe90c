/** Counts what one import unpacks from all its containers, and refuses more than a limit before it is in memory. */
import { ContainerFault } from "./document.ts";
import { limits, megabytes } from "./limits.ts";

export interface Budget {
  /** Counts bytes that come out of a container. Throws a LimitFault. */
  unpack(bytes: number): void;
  /** Counts bytes of a container that stay in memory. Throws a LimitFault. */
  hold(bytes: number): void;
  /** Counts a page, a text or a data file. Throws a LimitFault. */
  addDocument(): void;
  /** Counts the bytes of a picture; false where the limit leaves no room for it. */
  hasRoomForPicture(bytes: number): boolean;
}

/** A container exceeds a limit of one import: nothing is imported. */
export class LimitFault extends ContainerFault {}

/** Makes the budget of one import. */
export function makeBudget(): Budget {
  let unpacked = 0;
  let held = 0;
  let documents = 0;
  let pictures = 0;
  return {
    unpack(bytes) {
      unpacked += bytes;
      if (unpacked > limits.unpacked)
        throw new LimitFault(
          `Cannot unpack the capture: expected at most ${megabytes(limits.unpacked)} in all containers of one import, got more`,
          "Import the pages of the live page alone, in several imports",
        );
    },
    hold(bytes) {
      held += bytes;
      if (held > limits.containers)
        throw new LimitFault(
          `Cannot open the capture: expected at most ${megabytes(limits.containers)} of containers in one import, got more`,
          "Import them in several imports",
        );
    },
    addDocument() {
      documents += 1;
      if (documents > limits.documents)
        throw new LimitFault(
          `Cannot import so many files at once: expected at most ${limits.documents} pages, texts and data files, got more`,
          "Import the pages of the live page alone, in several imports",
        );
    },
    hasRoomForPicture(bytes) {
      if (pictures + bytes > limits.pictureTotal) return false;
      pictures += bytes;
      return true;
    },
  };
}
