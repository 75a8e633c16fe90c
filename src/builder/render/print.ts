/** Prints what must be printed, and stages what the site does not hold. */
import { sha256 } from "../../base/digest.ts";
import { utf8 } from "../../base/utf8.ts";
import { type Problem, Refusal } from "../../model/problem.ts";
import type { Site } from "../../site/archive-site.ts";
import { isPagePath } from "../output/output-paths.ts";
import type { Staging } from "../output/staging.ts";
import type { Outputs } from "../state.ts";
import { type LoadedTemplate, templateProblem } from "./templates.ts";
import { holds, isThere, type Planned } from "./up-to-date.ts";

/**
 * Who calls the templates: this program, or Eleventy, which prints the same bytes. Measured for 10,000 posts: Eleventy takes a
 * third longer and a fifth more memory, and a quarter of a second before its first page.
 */
export type Engine = "plan" | "eleventy";

export interface Printed {
  /** Of all planned pages. */
  readonly outputs: Outputs;
  /** The paths that were staged. */
  readonly staged: ReadonlySet<string>;
  /** Those that stay as they were until the next build. */
  readonly late: ReadonlySet<string>;
}

interface Printing {
  readonly site: Site;
  readonly templates: readonly LoadedTemplate[];
  readonly engine: Engine;
  readonly pagesFirst?: boolean;
}

/**
 * `site` holds what `planned` is made of; `pagesFirst`: as in `BuildOptions`. Throws Refusal with what templates threw, and
 * with the paths that cannot be written.
 */
export async function printPlanned(
  planned: readonly Planned[],
  staging: Staging,
  { site, templates, engine, pagesFirst = false }: Printing,
): Promise<Printed> {
  const wrong = pathProblems(planned);
  if (wrong.length > 0) throw new Refusal(wrong);
  const outputs: Record<string, readonly [string, string]> = {};
  const staged = new Set<string>();
  const late = new Set<string>();
  const todo: Planned[] = [];
  for (const page of planned) {
    const known = page.before.outputs[page.path];
    if (known === undefined) todo.push(page);
    else if (isThere(page)) outputs[page.path] = known;
    else if (pagesFirst && page.before.trusted && !page.path.endsWith(".html")) {
      outputs[page.path] = known;
      late.add(page.path);
    } else todo.push(page);
  }
  const settle = ({ path, key, before }: Planned, text: string): void => {
    const bytes = utf8(text);
    const digest = sha256(bytes);
    outputs[path] = [key, digest];
    if (holds(path, digest, before)) return;
    staging.write(path, bytes);
    staged.add(path);
  };
  if (engine === "eleventy" && todo.length > 0) {
    const byPath = new Map(todo.map((page) => [page.path, page]));
    const { renderPages } = await import("./eleventy.ts");
    for (const { path, html } of await renderPages({ site: { ...site, only: new Set(byPath.keys()) }, templates })) {
      const page = byPath.get(path);
      if (page !== undefined) settle(page, html);
    }
  } else {
    const problems: Problem[] = [];
    for (const page of todo) {
      try {
        settle(page, page.print());
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== undefined) throw error;
        problems.push(templateProblem(error, page.template, "print"));
      }
    }
    if (problems.length > 0) throw new Refusal(oneEach(problems));
  }
  return { outputs, staged, late };
}

/** A template that fails on one post mostly fails on all. */
const oneEach = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
];

/** Templates own their routes: two that claim one path are a mistake in the second. */
function pathProblems(planned: readonly Planned[]): readonly Problem[] {
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { path, template } of planned) {
    if (!isPagePath(path)) problems.push(noPath(template.shown, path));
    const owner = owners.get(path);
    if (owner !== undefined) problems.push(clash(template.shown, owner, path));
    owners.set(path, template.shown);
  }
  return oneEach(problems);
}

const noPath = (file: string, at: string): Problem => ({
  severity: "error",
  file,
  line: 0,
  column: 0,
  message: `Cannot write "${at}": expected a path such as "state-visit/index.html"`,
  hint: 'Let `path` give names of a-z, 0-9, "-", "_" and "." with "/" between them',
});

const clash = (file: string, owner: string, at: string): Problem => ({
  severity: "error",
  file,
  line: 0,
  column: 0,
  message: `Cannot write "${at}" twice: ${owner === file ? "two of its views have" : `"${owner}" writes it too, and both have`} this path`,
  hint: "Let `path` give each view a path of its own",
});
