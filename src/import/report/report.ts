/** Planned captures -> what the person, or a program, is told of the import. */
import { count } from "../../base/terminal/amounts.ts";
import { regionOf } from "../../importers/account/account.ts";
import { formatProblem, type Problem, sortProblems } from "../../model/problem.ts";
import type { ImportJob } from "../job.ts";
import type { PassedOver } from "../passed-over.ts";
import type { PlannedCapture } from "../plan/plan.ts";
import { linesOfCapture } from "./lines.ts";
import { totalLines } from "./totals.ts";

/** A line of the report: results go to standard output, problems to standard error. */
export interface ReportLine {
  readonly to: "out" | "err";
  readonly text: string;
}

export interface ImportReport {
  readonly lines: readonly ReportLine[];
  /** True where a post changed on both sides: the person must look at it. */
  readonly hasConflicts: boolean;
  /** What it is the report of. */
  readonly captures: readonly PlannedCapture[];
}

/** The report of an import that had nothing to do. */
export const noReport: ImportReport = { lines: [], hasConflicts: false, captures: [] };

/** Several captures end with a line of totals. With `json`, standard output gets one JSON value; problems are printed as lines all the same. */
export function reportImport(
  { dryRun, json }: Pick<ImportJob, "dryRun" | "json">,
  captures: readonly PlannedCapture[],
  passedOver: readonly PassedOver[],
): ImportReport {
  const repeated = Map.groupBy(
    captures.flatMap(({ capture }) => capture.reading.problems),
    sayingOf,
  );
  const lines = captures.flatMap((planned) => [
    ...warningsOf(planned, repeated).map(toErr),
    ...(json ? [] : linesOfCapture(planned, dryRun).map(toOut)),
    ...sortProblems(planned.plan.conflicts).map(formatProblem).map(toErr),
  ]);
  const warnings = captures.reduce((sum, planned) => sum + warningsOf(planned, repeated).length, 0);
  const totals = json ? [] : totalLines(captures, dryRun, warnings).map(toOut);
  const asJson = json
    ? [toOut(JSON.stringify({ dryRun, captures: captures.map(jsonOf), passedOver }, undefined, 2))]
    : [];
  const hasConflicts = captures.some(({ plan }) => plan.conflicts.length > 0);
  return { lines: [...lines, ...totals, ...asJson], hasConflicts, captures };
}

const toOut = (text: string): ReportLine => ({ to: "out", text });
const toErr = (text: string): ReportLine => ({ to: "err", text });

/** A problem that several captures share is told with the first of them, and how many others have it. */
function warningsOf(
  { capture: { file, reading } }: PlannedCapture,
  repeated: ReadonlyMap<string, readonly Problem[]>,
): readonly string[] {
  const own = sortProblems(reading.problems).flatMap((problem) => {
    const all = repeated.get(sayingOf(problem)) ?? [];
    if (all[0] !== problem) return [];
    const others = new Set(all.map((one) => one.file)).size - 1;
    const message = others === 0 ? problem.message : `${problem.message} (so in ${count(others, "other capture")})`;
    return [formatProblem({ ...problem, message })];
  });
  return file.warning === undefined ? own : [`${file.file}  warning: ${file.warning}`, ...own];
}

/** Equal for problems that say the same of different captures. */
const sayingOf = ({ severity, message, hint }: Problem): string => `${severity}\n${message}\n${hint}`;

/** What a program is told of one capture. */
const jsonOf = ({ plan, changes, completeness, gaps, pictures }: PlannedCapture): unknown => ({
  livePage: `content/${plan.slug}`,
  capture: completeness,
  gaps,
  posts: { created: plan.created, updated: plan.updated, kept: plan.kept, declined: plan.declined },
  notTakenOver: regionOf(plan.notTakenOver),
  conflicts: plan.conflicts.map(({ file, line, message, hint }) => ({ file, line, message, hint })),
  pictures,
  changes: changes.map((change) => change.path),
});
