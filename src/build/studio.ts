/** Makes pictures and cards for a build, and counts the pictures. Encoder and fonts are loaded when there is one at all. */
import type { Original, PictureMode, Pictures } from "../site/images.ts";
import type { DrawCards } from "./settle-cards.ts";

export interface Studio {
  readonly pictures: (originals: readonly Original[]) => Promise<Pictures>;
  readonly cards: DrawCards;
  readonly counts: () => { readonly made: number; readonly reused: number };
}

/** `onProgress` hears of all that were made so far and of all that are known to be needed. */
export function openStudio(
  cache: string,
  mode: PictureMode,
  onProgress: ((done: number, total: number) => void) | undefined,
): Studio {
  let made = 0;
  let reused = 0;
  let drawn = 0;
  return {
    async pictures(originals) {
      const { makePictures } = await import("../site/images.ts");
      const before = made + drawn;
      const progress = (done: number, total: number) => onProgress?.(before + done, before + total);
      const found = await makePictures(originals, { cache, mode, onProgress: progress });
      made += found.made;
      reused += found.reused;
      return found;
    },
    async cards(cards) {
      const { makeCards } = await import("../site/cards/make-cards.ts");
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
