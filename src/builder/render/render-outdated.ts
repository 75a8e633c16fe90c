/** Renders the planned files that are out of date, and stages those whose bytes the site lacks. */
import { sha256 } from "../../base/digest.ts";
import { codeOf } from "../../base/failure.ts";
import { utf8 } from "../../base/utf8.ts";
import { type Problem, Refusal } from "../../model/problem.ts";
import type { Outputs } from "../cache/state.ts";
import type { Staging } from "../output/staging.ts";
import { oneEach, templatePathProblems } from "./template-paths.ts";
import { templateProblem } from "./templates.ts";
import { isUpToDate, type PlannedFile, siteHolds } from "./up-to-date.ts";

/** What calls the templates: Eleventy, or this program, which takes less time for a few pages. Both give the same bytes. */
export type Engine = "eleventy" | "direct";

/** Eleventy prints what is built from nothing, except archives of more posts than this: see `docs/decisions/building.md`. */
export const mostPostsForEleventy = 20_000;

export interface RenderedOutputs {
  /** Of all planned files. */
  readonly outputs: Outputs;
  /** The paths of the files in the stage. */
  readonly staged: ReadonlySet<string>;
  /** The paths of the files that stay as they are until the next build. */
  readonly deferred: ReadonlySet<string>;
}

interface Rendering {
  readonly engine: Engine;
  /** As in `BuildOptions`. */
  readonly htmlFirst: boolean;
}

/** Throws Refusal if templates throw, if a path cannot be written, or if two files have one path. */
export async function renderOutdated(
  planned: readonly PlannedFile[],
  staging: Staging,
  rendering: Rendering,
): Promise<RenderedOutputs> {
  const wrong = templatePathProblems(planned);
  if (wrong.length > 0) throw new Refusal(wrong);
  const outputs: Record<string, readonly [string, string]> = {};
  const staged = new Set<string>();
  const { upToDate, deferred, outdated } = sortFiles(planned, rendering.htmlFirst);
  for (const { path, last } of [...upToDate, ...deferred]) {
    const known = last.outputs[path];
    if (known !== undefined) outputs[path] = known;
  }
  for await (const [{ path, key, last }, text] of renderFiles(outdated, rendering)) {
    const bytes = utf8(text);
    const digest = sha256(bytes);
    outputs[path] = [key, digest];
    if (siteHolds(path, digest, last)) continue;
    staging.write(path, bytes);
    staged.add(path);
  }
  return { outputs, staged, deferred: new Set(deferred.map(({ path }) => path)) };
}

interface SortedFiles {
  readonly upToDate: readonly PlannedFile[];
  readonly deferred: readonly PlannedFile[];
  readonly outdated: readonly PlannedFile[];
}

/** What becomes of each planned file. Only a file that the site certainly holds can be deferred. */
function sortFiles(planned: readonly PlannedFile[], htmlFirst: boolean): SortedFiles {
  const sorted = { upToDate: [] as PlannedFile[], deferred: [] as PlannedFile[], outdated: [] as PlannedFile[] };
  for (const file of planned) {
    const { path, last } = file;
    if (isUpToDate(file)) sorted.upToDate.push(file);
    else if (htmlFirst && last.outputsKnown && last.outputs[path] !== undefined && !path.endsWith(".html"))
      sorted.deferred.push(file);
    else sorted.outdated.push(file);
  }
  return sorted;
}

/** Gives each file with its text, as it is rendered. */
async function* renderFiles(
  files: readonly PlannedFile[],
  { engine }: Rendering,
): AsyncGenerator<readonly [PlannedFile, string]> {
  const problems: Problem[] = [];
  if (engine === "eleventy" && files.length > 0) {
    const { printWithEleventy } = await import("./eleventy.ts");
    yield* await printWithEleventy(files, (file) => printOrReport(file, problems));
  } else
    for (const file of files) {
      const text = printOrReport(file, problems);
      if (text !== undefined) yield [file, text];
    }
  if (problems.length > 0) throw new Refusal(oneEach(problems));
}

/**
 * The text of a file; undefined, with a problem more, if its template throws. An error of the disk is thrown, except where a template of
 * the archive looks for a file that is not there.
 */
function printOrReport({ print, template }: PlannedFile, problems: Problem[]): string | undefined {
  try {
    return print();
  } catch (error) {
    const code = codeOf(error);
    if (code !== "" && !(code === "ENOENT" && template.shown.startsWith("templates/"))) throw error;
    problems.push(templateProblem(error, template, "print"));
    return undefined;
  }
}
