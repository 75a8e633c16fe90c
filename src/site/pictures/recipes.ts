/** How pictures are encoded: for a reader (`release`), or to look at a page while writing it (`quick`). */

/**
 * Measured on a photograph at 1,080 pixels: AVIF effort 2 takes 0.3 s, effort 4 takes 2.6 s for 12 % fewer bytes,
 * and from 2,000 pixels on for none. A drawing keeps the colours of its thin lines, and is not dithered.
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
/** Raised by hand when the steps below change what comes out. */
export const recipeVersion = 2;

/** Where a link is shared: twice as wide as high, less a little. A picture half as large is still sharp enough there. */
export const cardSize = { width: 1200, height: 630 } as const;

/** Of a drawn card: in 16 colours it is half as large, and made in half the time, as in 32, and looks the same. */
export const cardRecipe = { palette: true, colours: 16, dither: 0, effort: 1 } as const;
