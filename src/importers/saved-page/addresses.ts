/** Addresses as a page writes them -> whole addresses of the web. */
import { webAddress } from "../../markdown/address.ts";

/** No scheme, and no anchor alone: "/plan", "plan.html", "../plan". */
export const isWithinSite = (address: string): boolean => /^(?![a-z][a-z\d+.-]*:|#|\/\/)\S/i.test(address.trim());

export function absolute(address: string, base: string | undefined): string | undefined {
  if (address.trim() === "" || base === undefined || !URL.canParse(address, base)) return undefined;
  return webAddress(new URL(address, base).href);
}

/** The attribute of links and recordings whose address lies within a site that is not named. */
export const unnamedSite = "data-unnamed-site";
