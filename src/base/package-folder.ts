/**
 * From this module to the places of the program: its folder with `templates/` and `public/`, and the files that run as threads or
 * processes.
 */
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

/** The file `dist/made-from.json`, which says from which sources the program was compiled; undefined where the sources themselves run. */
export const compiledFrom = here.endsWith(".ts") ? undefined : path.join(packageFolder, "dist", "made-from.json");

/** The file to start as a thread or a process, by its path in this program's folder; its compiled form where the program is compiled. */
export const startFile = (file: `src/${string}.ts`): URL =>
  pathToFileURL(
    compiledFrom === undefined
      ? path.join(packageFolder, file)
      : path.join(packageFolder, "dist", file.replace(/\.ts$/, ".cjs")),
  );
