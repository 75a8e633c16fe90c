/** Decides whether a folder may be built into: not if it holds the archive, its sources or the caches. */
import fs from "node:fs";
import path from "node:path";
import { fileProblem, Refusal } from "../../model/problem.ts";
import { realpath } from "../cache/build-cache.ts";

/** Throws Refusal for a folder in which a site would be in the way of the archive. */
export function checkOut(root: string, cache: string, out: string): void {
  const [top, kept, target] = [root, cache, out].map(realpath) as [string, string, string];
  if (fs.existsSync(target) && !fs.statSync(target).isDirectory())
    throw refusal(out, `Cannot build into "${out}": it is a file`, "Name a folder with --out");
  const inside = (folder: string, file: string) => file === folder || file.startsWith(path.join(folder, path.sep));
  if (inside(target, top))
    throw refusal(
      out,
      `Cannot build into "${out}": the archive itself lies there`,
      "Name a folder of its own with --out; the default is ROOT/_site",
    );
  for (const name of ["content", "templates", "public"])
    if (inside(path.join(top, name), target))
      throw refusal(
        out,
        `Cannot build into "${out}": it lies in "${name}/", which is read`,
        "Name a folder beside it with --out",
      );
  if (target === kept || inside(path.join(kept, "pictures"), target) || inside(path.join(kept, "plans"), target))
    throw refusal(out, `Cannot build into "${out}": the cache lies there`, "Name another folder with --out");
}

/** A refusal that names one file or folder. */
export const refusal = (file: string, message: string, hint: string): Refusal =>
  new Refusal([fileProblem(file, message, hint)]);
