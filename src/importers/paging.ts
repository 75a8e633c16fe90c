/** How importers say that a capture is one page of several. */

/** `posts` is how many the live page has, where the capture says it. */
export const pageOf = (page: number | string | undefined, total: number | string, posts?: number): string =>
  `The capture is page ${page ?? "?"} of ${total}${posts === undefined ? "" : ` (${posts} posts)`}`;

export function readPageOf(message: string): { readonly page: number; readonly total: number } | undefined {
  const said = /^The capture is page (\d{1,4}) of (\d{1,4})(?: \(\d{1,7} posts\))?$/.exec(message);
  return said === null ? undefined : { page: Number(said[1]), total: Number(said[2]) };
}
