/**
 * From this module to the places of the program: its folder with `public/` and `fonts/`, its modules that are found by
 * their paths, and its version.
 */
import fs from "node:fs";
import path from "node:path";

const here = import.meta.filename;

/** Absolute; it holds `public/` and `fonts/`; in a checkout also the sources. */
export const packageFolder = above(here);

function above(file: string): string {
  const folder = path.dirname(file);
  return fs.existsSync(path.join(folder, "package.json")) ? folder : above(folder);
}

/** The file `dist/made-from.json`, which says from which sources the program was compiled; undefined where the sources themselves run. */
export const compiledFrom = here.endsWith(".ts") ? undefined : path.join(packageFolder, "dist", "made-from.json");

/** The absolute path of a module that is found by its path: a thread, a process, the words of a language, the script and the style sheet of the pages. */
export const modulePath = (file: `src/${string}.${"ts" | "css"}`): string =>
  compiledFrom === undefined
    ? path.join(packageFolder, file)
    : path.join(packageFolder, "dist", file.replace(/\.ts$/, ".js"));

/** The version that the package's manifest names: `1.2.3`. */
export const packageVersion = (): string =>
  (JSON.parse(fs.readFileSync(path.join(packageFolder, "package.json"), "utf8")) as { version: string }).version;
