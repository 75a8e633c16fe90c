/** From an address to its canonical form, if a page may name it: links to http, https, mailto and anchors; pictures in `media/`. */

/** Tested only where it is needed: a class of Unicode takes longer to look up than an address to read. */
const unsafe = () => /[\s\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}<>"`\\^{|}]/gu;
const safe = /^[!#-;=?-[\]_a-z~]*$/;
const isEdge = /[\s\p{Cc}]/u;
const pictureName = /^[A-Za-z0-9][A-Za-z0-9._-]*\.(?:avif|gif|jpe?g|png|svg|tiff?|webp)$/i;

/** The canonical form of an http or https address; undefined for anything else. */
export function webAddress(text: string): string | undefined {
  const match = /^(https?):\/\/([^/?#\s\\][\s\S]*)$/i.exec(trimEdges(text));
  return match?.[1] === undefined || match[2] === undefined
    ? undefined
    : `${match[1].toLowerCase()}://${encodeUnsafe(match[2])}`;
}

/** The canonical form of what a link may point to: a web address, mailto, or `#anchor`; undefined for anything else. */
export function linkAddress(text: string): string | undefined {
  const match = /^(mailto:|#)([\s\S]+)$/i.exec(trimEdges(text));
  return match?.[1] === undefined || match[2] === undefined
    ? webAddress(text)
    : match[1].toLowerCase() + encodeUnsafe(match[2]);
}

/** True for the name of a picture in `media/`: letters, digits, dots, hyphens and underscores, ending as pictures do. */
export const isPictureName = (name: string): boolean => pictureName.test(name);

/** The name in `media/<name>`; undefined if the address is anything else. */
export function pictureOf(address: string): string | undefined {
  const name = address.startsWith("media/") ? address.slice("media/".length) : "";
  return isPictureName(name) ? name : undefined;
}

/** Without a pattern: one for the end of a text takes time that grows with the square of its spaces. */
function trimEdges(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isEdge.test(text.charAt(start))) start++;
  while (end > start && isEdge.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

const encodeUnsafe = (text: string): string =>
  safe.test(text)
    ? text
    : text.replace(unsafe(), (character) => encodeURIComponent(/\p{Cs}/u.test(character) ? "\ufffd" : character));
