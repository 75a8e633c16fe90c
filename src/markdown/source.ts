/** Where things stand in the file: the lines of a body, and the problems found in them. */
import type { Problem } from "../model/problem.ts";
import type { Finding } from "./problems.ts";

export interface Source {
  readonly file: string;
  /** The number of the body's first line in the file. */
  readonly firstLine: number;
  readonly lines: readonly string[];
  readonly problems: Problem[];
}

/** Text that was taken out of the lines from `line` on (from 0), one line of it for each line there. */
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
  report(source, finding, passage.line + index, column + offset - start);
}

interface Line {
  /** Its offset in the passage, and the column of that place in the body. */
  readonly start: number;
  readonly column: number;
}

/** Kept for each passage, since a long one can hold many problems. */
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

/** Where the words stand in a line (from 0), as near its end as can be: what is before them can be of other blocks. */
export function columnOf(source: Source, line: number, words: string): number {
  return Math.max((source.lines[line] ?? "").lastIndexOf(words), 0);
}

/** Where the mark of a block stands in a line (from 0). */
export function markColumn(source: Source, line: number, mark: string): number {
  return Math.max((source.lines[line] ?? "").indexOf(mark), 0);
}
