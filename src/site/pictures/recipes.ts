/** How pictures are encoded: for readers (`release`), or for a person who is editing (`quick`). */

/** `quick`: WebP without AVIF and larger files, for a person who looks at a page while editing. */
export type PictureMode = "quick" | "release";

/**
 * Measured on a photograph at 1,080 pixels: AVIF effort 2 takes 0.3 s; effort 4 takes 2.6 s for 12 % fewer bytes, and from 2,000
 * pixels on for none. Drawings keep the colours of thin lines and are not dithered.
 */
export const recipes = {
  release: {
    avif: { photo: { quality: 52, effort: 2, chromaSubsampling: "4:2:0" }, drawing: { quality: 60, effort: 2 } },
    webp: { photo: { quality: 76, effort: 4 }, drawing: { quality: 84, effort: 4, smartSubsample: true } },
    jpeg: { quality: 78, mozjpeg: true },
    png: { photo: { compressionLevel: 9 }, drawing: { compressionLevel: 9, palette: true, dither: 0 } },
  },
  quick: {
    avif: undefined,
    webp: { photo: { quality: 76, effort: 1 }, drawing: { quality: 84, effort: 1 } },
    jpeg: { quality: 78 },
    png: { photo: {}, drawing: {} },
  },
} as const;
/** Raise it when `images.ts` encodes otherwise: it is part of the cache key. */
export const recipeVersion = 3;

/** The size of cards, in pixels. A picture half as large is still sharp enough. */
export const cardSize = { width: 1200, height: 630 } as const;

/** A drawn card in 16 colours is half as large as in 32, takes half the time, and looks the same. */
export const cardRecipe = { palette: true, colours: 16, dither: 0, effort: 1 } as const;
