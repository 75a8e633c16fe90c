/** From a text to its lines: the offsets of their words, and their indent. */

export interface Line {
  /** Offsets of the first character that is no white space, and behind the last one; equal on a blank line. */
  readonly start: number;
  readonly end: number;
  /** Columns before the first word; a tab leads to the next multiple of four. */
  readonly indent: number;
  readonly text: string;
}

const lineEnd = /\r\n|[\n\r\u2028\u2029]/g;

/** The lines of a text, without line breaks and byte order mark. */
export function splitLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let from = text.startsWith("\ufeff") ? 1 : 0;
  for (const end of text.matchAll(lineEnd)) {
    lines.push(makeLine(text, from, end.index));
    from = end.index + end[0].length;
  }
  lines.push(makeLine(text, from, text.length));
  return lines;
}

function makeLine(text: string, from: number, to: number): Line {
  const raw = text.slice(from, to);
  const tail = raw.trimStart();
  const start = to - tail.length;
  const words = tail.trimEnd();
  return { start, end: start + words.length, indent: columns(raw, raw.length - tail.length), text: words };
}

function columns(raw: string, count: number): number {
  let column = 0;
  for (let index = 0; index < count; index += 1) column += raw.charAt(index) === "\t" ? 4 - (column % 4) : 1;
  return column;
}

export const isBlank = (line: Line | undefined): boolean => line === undefined || line.start === line.end;

/** The first line in `from` to `to` that is not blank; `to` where there is none. */
export function nextWords(lines: readonly Line[], from: number, to: number): number {
  let index = from;
  while (index < to && isBlank(lines[index])) index += 1;
  return index;
}

/** The number of lines between two lines that are not blank, at most 3. */
export function linesBetween(lines: readonly Line[], from: number, to: number): number {
  let count = 0;
  for (let index = from + 1; index < to && count < 3; index += 1) if (!isBlank(lines[index])) count += 1;
  return count;
}

/** True for a text whose blocks are separated by line breaks only: fewer than a tenth of its lines are blank. */
export function isFlat(lines: readonly Line[]): boolean {
  let blank = 0;
  for (const line of lines) if (isBlank(line)) blank += 1;
  return blank * 10 < lines.length;
}

export const sameWords = (a: string, b: string): boolean =>
  a.replace(/\s+/g, " ").trim() === b.replace(/\s+/g, " ").trim();
