/** Small facts about addresses, whatever they lead to. */

/** An address as it is asked for. */
export const withoutFragment = (url: URL): string => url.href.replace(/#.*/s, "");

/** With the characters that `%20` and the like stand for; as it is where these are no UTF-8. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
