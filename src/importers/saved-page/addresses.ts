/** From addresses as a page writes them to whole addresses of the web. */
import { webAddress } from "../../markdown/address.ts";

/** True for an address without scheme and host that is no anchor: "/plan", "plan.html", "../plan". */
export const isWithinSite = (address: string): boolean => /^(?![a-z][a-z\d+.-]*:|#|\/\/)\S/i.test(address.trim());

/** The whole address; undefined where it is not http or https, or where there is no `base`. */
export function absolute(address: string, base: string | undefined): string | undefined {
  if (address.trim() === "" || base === undefined || !URL.canParse(address, base)) return undefined;
  return webAddress(new URL(address, base).href);
}

/** The attribute of links and recordings whose address lies within a site that the page does not name. */
export const unnamedSite = "data-unnamed-site";
