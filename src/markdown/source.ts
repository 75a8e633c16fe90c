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
  const before = passage.text.slice(0, offset).split("\n");
  const line = passage.line + before.length - 1;
  const words = passage.text.split("\n")[before.length - 1] ?? "";
  report(source, finding, line, columnOf(source, line, words) + (before.at(-1) ?? "").length);
}

/** Where the words begin in a line (from 0); its first word if they are not there as they are. */
export function columnOf(source: Source, line: number, words: string): number {
  const text = source.lines[line] ?? "";
  return Math.max(text.lastIndexOf(words === "" ? text.trimStart() : words), 0);
}
