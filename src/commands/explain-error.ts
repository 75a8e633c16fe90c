/** An error that ended a command -> lines for the person who ran it, and the exit code. */
import { explain, Failure } from "../base/failure.ts";
import { formatProblem, Refusal, sortProblems } from "../model/problem.ts";
import { UsageError } from "./command.ts";

/** Exit code 1: the person can mend it. 2: the command line is wrong. 3: a defect of afterlive, whose stack trace helps. */
export interface Explanation {
  readonly lines: readonly string[];
  readonly exitCode: 1 | 2 | 3;
}

export function explainError(error: unknown, command: string): Explanation {
  if (error instanceof UsageError) {
    const hint = error.hint === undefined ? [] : [`    ${error.hint}`];
    return { lines: [`afterlive ${command}: ${error.message}`, ...hint], exitCode: 2 };
  }
  if (error instanceof Refusal) return { lines: sortProblems(error.problems).map(formatProblem), exitCode: 1 };
  const failure = explain(placeOf(error), error, "then run the command again");
  if (failure instanceof Failure)
    return { lines: [`afterlive ${command}: ${failure.message}`, `    ${failure.hint}`], exitCode: 1 };
  return { lines: [`afterlive ${command}: this is a defect of afterlive, please report it:`], exitCode: 3 };
}

const placeOf = (error: unknown): string =>
  error instanceof Error && "path" in error && typeof error.path === "string" ? `use "${error.path}"` : "use a file";
