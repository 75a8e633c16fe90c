/** From the number of a page among several pages of a live page to a message, and back. */

/** `posts` is the number of posts in the live page, if the capture has it. */
export const pageOf = (page: number | string | undefined, total: number | string, posts?: number): string =>
  `The capture is page ${page ?? "?"} of ${total}${posts === undefined ? "" : ` (${posts} posts)`}`;

export function readPageOf(message: string): { readonly page: number; readonly total: number } | undefined {
  const match = /^The capture is page (\d{1,4}) of (\d{1,4})(?: \(\d{1,7} posts\))?$/.exec(message);
  return match === null ? undefined : { page: Number(match[1]), total: Number(match[2]) };
}
