/** From a place in a body to a line and column of its file, for the problems that are found there. */
import type { Problem } from "../model/problem.ts";
import type { Finding } from "./problems.ts";

export interface Source {
  readonly file: string;
  /** The number of the body's first line in the file. */
  readonly firstLine: number;
  readonly lines: readonly string[];
  readonly problems: Problem[];
}

/** Text from the lines after `line` (from 0), one line of it for each of these lines. */
export interface Passage {
  readonly text: string;
  readonly line: number;
}

/** `line` and `column` from 0, in the body. */
export function report(source: Source, finding: Finding, line: number, column: number): void {
  source.problems.push({ ...finding, file: source.file, line: source.firstLine + line, column: column + 1 });
}

/** Reports at an offset of a passage. */
export function reportIn(source: Source, passage: Passage, finding: Finding, offset: number): void {
  const lines = linesOf(source, passage);
  const index = Math.max(
    lines.findLastIndex(({ start }) => start <= offset),
    0,
  );
  const { start, column } = lines[index] ?? { start: 0, column: 0 };
  const line = passage.line + index;
  // The cells of a row that has too many are joined with more signs than their line has.
  const last = Math.max((source.lines[line]?.length ?? 0) - 1, 0);
  report(source, finding, line, Math.min(column + offset - start, last));
}

interface Line {
  /** The offset in the passage, and the column of that place in the body. */
  readonly start: number;
  readonly column: number;
}

/** Kept for each passage, because a long one can have many problems. */
const known = new WeakMap<Passage, readonly Line[]>();

function linesOf(source: Source, passage: Passage): readonly Line[] {
  const before = known.get(passage);
  if (before !== undefined) return before;
  let start = 0;
  const lines = passage.text.split("\n").map((text, index) => {
    const line = { start, column: columnOf(source, passage.line + index, text) };
    start += text.length + 1;
    return line;
  });
  known.set(passage, lines);
  return lines;
}

/** The column of the words in a line (from 0), as near the line's end as possible: text before them can belong to other blocks. */
export function columnOf(source: Source, line: number, words: string): number {
  return Math.max((source.lines[line] ?? "").lastIndexOf(words), 0);
}

/** The column of the mark of a block in a line (from 0). */
export function markColumn(source: Source, line: number, mark: string): number {
  return Math.max((source.lines[line] ?? "").indexOf(mark), 0);
}
