/** How pictures are encoded: for readers (`release`), or for a person who is editing (`quick`). */

/** `quick`: without AVIF, and larger files, for a person who looks at a page while editing. */
export type PictureMode = "quick" | "release";

/**
 * AVIF for readers, and one format for what reads no AVIF. Measured on a photograph at 1,080 pixels: AVIF effort 2 takes 0.3 s;
 * effort 4 takes 2.6 s for 12 % fewer bytes, and from 2,000 pixels on for none. On drawings effort 1 takes two thirds of the time of
 * effort 2 for 7 % more bytes. Drawings keep the colours of thin lines and are not dithered.
 */
export const recipes = {
  release: {
    avif: { photo: { quality: 52, effort: 2, chromaSubsampling: "4:2:0" }, drawing: { quality: 60, effort: 1 } },
    jpeg: { quality: 78, mozjpeg: true },
    png: {
      photo: { compressionLevel: 9 },
      drawing: { compressionLevel: 9, palette: true, dither: 0, effort: 1 },
    },
    card: { quality: 78 },
  },
  quick: {
    avif: undefined,
    jpeg: { quality: 78 },
    png: { photo: {}, drawing: {} },
    card: { quality: 78 },
  },
} as const;
/** Raise it when `images.ts` encodes otherwise, or pictures say other facts: it is part of the cache key. */
export const recipeVersion = 5;

/** The size of cards, in pixels. A picture half as large is still sharp enough. */
export const cardSize = { width: 1200, height: 630 } as const;

/** A drawn card in 16 colours is half as large as in 32, takes half the time, and looks the same. */
export const cardRecipe = { palette: true, colours: 16, dither: 0, effort: 1 } as const;
