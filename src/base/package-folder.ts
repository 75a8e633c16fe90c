/** Where this program lies: its `templates/`, its `public/`, and what of it is started by itself, compiled or as it was written. */
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const here = import.meta.filename;

/** Absolute. */
export const packageFolder = above(here);

function above(file: string): string {
  const folder = path.dirname(file);
  return fs.existsSync(path.join(folder, "package.json")) ? folder : above(folder);
}

/** Where this program is compiled: the file that says from what, written once with it. */
export const compiledFrom = here.endsWith(".ts") ? undefined : path.join(packageFolder, "dist", "made-from.json");

/** A thread or a process to start, by its path from this program's folder. Compiled, where this program is. */
export const startFile = (file: `src/${string}.ts`): URL =>
  pathToFileURL(
    compiledFrom === undefined
      ? path.join(packageFolder, file)
      : path.join(packageFolder, "dist", file.replace(/\.ts$/, ".cjs")),
  );
