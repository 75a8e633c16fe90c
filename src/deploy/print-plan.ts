/** From a plan to text, for `--dry-run`. */
import type { DeployPlan } from "./contract.ts";
import { countChanges } from "./difference.ts";

/** This many paths of each kind are named; the others are counted. */
const named = 20;

/** Several lines, each with its line end. */
export function printPlan({ target, shown, edition, difference, steps }: DeployPlan): string {
  const size = edition.files.reduce((sum, file) => sum + file.size, 0);
  const lines = [
    `Edition ${edition.id} (${edition.files.length} files, ${size} bytes) to ${target} "${shown}"`,
    countChanges(difference),
    ...list("+", difference.added),
    ...list("~", difference.changed),
    ...list("-", difference.removed),
    ...(steps.length === 0 ? ["Nothing to do: this edition is there already"] : ["Steps:"]),
    ...steps.map((step, index) => `  ${index + 1}. ${step}`),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function list(sign: string, paths: readonly string[]): readonly string[] {
  const lines = paths.slice(0, named).map((path) => `  ${sign} ${path}`);
  return paths.length > named ? [...lines, `  ${sign} and ${paths.length - named} more`] : lines;
}
