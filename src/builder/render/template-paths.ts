/** From the paths that templates give their pages to what is wrong with them: no path of a site, or two pages with one. */
import { fileProblem, type Problem } from "../../model/problem.ts";
import { isPagePath } from "../output/output-paths.ts";
import type { LoadedTemplate } from "./templates.ts";

export interface TemplatePath {
  readonly path: string;
  readonly template: Pick<LoadedTemplate, "shown">;
}

/** Each template decides on its paths: two that claim one path are a mistake in the second. */
export function templatePathProblems(planned: readonly TemplatePath[]): readonly Problem[] {
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

/** A template that fails on one post mostly fails on all. */
export const oneEach = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
];

const noPath = (file: string, at: string): Problem =>
  fileProblem(
    file,
    `Cannot write "${at}": expected a path such as "state-visit/index.html"`,
    'Let `path` give names of a-z, 0-9, "-", "_" and "." with "/" between them',
  );

const clash = (file: string, owner: string, at: string): Problem =>
  fileProblem(
    file,
    `Cannot write "${at}" twice: ${owner === file ? "two of its views have" : `"${owner}" writes it too, and both have`} this path`,
    "Let `path` give each view a path of its own",
  );
