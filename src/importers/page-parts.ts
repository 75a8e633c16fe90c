/** From two addresses to whether they are parts of one live page, and to the number of the part. */

/** Names of page numbers in addresses. */
const numbers =
  /^(?:page|pages|paged|pg|p|pageno|page_no|pagenumber|page_number|currentpage|pagina|página|seite|sida|side|strona)$/i;
/** Names of places in a stream, from which a further part continues. */
const places =
  /^(?:offset|start|from|before|after|until|since|older|next|cursor|max_?id|last_?id|skip|max_position|continuation)$/i;
/** Names that show where a reader came from, or to which post they were led. */
const passing = /^(?:post|pinned_post_.*|at_.*|ns_.*|utm_.*|fbclid|gclid|ref|src|cmp)$/i;

/** `/page/2`, `/seite-2` and `/2` after the path of the live page. After the root of a site a number alone is more often a year. */
const numberedEnd = /\/(?:(?:page|seite|pagina|p)[/-]?)?(\d{1,3})\/?$/i;
const namedEnd = /\/(?:page|seite|pagina)[/-]?(\d{1,3})\/?$/i;

/** The number of the part at an address: 1 without a number, as for the whole page; undefined for a place in a stream. */
export function partNumber(url: URL, whole: URL): number | undefined {
  for (const [name, value] of url.searchParams) {
    if (places.test(name)) return undefined;
    if (isNumberName(name, whole)) return /^\d{1,4}$/.test(value) ? Number(value) : undefined;
  }
  return Number(endOf(url, whole) ?? 1);
}

/** Equal for two addresses of one part. */
export function partKey(url: URL, whole: URL): string {
  const named = [...url.searchParams].filter(
    ([name, value]) => places.test(name) || (isNumberName(name, whole) && value !== "1"),
  );
  const path = plainPath(url.pathname);
  const end = path === pathOf(whole) ? undefined : (endOf(url, whole) ?? path);
  return [...named.map(([name, value]) => `${name}=${value}`).sort(), ...(end === undefined ? [] : [end])].join("&");
}

/** True if the addresses differ at most in their part. */
export const isPartOf = (url: URL, whole: URL): boolean =>
  hostOf(url) === hostOf(whole) &&
  queryOf(url, whole) === queryOf(whole, whole) &&
  (plainPath(url.pathname) === pathOf(whole) || endOf(url, whole) !== undefined);

/** True if a link with the words of a further page leads to a part: below the page, or beside it with a number, as `/ferry-2.html`. */
export function canBePartOf(url: URL, whole: URL): boolean {
  if (isPartOf(url, whole)) return true;
  const [path, own] = [plainPath(url.pathname), pathOf(whole)];
  if (own === "" || hostOf(url) !== hostOf(whole)) return false;
  return path.startsWith(`${own}/`) || path.replace(numberedName, "$1") === own;
}

/** `-2`, `_page2` and `,3` before the extension of a file. */
const numberedName = /[-_.,;~](?:page|seite|pagina|p)?[-_]?\d{1,3}(\.[a-z]{3,5})?$/i;

/** True if one host equals the other or is a subdomain of it, without `www.`. */
export function isSameSite(url: URL, other: URL): boolean {
  const [a, b] = [hostOf(url), hostOf(other)];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

/** At the root of a site, `?p=123` is the number of a post, not of a page. */
const isNumberName = (name: string, whole: URL): boolean =>
  numbers.test(name) && !(name.toLowerCase() === "p" && pathOf(whole) === "");

/** The number after the path of the whole page. */
function endOf({ pathname }: URL, whole: URL): string | undefined {
  const end = (pathOf(whole) === "" ? namedEnd : numberedEnd).exec(pathname);
  return end !== null && plainPath(pathname.slice(0, end.index)) === pathOf(whole) ? end[1] : undefined;
}

const hostOf = (url: URL): string => url.host.replace(/^www\./, "");

const plainPath = (path: string): string => path.replace(/\/$/, "");

/** The path of the whole page, from the address of any part. */
const pathOf = ({ pathname }: URL): string => plainPath(pathname.replace(/\/page\/\d{1,4}\/?$/i, ""));

const queryOf = (url: URL, whole: URL): string =>
  [...url.searchParams]
    .filter(([name]) => !isNumberName(name, whole) && !places.test(name) && !passing.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join("&");
