/** A picture as a gallery shows it, small on its wall and large by itself; of which post it is, `view.ts` adds. */
export interface PictureView {
  /** Of the large picture. An underscore stands in no post's id. */
  readonly id: string;
  /** Of its place on the wall. */
  readonly tile: string;
  /** What it shows, in plain words. */
  readonly name: string;
  readonly smallHtml: () => string;
  readonly largeHtml: () => string;
  /** Caption and credit; "" where neither is known. */
  readonly captionHtml: () => string;
}

/** The id of a large picture. `number`: its place among the figures of its post, from 1, absent ones too. */
export const largeId = (post: string, number: number): string => `picture_${post}_${number}`;
