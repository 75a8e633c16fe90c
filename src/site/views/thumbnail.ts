/** A small picture that stands for a live page, or for its pictures. */
import type { ShownPicture } from "../pictures/picture.ts";

/** As JSON it is what it shows. */
export interface ThumbnailView extends ShownPicture {
  readonly html: () => string;
}
