/** From `content/published.txt` to the paths of all editions of an archive, sorted, one a line, and back. The list only grows. */
import { join } from "node:path";
import { statsAt } from "../base/stats-at.ts";
import { type Change, commit, withLock } from "../base/transaction/transaction.ts";
import { type Problem, Refusal } from "../model/problem.ts";
import { readText } from "./read/files.ts";

export const publishedFile = "content/published.txt";

/** Paths in the site, such as `state-visit/index.html`: POSIX, relative, no step up, no markers of a Git conflict. */
const isPath = (line: string): boolean =>
  line.length <= 1024 &&
  !/[\p{Cc}\\<>]|^=+$/u.test(line) &&
  line === line.trim() &&
  line.split("/").every((part) => part !== "" && part !== "." && part !== "..");

/** The paths of the list, sorted, and a warning for each line that is no path. */
export function parsePublished(text: string): { paths: readonly string[]; problems: readonly Problem[] } {
  const paths = new Set<string>();
  const problems: Problem[] = [];
  for (const [index, raw] of text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .entries()) {
    const line = raw.replace(/\r$/, "");
    if (line.trim() === "") continue;
    if (isPath(line)) paths.add(line);
    else {
      const message = `Cannot read a published path: expected one such as "state-visit/index.html", got ${JSON.stringify(line.slice(0, 80))}`;
      const hint = "Remove the line, or undo the change to this file: deploy writes it";
      problems.push({ severity: "warning", file: publishedFile, line: index + 1, column: 1, message, hint });
    }
  }
  return { paths: [...paths].sort(), problems };
}

/** The list of an archive; empty where nothing was published. Throws a Refusal for one that cannot be read. */
export function readPublished(root: string): readonly string[] {
  const { paths, problems } = readPublishedFile(root);
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Refusal(errors);
  return paths;
}

/** As `readPublished`, with its problems: a list that cannot be read is one of them. */
export function readPublishedFile(root: string): { paths: readonly string[]; problems: readonly Problem[] } {
  if (statsAt(join(root, publishedFile)) === undefined) return { paths: [], problems: [] };
  const read = readText(root, publishedFile, Number.POSITIVE_INFINITY);
  return "problem" in read ? { paths: [], problems: [read.problem] } : parsePublished(read.text);
}

/** The list with more paths; no path is ever removed. Throws TypeError for text that is no path. */
export function publishedChange(root: string, paths: readonly string[]): Change {
  const wrong = paths.find((path) => !isPath(path));
  if (wrong !== undefined) throw new TypeError(`Cannot record a published path: ${JSON.stringify(wrong)}`);
  const all = [...new Set([...readPublished(root), ...paths])].sort();
  return { path: publishedFile, bytes: all.map((path) => `${path}\n`).join("") };
}

/**
 * Adds paths to the list, in a transaction of its own, and gives those that are new. Writes nothing, and takes no lock, where the list has
 * all of them. Throws Busy while another process holds the archive.
 */
export async function recordPublished(root: string, paths: readonly string[]): Promise<readonly string[]> {
  const unknown = () => {
    const known = new Set(readPublished(root));
    return paths.filter((path) => !known.has(path));
  };
  if (unknown().length === 0) return [];
  return await withLock(root, () => {
    const added = unknown();
    if (added.length > 0) commit(root, [publishedChange(root, added)]);
    return added;
  });
}
