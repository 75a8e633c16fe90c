/** Makes pictures and cards for a build, and counts the pictures. Encoder and fonts are loaded when there is one at all. */
import type { OriginalPicture, Pictures } from "../../site/pictures/images.ts";
import type { PictureMode } from "../../site/pictures/recipes.ts";
import type { DrawCards } from "./cards.ts";

export interface Studio {
  readonly pictures: (originals: readonly OriginalPicture[]) => Promise<Pictures>;
  readonly cards: DrawCards;
  readonly counts: () => { readonly made: number; readonly reused: number };
}

/** `onProgress` hears of all that were made so far and of all that are known to be needed. */
export function openStudio(
  cache: string,
  mode: PictureMode,
  onProgress: ((done: number, total: number) => void) | undefined,
): Studio {
  // One after the other: a picture that two live pages show is made once.
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
        const pictures = await makePictures(originals, { cache, mode, onProgress: progress });
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
      return await makeCards(cards, { cache, onProgress: progress });
    },
    counts: () => ({ made, reused }),
  };
}
