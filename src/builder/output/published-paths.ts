/** Turns the list of published paths into problems for those that the new site would lack: a permalink never breaks. */
import { fileProblem, type Problem } from "../../model/problem.ts";
import { isCardPath } from "../../site/cards/card.ts";
import { isInFolder } from "./files-below.ts";

/** `wanted`: what the build made; `removed`: what it removes. Other files of the site stay. */
export function lostPublications(
  published: readonly string[],
  site: { readonly out: string; readonly wanted: ReadonlySet<string>; readonly removed: ReadonlySet<string> },
): readonly Problem[] {
  const { out, wanted, removed } = site;
  const gone = published.filter((file) => {
    if (file.startsWith("pictures/") || isCardPath(file) || wanted.has(file)) return false;
    return removed.has(file) || !isInFolder(out, file);
  });
  if (gone.length === 0) return [];
  const shown = gone.slice(0, 10).map((file) => `"${file}"`);
  const more = gone.length > shown.length ? ` and ${gone.length - shown.length} more` : "";
  const message = `Cannot let published pages vanish: this build has no ${shown.join(", ")}${more}`;
  const hint =
    'Bring back the post or file, give it the id it had, or remove its "draft: true". Only if its address may break for ever, remove its line from content/published.txt';
  return [fileProblem("content/published.txt", message, hint)];
}
