/** From a text to the text without a run of certain characters at its end. */

/**
 * `character` is a pattern for one character. A pattern for the whole run would start again at each character of every run, in time that
 * grows with its square.
 */
export function withoutEnd(text: string, character: RegExp): string {
  let end = text.length;
  while (end > 0 && character.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
