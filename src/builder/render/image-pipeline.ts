/** Turns original pictures into variants, and cards into images, for all batches of a build; counts the pictures. */
import type { OriginalPicture, Pictures } from "../../site/pictures/images.ts";
import type { BuildOptions } from "../options.ts";
import type { DrawCards } from "./cards.ts";

export interface ImagePipeline {
  /** Batches wait for each other, so that a picture that two live pages show is made once. */
  readonly pictures: (originals: readonly OriginalPicture[]) => Promise<Pictures>;
  readonly cards: DrawCards;
  /** The pictures that were encoded, and those that were found in the cache. */
  readonly counts: () => { readonly made: number; readonly reused: number };
}

/** Loads the encoder and the fonts when they are first needed. `onProgress` hears how many are done, and are known to be needed. */
export function openImagePipeline(
  cache: string,
  { mode = "release", verify = false, onProgress }: Pick<BuildOptions, "mode" | "verify" | "onProgress">,
): ImagePipeline {
  let queue: Promise<unknown> = Promise.resolve();
  let made = 0;
  let reused = 0;
  let drawn = 0;
  return {
    pictures(originals) {
      const found = queue.then(async () => {
        const { makePictures } = await import("../../site/pictures/images.ts");
        const before = made + drawn;
        const progress = (done: number, total: number) => onProgress?.(before + done, before + total);
        const pictures = await makePictures(originals, { cache, mode, verify, onProgress: progress });
        made += pictures.made;
        reused += pictures.reused;
        return pictures;
      });
      queue = found.catch(() => undefined);
      return found;
    },
    async cards(cards) {
      const { makeCards } = await import("../../site/cards/make-cards.ts");
      const before = made + drawn;
      const progress = (done: number, total: number) => {
        drawn += 1;
        onProgress?.(before + done, before + total);
      };
      return await makeCards(cards, { cache, verify, onProgress: progress });
    },
    counts: () => ({ made, reused }),
  };
}
