/** From two addresses to whether they are of one live page; further pages and links to posts share its address. */

const ofParts = /^(?:page|post|pinned_post_.*|at_.*|ns_.*|utm_.*)$/i;

/** The address without the part that names a place or a page in it; undefined for text that is no web address. */
export function pageAddress(address: string): string | undefined {
  const url = URL.parse(address.trim());
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) return undefined;
  url.hash = "";
  for (const name of [...url.searchParams.keys()]) if (ofParts.test(name)) url.searchParams.delete(name);
  url.pathname = url.pathname.replace(/\/page\/\d+\/?$/, "");
  return url.href;
}

/** True where both are addresses of one live page. */
export const samePage = (a: string, b: string): boolean => comparable(a) === comparable(b);

const comparable = (address: string): string =>
  (pageAddress(address) ?? address).replace(/^https?:\/\/(?:www\.)?/i, "").replace(/\/(?=$|\?)/, "");
