/** How importers say that a capture is one page of several. */

export const pageOf = (page: number | string | undefined, total: number | string): string =>
  `The capture is page ${page ?? "?"} of ${total}`;

export function readPageOf(message: string): { readonly page: number; readonly total: number } | undefined {
  const said = /^The capture is page (\d{1,4}) of (\d{1,4})$/.exec(message);
  return said === null ? undefined : { page: Number(said[1]), total: Number(said[2]) };
}
