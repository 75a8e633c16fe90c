/** Makes a line fit for a terminal: what a capture holds must not move the cursor, set colours or turn the line around. */

/**
 * Control characters other than the line end and the tab, separators that break a line, and the marks that turn the direction of what
 * follows. U+200E and U+200F stay: they say only how they stand themselves.
 */
const unprintable = /(?![\n\t])[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const all = new RegExp(unprintable.source, "gu");

/** The line with such characters written out, `\\u001b` for the escape character: as they also stand in the strings of JSON. */
export const printable = (line: string): string => (unprintable.test(line) ? line.replace(all, writtenOut) : line);

/** A name, or words of a capture, for a part of a line: it ends no line, so that nothing in it passes for a line of ours. */
export const printableWords = (words: string): string => printable(words).replace(/[\n\t]/g, writtenOut);

function writtenOut(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
