/**
 * From an address in a page to the paths of the file in its folder or ZIP archive: beside the page, or where a mirror of the site puts it.
 */

import path from "node:path/posix";
import { percentDecoded } from "../../base/address.ts";

/**
 * The paths at which the file may be, the likeliest first; all lie within the folder. `page` is the page's own path in it. A mirror
 * keeps a site's files below a folder with the name of the server, and the query of an address in the name of a file.
 */
export function pathsOf(page: string, address: string): readonly string[] {
  const trimmed = address.trim().replace(/#.*/s, "");
  const web = /^(?:https?:)?\/\/([^/?#]{1,250})(\/[^?]*)?(\?[\s\S]*)?$/i.exec(trimmed);
  if (web !== null) return spellings(`${web[1]}${web[2] ?? "/"}`, web[3] ?? "");
  if (/^[a-z][a-z0-9+.-]*:/i.test(trimmed) || trimmed.includes("\\")) return [];
  const asked = trimmed.indexOf("?");
  const [file, query] = asked === -1 ? [trimmed, ""] : [trimmed.slice(0, asked), trimmed.slice(asked)];
  if (!file.startsWith("/")) return spellings(path.join(path.dirname(page), file), query);
  // From the site's root, which may be any folder above the page.
  const above: string[] = [];
  for (let folder = path.dirname(page); ; folder = path.dirname(folder)) {
    above.push(folder);
    if (folder === "." || above.length > 40) break;
  }
  return above.reverse().flatMap((folder) => spellings(path.join(folder, file), query));
}

function spellings(file: string, query: string): readonly string[] {
  const asked = query.length > 1 && query.length < 400 ? [`${file}${query}`, `${file}@${query.slice(1)}`] : [];
  const all = [...asked, file].flatMap((one) => [percentDecoded(one), one]);
  return [...new Set(all.map((one) => path.normalize(one)))].filter((one) => !/^(?:\.\.(?:\/|$)|\/)/.test(one));
}

/** A page's name without its ending: the name of the folder with its files begins with it. */
export const stemOf = (name: string): string => name.replace(/\.(?:x?html?|shtml|mht(?:ml)?)$/i, "");

/**
 * True for the folder in which a browser put the files of the page: `page_files`, `page-Dateien`, `page_fichiers`, `page.files`, or
 * the name of the page itself.
 */
export function isFolderOf(page: string, folder: string): boolean {
  const stem = stemOf(page).normalize("NFC").toLowerCase();
  const name = folder.normalize("NFC").toLowerCase();
  return stem !== "" && name.startsWith(stem) && /^(?:[_.\- ]\p{L}{1,30}|)$/u.test(name.slice(stem.length));
}
