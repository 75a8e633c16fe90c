/** Turns the package's `public/` and the archive's own into the list of files that a site copies as they are. */
import path from "node:path";
import { isSettled, signatureOf } from "../../archive/read/stat-signature.ts";
import { packageFolder } from "../../base/package-folder.ts";
import { statsAt } from "../../base/stats-at.ts";
import { fileProblem, Refusal } from "../../model/problem.ts";
import { isCardPath } from "../../site/cards/card.ts";
import { filesBelow, isLitter } from "../output/files-below.ts";

export interface StaticFile {
  /** From the site's root. */
  readonly path: string;
  /** Absolute: the file to copy. */
  readonly copy: string;
  /** Its size and times; "" if it changed too recently to be known again by them; undefined if it is no file. */
  readonly mark: string | undefined;
}

/** Sorted by path. A file of the archive replaces the package's file of the same name. `now`: milliseconds since 1970. */
export function findStaticFiles(root: string, now: number): readonly StaticFile[] {
  const files = new Map<string, StaticFile>();
  for (const folder of new Set([path.join(packageFolder, "public"), sourceFolder(root, "public")]))
    for (const name of filesBelow(folder)) {
      if (isLitter(name)) continue;
      const copy = path.join(folder, name);
      const stats = statsAt(copy);
      const mark = stats?.isFile() !== true ? undefined : isSettled(stats, now) ? signatureOf(stats) : "";
      files.set(name, { path: name, copy, mark });
    }
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A folder beside `content/`, which need not exist. Throws Refusal where something else is in its place. */
export function sourceFolder(root: string, name: "public" | "templates"): string {
  const folder = path.join(root, name);
  if (statsAt(folder)?.isDirectory() !== false) return folder;
  const message = `Cannot read "${name}": expected a folder`;
  throw new Refusal([
    fileProblem(name, message, "Move away what is there; make a folder in its place if you need one"),
  ]);
}

/** The paths of static files that replace generated ones: cards, `robots.txt` and `style.css`. */
export const replacedFiles = (files: readonly StaticFile[]): ReadonlySet<string> =>
  new Set(files.flatMap(({ path, mark }) => (mark !== undefined && isGenerated(path) ? [path] : [])));

const isGenerated = (path: string): boolean => isCardPath(path) || path === "robots.txt" || path === "style.css";

/** Changes with the names and the marks; "" if one of the files may not be known again. */
export const staticFilesMark = (files: readonly StaticFile[]): string =>
  files.some(({ mark }) => mark === undefined || mark === "")
    ? ""
    : JSON.stringify(files.map(({ copy, mark }) => [copy, mark]));
