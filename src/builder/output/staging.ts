/** Writes rendered files into a folder beside the site, so that a build need not hold all of them in memory. */
import fs from "node:fs";
import path from "node:path";

export interface Staging {
  /** Absolute. */
  readonly folder: string;
  write(file: string, bytes: Uint8Array): void;
}

/** `folder` (absolute) exists. Several threads may stage into it, each with a staging of its own. */
export function stagingIn(folder: string): Staging {
  const made = new Set<string>();
  const make = (below: string): void => {
    if (below === "." || made.has(below)) return;
    make(path.posix.dirname(below));
    try {
      fs.mkdirSync(path.join(folder, below));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    made.add(below);
  };
  return {
    folder,
    write(file, bytes) {
      make(path.posix.dirname(file));
      fs.writeFileSync(path.join(folder, file), bytes);
    },
  };
}
