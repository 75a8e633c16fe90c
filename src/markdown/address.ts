/** From an address to its canonical form, if a page may name it: links to http, https, mailto and anchors; pictures in `media/`. */
import { percentDecoded } from "../base/address.ts";

/** Tested only where it is needed: a class of Unicode takes longer to look up than an address to read. */
const unsafe = () => /[\s\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}<>"`\\^{|}]/gu;
const safe = /^[!#-;=?-[\]_a-z~]*$/;
const isEdge = /[\s\p{Cc}]/u;
const tamePart = /^[^./\\\p{Cc}\p{Cs}][^/\\\p{Cc}\p{Cs}]*$/u;
/** Other readers of Markdown would take these signs, or a space, for something else in an address. */
const unwritable = /[\s\p{Cf}\p{Noncharacter_Code_Point}"#%&()*<>?[\]`{|}]/gu;

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

/** True for a name or an address that ends as pictures do. */
export const endsAsPicture = (name: string): boolean =>
  /\.(?:avif|gif|hei[cf]|jfif|jpe|jpe?g|png|svg|tiff?|webp)$/i.test(name);

/** What a name lacks that ends as pictures do and is none: for messages. */
export const tameName = "a name without a dot in front, backslashes and control characters";

/** True for the name of a picture: any characters but slashes and control characters, no dot in front, ending as pictures do. */
export const isPictureName = (name: string): boolean => endsAsPicture(name) && tamePart.test(name);

/** The name in `media/<name>`, decoded and in NFC; undefined if the address is anything else. */
export function pictureOf(address: string): string | undefined {
  if (!address.startsWith("media/")) return undefined;
  const name = percentDecoded(address.slice("media/".length)).normalize("NFC");
  return isPictureName(name) ? name : undefined;
}

/** The address from which `pictureOf` reads this name. */
export const pictureAddress = (name: string): string => `media/${name.replace(unwritable, percentEncoded)}`;

/** `encodeURIComponent` leaves brackets and stars as they are. */
const percentEncoded = (character: string): string =>
  /[()*]/.test(character) ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encodeURIComponent(character);

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
