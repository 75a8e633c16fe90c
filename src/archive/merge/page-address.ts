/** Tells whether two addresses are of one live page: its further pages and links to its posts have its address too. */

const ofParts = /^(?:page|post|pinned_post_.*|at_.*|ns_.*|utm_.*)$/i;

/** The address without what names a part of the page; undefined for what is no web address. */
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
