/** From a text in any script to its words, letters and sentences, for comparing what two texts say. */

/** The words of a text in lower case, without marks between them. */
export const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** The letters and digits of a text in lower case, in one run: the same for every typography. */
export const lettersOf = (text: string): string => wordsIn(text).join("");

/**
 * Start and end of each sentence in a part of a text. A sentence ends behind a full stop, a question mark and the like, or at a line's
 * end.
 */
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
