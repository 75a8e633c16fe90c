/** From the address of the page that data come from to whole addresses in their HTML. Addresses within an unknown site are counted. */
import { webAddress } from "../../markdown/address.ts";
import { elementsIn, type Tree } from "../html/html.ts";
import { wordsOf } from "../html/inline.ts";
import { absolute, isWithinSite } from "./addresses.ts";
import { type Unnamed, unnamedWarning } from "./unnamed-links.ts";

export interface OriginSite {
  readonly address: string | undefined;
  readonly unnamed: Unnamed;
}

/** The site of a page. Its address is the first of some values that is an address of the web. */
export const makeOriginSite = (...addresses: readonly unknown[]): OriginSite => ({
  address: addresses.map((one) => (typeof one === "string" ? webAddress(one) : undefined)).find(Boolean),
  unnamed: { links: 0, recordings: 0, pictures: 0 },
});

const recordings = new Set(["video", "audio", "source"]);

/** Writes links, frames and recordings with whole addresses. */
export function resolveWithin(tree: Tree, { address: base, unnamed }: OriginSite): void {
  for (const element of elementsIn(tree)) {
    const isLink = element.tagName === "a" || element.tagName === "iframe";
    for (const one of element.attrs) {
      if (isLink ? one.name !== "href" && one.name !== "src" : one.name !== "src" || !recordings.has(element.tagName))
        continue;
      if (!isWithinSite(one.value) && !one.value.trim().startsWith("//")) continue;
      const whole = absolute(one.value, base ?? (isWithinSite(one.value) ? undefined : "https://x.example/"));
      if (whole !== undefined) one.value = whole;
      else if (!isLink) unnamed.recordings += 1;
      else if (element.tagName === "iframe" || wordsOf(element.childNodes, 1).trim() !== "") unnamed.links += 1;
    }
  }
}

/** The addresses of one picture. Behind each address within the site follows its whole address. */
export function pictureAddresses(
  addresses: readonly string[],
  { address: base, unnamed }: OriginSite,
): readonly string[] {
  if (addresses.length > 0 && base === undefined && addresses.every(isWithinSite)) unnamed.pictures += 1;
  return addresses.flatMap((one) => {
    const whole = isWithinSite(one) ? absolute(one, base) : undefined;
    return whole === undefined ? [one] : [one, whole];
  });
}

/** A warning about the addresses that are lost because the site is unknown; empty where there are none. */
export function siteWarnings({ unnamed }: OriginSite): readonly (readonly [message: string, hint: string])[] {
  const warning = unnamedWarning(unnamed);
  return warning === undefined ? [] : [[warning.message, warning.hint]];
}
