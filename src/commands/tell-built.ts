/** Tells a person what came of a build. */
import type { BuildReport } from "../builder/report.ts";
import { formatProblem, sortProblems } from "../model/problem.ts";
import type { Terminal } from "./command.ts";
import { count, duration } from "./words.ts";

/** `took`: milliseconds. */
export function tellBuilt(
  { livePages, posts, pictures, outcome, problems }: BuildReport,
  terminal: Terminal,
  took: number,
): void {
  for (const problem of sortProblems(problems)) terminal.complain(formatProblem(problem));
  const { written, removed, unchanged } = outcome;
  terminal.say(`${count(livePages, "live page")}, ${count(posts, "post")} in ${duration(took)}`);
  terminal.say(`${count(written.length, "file")} written, ${unchanged} unchanged, ${removed.length} removed`);
  if (pictures.absent > 0)
    terminal.say(`${count(pictures.absent, "figure")} without a file: a card stands in their place`);
}
