/** By which address a page goes in another form, and by which name that lasts. */
import type { Publication } from "./contract.ts";

type Standing = Pick<Publication, "site" | "folder">;

/** The public address of a page, or where the archive has none the way from the form's file. `path` is from the site's root. */
export const addressOf = ({ site, folder }: Standing, path: string): string =>
  site === undefined ? path.slice(folder.length) : new URL(shown(path), site).href;

/**
 * A name that stays: the public address, else a `tag:` URI (RFC 4151). Its authority is a host that cannot be owned, and its
 * year is that of no clock: such a name is one within its archive, no more.
 */
export const permanentId = ({ site }: Pick<Publication, "site">, path: string): string =>
  site === undefined ? `tag:afterlive.invalid,2024:${shown(path)}` : new URL(shown(path), site).href;

const shown = (path: string): string => path.replace(/(^|\/)index\.html$/, "$1");
