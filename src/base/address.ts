/** From an address to its plain forms: without a fragment, without percent signs. */

/** The address without its fragment: this is what a server gets. */
export const withoutFragment = (url: URL): string => url.href.replace(/#.*/s, "");

/** Decodes `%20` and the like; gives the text as it is where the bytes are not UTF-8. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
