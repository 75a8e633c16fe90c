/** What a build did -> lines for the person. */
import { count, duration } from "../base/terminal/amounts.ts";
import type { Terminal } from "../base/terminal/terminal.ts";
import type { BuildReport } from "../builder/report.ts";
import { formatProblem, sortProblems } from "../model/problem.ts";

/** `took`: milliseconds. */
export function printBuilt(
  { livePages, posts, pictures, outcome, problems }: BuildReport,
  terminal: Terminal,
  took: number,
): void {
  for (const problem of sortProblems(problems)) terminal.err(formatProblem(problem));
  const { written, removed, unchanged } = outcome;
  terminal.out(`${count(livePages, "live page")}, ${count(posts, "post")} in ${duration(took)}`);
  terminal.out(`${count(written.length, "file")} written, ${unchanged} unchanged, ${removed.length} removed`);
  if (pictures.absent > 0)
    terminal.out(`${count(pictures.absent, "figure")} without a file, shown as ${count(pictures.absent, "card")}`);
}
