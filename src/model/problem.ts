/** A mistake in a person's files, as a value: where it is, what it is, what to write instead. */
import { printableWords } from "../base/printable.ts";

export interface Problem {
  readonly severity: "error" | "warning";
  /** The name that the person knows: relative to the archive's root, or the path that they gave. */
  readonly file: string;
  /** Both from 1; 0 where the problem concerns the whole file. */
  readonly line: number;
  readonly column: number;
  /** A sentence without a final period, values quoted: `Cannot read "published": expected a time with a zone, got "11:01am"`. */
  readonly message: string;
  /** What to write instead. */
  readonly hint?: string;
}

/** A problem of a whole file. */
export const fileProblem = (
  file: string,
  message: string,
  hint: string,
  severity: Problem["severity"] = "error",
): Problem => ({ severity, file, line: 0, column: 0, message, hint });

/** `file:line:column  message`, with the hint on a line of its own. */
export function formatProblem(problem: Problem): string {
  const file = printableWords(problem.file);
  const place = problem.line === 0 ? file : `${file}:${problem.line}:${problem.column}`;
  const mark = problem.severity === "warning" ? "warning: " : "";
  const hint = problem.hint === undefined ? "" : `\n    ${problem.hint}`;
  return `${place}  ${mark}${printableWords(problem.message)}${hint}`;
}

/** By file, line, column, message: the same order on every machine. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.message, b.message),
  );
}

/** Ends a command with problems that the person can mend: no stack trace, exit code 1. */
export class Refusal extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join("\n"));
    this.problems = problems;
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
