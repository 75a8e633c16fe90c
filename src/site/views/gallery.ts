/** The gallery of a live page: its pictures, small in a grid and each large by itself. */
import type { Frame } from "./frame.ts";
import type { LivePageName } from "./live-page.ts";
import type { PostView } from "./post.ts";

/** The pictures of a live page: those of its newest post first, within a post in their order there. */
export interface GalleryView {
  readonly frame: Frame;
  readonly page: LivePageName;
  readonly pictures: readonly [GalleryPicture, ...GalleryPicture[]];
}

/** A picture of a post. Its cache key is made of the post's key and the picture's number. */
export interface GalleryPicture {
  /** The anchor of the large picture. It holds an underscore, which no post's id holds. */
  readonly id: string;
  /** The anchor of its place in the grid. */
  readonly tile: string;
  /** What it shows, in plain words. */
  readonly name: string;
  readonly post: PostView;
  readonly smallHtml: () => string;
  readonly largeHtml: () => string;
  /** Caption and credit; "" where neither is known. */
  readonly captionHtml: () => string;
}

/** The anchor of a large picture. `number`: its place among the figures of its post, from 1; figures without a file count. */
export const largePictureId = (post: string, number: number): string => `picture_${post}_${number}`;
