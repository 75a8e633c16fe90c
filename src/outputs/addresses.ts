/** Turns the path of a page into its address and its permanent id in an output. */
import type { Publication } from "./contract.ts";

type OutputPlace = Pick<Publication, "site" | "folder">;

/** The public address of a page; without an address of the archive, the way from the output. `path`: from the site's root. */
export const addressOf = ({ site, folder }: OutputPlace, path: string): string =>
  site === undefined ? path.slice(folder.length) : new URL(shown(path), site).href;

/**
 * A permanent id: the public address, else a `tag:` URI (RFC 4151). The authority of that URI is a host that cannot exist and its
 * year is fixed, so that it is unique within its archive alone.
 */
export const permanentId = ({ site }: Pick<Publication, "site">, path: string): string =>
  site === undefined ? `tag:afterlive.invalid,2024:${shown(path)}` : new URL(shown(path), site).href;

const shown = (path: string): string => path.replace(/(^|\/)index\.html$/, "$1");
