/** Turns a refusal, which ends a command, into problems, which a program is given. */
import { type Problem, Refusal, sortProblems } from "../model/problem.ts";

/** What `run` gives; where it throws a Refusal, what `refused` makes of the problems, sorted. Other errors go on. */
export async function orProblems<T>(run: () => Promise<T>, refused: (problems: readonly Problem[]) => T): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Refusal) return refused(sortProblems(error.problems));
    throw error;
  }
}
