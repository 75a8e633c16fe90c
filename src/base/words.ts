/** Words and letters of texts in any script, for comparing what two texts say. Knows no language. */

/** The words of a text in lower case, without marks between them. */
export const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** The letters and digits of a text in lower case, in one run: what stays the same however a text is set. */
export const lettersOf = (text: string): string => wordsIn(text).join("");

/** From where to where the sentences of a part of a text go: each ends behind a full stop and the like, or at a line's end. */
export function sentencesIn(
  text: string,
  start = 0,
  end = text.length,
): readonly { readonly start: number; readonly end: number }[] {
  const pieces: { start: number; end: number }[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(/[.!?…。！？؟]["'”’»)]?\s|\n/gu)) {
    const to = start + match.index + match[0].length;
    pieces.push({ start: from, end: to });
    from = to;
  }
  if (from < end) pieces.push({ start: from, end });
  return pieces;
}
