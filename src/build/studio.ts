/** Makes pictures for a build, and counts them. The encoder is loaded when there is a picture at all. */
import type { Original, PictureMode, Pictures } from "../site/images.ts";

export interface Studio {
  readonly pictures: (originals: readonly Original[]) => Promise<Pictures>;
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
  return {
    async pictures(originals) {
      const { makePictures } = await import("../site/images.ts");
      const before = made;
      const progress = (done: number, total: number) => onProgress?.(before + done, before + total);
      const found = await makePictures(originals, { cache, mode, onProgress: progress });
      made += found.made;
      reused += found.reused;
      return found;
    },
    counts: () => ({ made, reused }),
  };
}
