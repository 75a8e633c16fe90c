/** From words of a capture to a line for a terminal: they must not move the cursor, set colours or turn the line around. */

/**
 * Control characters except line end and tab, separators that break a line, and marks that change the direction of what follows. U+200E
 * and U+200F stay: they have only a direction of their own.
 */
const unprintable = /(?![\n\t])[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const all = new RegExp(unprintable.source, "gu");

/** The line with such characters escaped as in JSON strings, `\\u001b` for the escape character. */
export const printable = (line: string): string => (unprintable.test(line) ? line.replace(all, writtenOut) : line);

/**
 * A name, or words of a capture, for a part of a line. Line ends are escaped too, so that the words cannot pass for a line of this
 * program.
 */
export const printableWords = (words: string): string => printable(words).replace(/[\n\t]/g, writtenOut);

function writtenOut(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
