/** From the name and the first bytes of a file to its kind: a document, a container, or a file that a page uses. */

import { printableWords } from "../../base/printable.ts";

/** Names of files that can be documents of a live page. */
export const isDocumentName = (name: string): boolean => /\.(?:html?|xhtml|shtml|json|txt|mht(?:ml)?)$/i.test(name);

/** Names of files that hold documents. */
export const isContainerName = (name: string): boolean =>
  /\.(?:warc|warc\.zst|wacz|zip|gz|zst|webarchive|mht(?:ml)?)$/i.test(name);

export const isWarcName = (name: string): boolean => /\.warc(?:\.gz|\.zst)?$/i.test(name);

/** Names of pictures, scripts, style sheets and the like. They are read when a page names them. */
export const isAssetName = (name: string): boolean =>
  /\.(?:avif|bmp|css|cur|eot|gif|ico|jpe?g|js|less|m3u8|m4[as]|map|mjs|mp[34]|mpd|oga|og[gv]|otf|png|scss|svgz?|tiff?|ts|ttf|vtt|wasm|wav|web[mp]|woff2?)(?:[?@][^/]*)?$/i.test(
    name,
  );

/** True for the first bytes of an HTML page, under any name. */
export function beginsAsPage(start: Uint8Array): boolean {
  const text = new TextDecoder("latin1").decode(start.subarray(0, 2048));
  const words = text.replace(/^(?:\xef\xbb\xbf)?\s*/, "");
  return (
    /^<(?:!doctype\s+html|html|head|body|!--|\?xml)/i.test(words) &&
    /<(?:!doctype\s+html|html|head|body)\b/i.test(words)
  );
}

/** True for the first bytes of a container of documents, under any name. */
export const beginsAsContainer = (start: Uint8Array): boolean =>
  ["PK\x03\x04", "\x1f\x8b", "WARC/", "bplist00"].some((magic) =>
    Buffer.from(start.subarray(0, 8)).toString("latin1").startsWith(magic),
  );

/** Names in a sentence: all of a few, else the first three and the number of the others. */
export function someNames(names: readonly string[]): string {
  const shown = names.length <= 4 ? names : names.slice(0, 3);
  const listed = shown
    .map((name) => `"${printableWords(name.length > 80 ? `${name.slice(0, 79)}…` : name)}"`)
    .join(", ");
  return names.length > shown.length ? `${listed} and ${names.length - shown.length} more` : listed;
}
