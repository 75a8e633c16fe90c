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
  const starts = startsOf(passage);
  let index = starts.findLastIndex((start) => start <= offset);
  if (index < 0) index = 0;
  const start = starts[index] ?? 0;
  const end = starts[index + 1] ?? passage.text.length + 1;
  const column = columnOf(source, passage.line + index, passage.text.slice(start, end - 1));
  report(source, finding, passage.line + index, column + offset - start);
}

/** Where each line of a passage begins: kept, since a long passage can hold many problems. */
const known = new WeakMap<Passage, readonly number[]>();

function startsOf(passage: Passage): readonly number[] {
  const before = known.get(passage);
  if (before !== undefined) return before;
  const starts = [0];
  for (let at = passage.text.indexOf("\n"); at >= 0; at = passage.text.indexOf("\n", at + 1)) starts.push(at + 1);
  known.set(passage, starts);
  return starts;
}

/** Where the words begin in a line (from 0); its first word if they are not there as they are. */
export function columnOf(source: Source, line: number, words: string): number {
  const text = source.lines[line] ?? "";
  return Math.max(text.lastIndexOf(words === "" ? text.trimStart() : words), 0);
}
