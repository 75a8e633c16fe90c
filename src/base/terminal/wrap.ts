/** A paragraph -> lines of at most a number of columns, broken between words. */

/** Lines after the first begin with `indent` blanks; a word that is longer than a line stands alone on it. */
export function wrapText(text: string, width: number, indent = 0): readonly string[] {
  const start = /^ */.exec(text)?.[0] ?? "";
  const lines: string[] = [];
  let line = start;
  for (const word of text.trim().split(/\s+/)) {
    const isEmpty = line.trim() === "";
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = " ".repeat(indent) + word;
    } else line += isEmpty ? word : ` ${word}`;
  }
  return [...lines, line];
}
