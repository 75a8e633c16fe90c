/** From the addresses and links of a page to the ids of posts that they name: a post that the capture lacks is missing. */
import type { FoundPost } from "../model/live-page.ts";
import { idInSource } from "../model/source-key.ts";
import { elementsIn, type Tree } from "./html/html.ts";
import { attribute } from "./html/inline.ts";
import type { Json } from "./json/find.ts";

const naming: readonly RegExp[] = [
  /[?&](?:post|pinned_post|pinned_post_locator)=(?:urn:bbc:[\w.]+:)?(asset(?::|%3A)[\da-f-]{8,40})/i,
  /[?&]pinned_post_asset_id=([\w-]{6,60})/,
  /#post_([\da-f-]{20,60})$/i,
  /[?&#]?(?:page=with:)(block-[\da-f]{10,40})/i,
  /#(block-[\da-f]{10,40})$/i,
  /#(live-blog-post-\d{1,12})$/,
  /#(liveblog-entry-\d{1,12})$/,
  /#(post-asset(?::|%3A)[\da-f-]{8,40})$/i,
  /[?&]post-?id=([\w-]{4,60})/i,
];

/** The id in the address of a post; undefined for another address. */
export function postNamedBy(address: string): string | undefined {
  for (const pattern of naming) {
    const id = pattern.exec(address)?.[1];
    if (id !== undefined) return id.replace(/%3A/gi, ":");
  }
  return undefined;
}

/** The ids that links in a page name, each once, with the addresses as they are written. */
export function linksToPosts(page: Tree): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const element of elementsIn(page)) {
    if (element.tagName !== "a") continue;
    const href = attribute(element, "href") ?? "";
    const id = postNamedBy(href);
    if (id !== undefined && !named.has(keyOfId(id))) named.set(keyOfId(id), href);
  }
  return named;
}

/** The ids that addresses in some data name. */
export function linksToPostsIn(data: Json | undefined): readonly string[] {
  const found = new Set<string>();
  for (const [address] of (JSON.stringify(data) ?? "").matchAll(/"(?:https?:)?\/[^"\s]{1,500}(?=")/g)) {
    const id = postNamedBy(address);
    if (id !== undefined) found.add(keyOfId(id));
  }
  return [...found];
}

/** The ids of posts that are not in `posts`, as a part of a reading. */
export function namedApart(
  ids: readonly string[],
  posts: readonly FoundPost[],
): { readonly named?: readonly string[] } {
  const known = new Set(posts.map(({ source }) => (source === undefined ? "" : keyOfId(source))));
  const named = ids.filter((id) => !known.has(keyOfId(id)));
  return named.length === 0 ? {} : { named };
}

/** The ids of links to the page itself. */
export function namedOn(links: ReadonlyMap<string, string>, source: string | undefined): readonly string[] {
  const own = source === undefined ? undefined : pathOf(source, source);
  return [...links].flatMap(([id, href]) => {
    const whole = /^[a-z]+:|^\/\//i.test(href);
    if (own === undefined) return whole ? [] : [id];
    return pathOf(href, source) === own ? [id] : [];
  });
}

const pathOf = (address: string, base: string | undefined): string | undefined =>
  URL.canParse(address, base) ? new URL(address, base).pathname.replace(/\/(?:page\/\d+)?$/, "") : undefined;

/** The id without the words that sources put before it: `asset:…`, `block-…`, `post-…`, or the address of a post. */
export const keyOfId = (id: string): string =>
  idInSource(id) ??
  (id.split(/[/#?=&]/).at(-1) || id)
    .toLowerCase()
    .replace(/^(?:pinned-)?(?:(?:live-?blog-)?(?:post|entry)|block|asset)[-_:]/, "");
