/** A folder of a cache -> the same folder with a `.gitignore` in it that names all of it, so that Git never takes it up. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Makes the folder if need be. Where it cannot be written to, it says nothing: what writes the cache does. */
export function keepOutOfGit(folder: string): void {
  const file = join(folder, ".gitignore");
  try {
    if (existsSync(file)) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, "*\n");
  } catch {
    // The first file of the cache will tell what is wrong.
  }
}
