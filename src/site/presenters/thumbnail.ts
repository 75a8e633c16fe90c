/** Turns the pictures of a live page into small ones: one for the front page, three for the way to its gallery. */
import { lazy } from "../lazy.ts";
import { type Picture, type ShownPicture, smallPicture } from "../pictures/picture.ts";
import { fillPlaceholders } from "../text/body.ts";
import { pictureHtml } from "../text/figure.ts";
import type { ThumbnailView } from "../views/thumbnail.ts";

/** The place of the newest live page's picture on the front page, in pixels: a picture that does not fill it is an icon. */
const least = { width: 272, height: 160 } as const;

/** The picture of a live page for the front page: its first one that is no icon. */
export function frontPicture(pictures: readonly Picture[]): ShownPicture | undefined {
  const first = pictures.find(({ width, height }) => width >= least.width && height >= least.height);
  return first && smallPicture(first);
}

/** Where a small picture stands. */
interface Place {
  /** `sizes` as in HTML. */
  readonly sizes: string;
  /** The way to the site's root. */
  readonly root: string;
  /** True near the top of a page, so that it loads at once. */
  readonly isNear: boolean;
}

export const thumbnail = (picture: ShownPicture, { sizes, root, isNear }: Place): ThumbnailView => ({
  ...picture,
  html: lazy(() =>
    fillPlaceholders(pictureHtml(picture, "", sizes).value, {
      root,
      headingLevel: 2,
      anchorBase: "",
      eagerFirst: isNear,
    }),
  ),
});
