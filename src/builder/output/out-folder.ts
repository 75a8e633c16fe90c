/** Decides whether a folder may hold a site, or the cache: not if it holds the archive or lies in its sources. */
import path from "node:path";
import { statsAt } from "../../base/stats-at.ts";
import { fileProblem, Refusal } from "../../model/problem.ts";
import { realpath } from "../cache/build-cache.ts";

/** Throws Refusal for a site or a cache that would be in the way of the archive, and for a site in the way of the cache. */
export function checkOut(root: string, cache: string, out: string): void {
  const [top, kept, target] = [root, cache, out].map(realpath) as [string, string, string];
  const wrongOut = whyInTheWay(top, target);
  if (wrongOut !== undefined)
    throw refusal(
      out,
      `Cannot build into "${out}": ${wrongOut}`,
      "Name a folder of its own with --out; the default is ROOT/_site",
    );
  const wrongCache = whyInTheWay(top, kept);
  if (wrongCache !== undefined)
    throw refusal(
      cache,
      `Cannot keep the cache in "${cache}": ${wrongCache}`,
      "Name a folder of its own with --cache; the default is ROOT/.afterlive",
    );
  if (target === kept || isInside(path.join(kept, "pictures"), target) || isInside(path.join(kept, "plans"), target))
    throw refusal(out, `Cannot build into "${out}": the cache lies there`, "Name another folder with --out");
}

/** Why no folder that is written may have this place; undefined where it may. Both paths are real. */
export function whyInTheWay(root: string, folder: string): string | undefined {
  if (statsAt(folder)?.isDirectory() === false) return "it is a file";
  if (isInside(folder, root)) return "the archive itself lies there";
  const source = ["content", "templates", "public"].find((name) => isInside(path.join(root, name), folder));
  return source === undefined ? undefined : `it lies in "${source}/", which is read`;
}

const isInside = (folder: string, file: string): boolean =>
  file === folder || file.startsWith(path.join(folder, path.sep));

/** A refusal that names one file or folder. */
export const refusal = (file: string, message: string, hint: string): Refusal =>
  new Refusal([fileProblem(file, message, hint)]);
