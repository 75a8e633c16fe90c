/** From a page of a live page to the addresses of further pages and data of it. */

import { withoutFragment } from "../base/address.ts";
import { elementsIn, find, isMarkup, parentOf, parseHtml, shortLineOf } from "./html/html.ts";
import { attribute, type Element } from "./html/inline.ts";
import { findJson, findPageData, isObject, type Json, objectsWith } from "./json/find.ts";
import { canBePartOf, isPartOf, isSameSite, partKey, partNumber } from "./page-parts.ts";

export interface FurtherPage {
  /** Absolute, without a fragment. */
  readonly address: string;
  /** Data may have another path than the page, and is used only if it is JSON. */
  readonly kind: "page" | "data";
}

/** The addresses of a page of a live page. */
interface Place {
  /** The address of the page. */
  readonly here: URL;
  /** The base address of its links, mostly the same. */
  readonly from: URL;
  /** The address of the live page, or of the first page of it that was read. */
  readonly whole: URL;
}

/** The addresses, by page number, then in page order. `whole` is the address of the first page, `link` the `Link` header (RFC 8288). */
export function findFurtherPages(text: string, address: string, whole = address, link = ""): readonly FurtherPage[] {
  const place = { here: new URL(address), from: new URL(address), whole: new URL(whole) };
  const found = [
    ...(isMarkup(text) ? pagesIn(text, place) : dataIn(findJson(text).values, place, true)),
    ...linkedByField(link, place),
  ];
  const byPart = new Map<string, FurtherPage>();
  for (const page of found) {
    const part = page.kind === "data" ? page.address : partKey(new URL(page.address), place.whole);
    if (!byPart.has(part)) byPart.set(part, page);
  }
  byPart.delete(partKey(place.here, place.whole));
  const numberOf = (page: FurtherPage): number =>
    partNumber(new URL(page.address), place.whole) ?? Number.MAX_SAFE_INTEGER;
  return [...byPart.values()].sort((a, b) => numberOf(a) - numberOf(b));
}

function pagesIn(html: string, place: Place): readonly FurtherPage[] {
  const page = parseHtml(html);
  const elements = elementsIn(page);
  const base = find(page, ({ tagName }) => tagName === "base");
  const from = URL.parse((base && attribute(base, "href")) ?? "", place.here.href) ?? place.here;
  return [
    ...elements.flatMap((element) => linkedBy(element, { ...place, from })),
    ...elements.flatMap((element) => loadedBy(element, { ...place, from })),
    ...dataIn(findPageData(html), place, false),
  ];
}

/** Words on links to further pages, in the languages of newsrooms, without signs at both ends. */
const onward = new Set(
  [
    "next|next page|next posts|older|older posts|older updates|older entries|earlier|earlier posts|earlier updates",
    "more|load more|show more|see more|view more|read more posts|more posts|more updates|load more posts|load more updates|show more posts",
    "show more updates|show older|show older posts|show older updates|load older posts|see more updates|view more updates|see older updates",
    "weiter|nächste|nächste seite|ältere|ältere beiträge|ältere meldungen|mehr laden|mehr anzeigen|weitere beiträge|frühere beiträge",
    "suivant|suivante|page suivante|voir plus|charger plus|plus anciens|messages plus anciens|articles plus anciens",
    "siguiente|página siguiente|ver más|cargar más|entradas anteriores|más antiguas|próxima|próxima página|seguinte|carregar mais|ver mais",
    "avanti|successiva|successivo|pagina successiva|carica altri|mostra altri|volgende|volgende pagina|meer laden|oudere berichten",
    "næste|neste|nästa|äldre|ældre|eldre|seuraava|następna|następne|starsze|starsze wpisy|další|starší|következő|sonraki|daha fazla",
    "следующая|далее|ещё|еще|показать ещё|показать еще|загрузить ещё|загрузить еще|наступна|далі|більше",
    "下一页|下一頁|加载更多|載入更多|次へ|次のページ|もっと見る|다음|더보기|التالي|المزيد|بعدی",
  ].flatMap((words) => words.split("|")),
);

const leadsOn = (words: string | undefined): boolean =>
  words !== undefined && onward.has(/[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su.exec(words.toLowerCase())?.[0] ?? "");

function linkedBy(element: Element, { from, whole }: Place): readonly FurtherPage[] {
  if (element.tagName !== "a" && element.tagName !== "link") return [];
  const target = targetOf(attribute(element, "href"), from);
  if (target === undefined || !canBePartOf(target, whole)) return [];
  const relations = attribute(element, "rel")?.toLowerCase().split(/\s+/) ?? [];
  if (relations.includes("next")) return [pageAt(target)];
  if (element.tagName === "link" || isOfComments(element, target)) return [];
  const isNamed = [attribute(element, "aria-label"), attribute(element, "title"), shortLineOf(element, 40)].some(
    leadsOn,
  );
  const isNumbered = isPartOf(target, whole) && (partNumber(target, whole) ?? 1) > 1;
  return isNamed || isNumbered ? [pageAt(target)] : [];
}

/** An element that a script makes a link: its attributes hold the address. */
function loadedBy(element: Element, { from, whole }: Place): readonly FurtherPage[] {
  return element.attrs.flatMap(({ name, value }) => {
    const isOnward = /^data-(?:next|more|older|load-?more)(?:-?page)?-?(?:url|href|link|src|endpoint)$/.test(name);
    const isButton = /^data-(?:url|href|src|endpoint)$/.test(name) && element.tagName !== "a";
    if (!isOnward && !(isButton && leadsOn(shortLineOf(element, 40)))) return [];
    const target = targetOf(value, from);
    if (target === undefined || !isSameSite(target, whole) || isOfComments(element, target)) return [];
    return [isPartOf(target, whole) ? pageAt(target) : ({ address: withoutFragment(target), kind: "data" } as const)];
  });
}

/** Keys of data with the address of the next part. */
const nextKeys =
  /^(?:next|next_?page|next_?(?:page_?)?(?:url|link|href)|load_?more_?(?:url)?|older_?(?:url)?|more_?url)$/i;

/** Addresses of further parts in JSON. In the data of a page many objects have a next one: there only a stream counts. */
function dataIn(values: readonly Json[], { here, whole }: Place, isStream: boolean): readonly FurtherPage[] {
  const keyed = (key: string): boolean => nextKeys.test(key);
  return objectsWith((object) => Object.keys(object).some(keyed), values).flatMap((object) =>
    Object.entries(object).flatMap(([key, value]): readonly FurtherPage[] => {
      if (!keyed(key)) return [];
      const address = isObject(value) ? (value.href ?? value.url) : value;
      const target = typeof address === "string" ? targetOf(address, here) : undefined;
      if (target === undefined || !isSameSite(target, whole)) return [];
      if (isPartOf(target, whole)) return isStream || target.search !== "" ? [pageAt(target)] : [];
      return isStream || isOfStream(target) ? [{ address: withoutFragment(target), kind: "data" }] : [];
    }),
  );
}

const isOfStream = ({ pathname, search }: URL): boolean =>
  /\.json$|\/(?:api|graphql|wp-json|streams?|feed|liveblogs?|updates|posts)(?:[/.]|$)/i.test(pathname) &&
  /[?&](?:page|cursor|offset|before|after|from|start|until|next|max_?id|last_?id)[^=&]*=[^&]/i.test(search);

/** For example `Link: <https://...>; rel="next"`. */
function linkedByField(field: string, { here, whole }: Place): readonly FurtherPage[] {
  return [...field.slice(0, 8192).matchAll(/<([^<>]*)>([^<]*)/g)].flatMap(([, address, fields = ""]) => {
    const target = /;\s*rel\s*=\s*(?:"[^";,]*)?\bnext\b/i.test(fields) ? targetOf(address, here) : undefined;
    return target !== undefined && canBePartOf(target, whole) ? [pageAt(target)] : [];
  });
}

const pageAt = (url: URL): FurtherPage => ({ address: withoutFragment(url), kind: "page" });

function targetOf(address: string | undefined, from: URL): URL | undefined {
  const text = address?.trim() ?? "";
  // A fragment alone is a place on the same page.
  if (text === "" || text.startsWith("#")) return undefined;
  const url = URL.parse(text, from.href);
  return url !== null && /^https?:$/.test(url.protocol) ? url : undefined;
}

/** True for a link to a page of readers' comments. Tests only the nearest elements around a link. */
function isOfComments(element: Element, target: URL): boolean {
  if (/comment/i.test(target.hash) || [...target.searchParams.keys()].some((name) => /comment|^cpage$/i.test(name)))
    return true;
  let around: Element | undefined = element;
  for (let step = 0; step < 12 && around !== undefined; step += 1) {
    if (
      /\bcomments?\b|comments?-?(?:list|pag|nav)/i.test(
        `${attribute(around, "id") ?? ""} ${attribute(around, "class") ?? ""}`,
      )
    )
      return true;
    around = parentOf(around);
  }
  return false;
}
