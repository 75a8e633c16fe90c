/** A build -> lines for the person, while it goes and when it has ended. */
import { count, duration, timeLeft } from "../base/terminal/amounts.ts";
import type { Terminal } from "../base/terminal/terminal.ts";
import { buildSite } from "../builder/build.ts";
import type { BuildOptions } from "../builder/options.ts";
import type { BuildReport } from "../builder/report.ts";
import { formatProblem, sortProblems } from "../model/problem.ts";
import type { Call } from "./command.ts";

/** Builds the site of a call with these options, says how many pictures are made meanwhile, and what was done. */
export async function buildAndReport(
  { root, out, cache, terminal }: Call,
  options: Partial<Pick<BuildOptions, "mode" | "verify" | "shard">>,
): Promise<void> {
  const start = terminal.elapsed();
  const report = await buildSite({
    root,
    out,
    cache,
    ...options,
    onProgress(done, total) {
      // Many seconds of work: also where no line counts it, the person is told what it is.
      if (done === 0) terminal.out("encoding pictures; later builds find them in the cache");
      terminal.progress(`pictures: ${done} of ${total}${timeLeft(done, total, terminal.elapsed() - start)}`);
    },
  });
  printBuilt(report, terminal, terminal.elapsed() - start);
}

/** `took`: milliseconds. */
export function printBuilt(
  { livePages, posts, drafts, pictures, outcome, problems }: BuildReport,
  terminal: Terminal,
  took: number,
): void {
  for (const problem of sortProblems(problems)) terminal.err(formatProblem(problem));
  const { written, removed, unchanged } = outcome;
  terminal.out(`${count(livePages, "live page")}, ${count(posts, "post")} in ${duration(took)}`);
  terminal.out(`${count(written.length, "file")} written, ${unchanged} unchanged, ${removed.length} removed`);
  if (drafts > 0) terminal.out(`${count(drafts, "draft")} left out`);
  if (pictures.absent > 0)
    terminal.out(`${count(pictures.absent, "figure")} without a file, shown as ${count(pictures.absent, "card")}`);
}
