/** Tells the person, or a program, what an import of several captures did. */
import type { KnownGaps } from "../../archive/captures/gaps.ts";
import type { ImportPlan } from "../../archive/merge/plan.ts";
import { count } from "../../base/terminal/amounts.ts";
import type { Change } from "../../base/transaction/transaction.ts";
import type { Call } from "../../commands/command.ts";
import { regionOf } from "../../importers/account/account.ts";
import { formatProblem, type Problem, sortProblems } from "../../model/problem.ts";
import type { PassedOver } from "../gather/files.ts";
import type { Completeness } from "../plan/completeness.ts";
import type { CaptureReading } from "../read/capture.ts";
import { report } from "./lines.ts";

/** What the import of one capture does, and what is to be said of it. */
export interface Imported {
  readonly capture: CaptureReading;
  readonly plan: ImportPlan;
  readonly changes: readonly Change[];
  readonly completeness: Completeness;
  readonly gaps: KnownGaps;
  /** New pictures, and figures that have none. */
  readonly pictures: { readonly came: number; readonly absent: number };
}

/** Tells what was done, and gives the exit code. */
export function tell(call: Call, imported: readonly Imported[], passedOver: readonly PassedOver[]): number {
  const { terminal } = call;
  const dryRun = call.switches.has("dry-run");
  const json = call.switches.has("json");
  const repeated = Map.groupBy(
    imported.flatMap(({ capture }) => capture.reading.problems),
    sayingOf,
  );
  for (const { capture, plan, changes, gaps, pictures } of imported) {
    const { file, warning } = capture.file;
    if (warning !== undefined) terminal.err(`${file}  warning: ${warning}`);
    for (const problem of sortProblems(capture.reading.problems)) {
      const all = repeated.get(sayingOf(problem)) ?? [];
      if (all[0] !== problem) continue;
      const others = new Set(all.map((one) => one.file)).size - 1;
      const message = others === 0 ? problem.message : `${problem.message} (so in ${count(others, "other capture")})`;
      terminal.err(formatProblem({ ...problem, message }));
    }
    if (!json)
      for (const line of report(capture, { ...plan, changes }, { dryRun, ...pictures, gaps })) terminal.out(line);
    for (const problem of sortProblems(plan.conflicts)) terminal.err(formatProblem(problem));
  }
  if (json) terminal.out(JSON.stringify({ dryRun, captures: imported.map(jsonReport), passedOver }, undefined, 2));
  return imported.some(({ plan }) => plan.conflicts.length > 0) ? 1 : 0;
}

/** What several captures say alike is said once. */
const sayingOf = ({ severity, message, hint }: Problem): string => `${severity}\n${message}\n${hint}`;

/** What a program is told of one capture. */
const jsonReport = ({ plan, changes, completeness, gaps, pictures }: Imported): unknown => ({
  livePage: `content/${plan.slug}`,
  capture: completeness,
  gaps,
  posts: { created: plan.created, updated: plan.updated, kept: plan.kept, declined: plan.declined },
  notTakenOver: regionOf(plan.notTakenOver),
  conflicts: plan.conflicts.map(({ file, line, message, hint }) => ({ file, line, message, hint })),
  pictures,
  changes: changes.map((change) => change.path),
});
