/** Lists what lies in a folder. */
import fs from "node:fs";
import path from "node:path";
import { isLeftover } from "../../archive/leftover-names.ts";

/**
 * The path of each file and link below a folder, relative to it with "/" between names, sorted; none if there is no folder.
 * `except` names a file or folder that is left out.
 */
export function filesBelow(folder: string, except?: string): readonly string[] {
  const found: string[] = [];
  const walk = (below: string) => {
    for (const entry of fs.readdirSync(path.join(folder, below), { withFileTypes: true })) {
      const name = below === "" ? entry.name : `${below}/${entry.name}`;
      if (name === except) continue;
      if (entry.isDirectory()) walk(name);
      else found.push(name);
    }
  };
  if (fs.existsSync(folder)) walk("");
  return found.sort();
}

/** Whether a folder holds anything at a path, a broken link too. */
export const isInFolder = (folder: string, file: string): boolean =>
  fs.lstatSync(path.join(folder, file), { throwIfNoEntry: false }) !== undefined;

/** What editors and operating systems put into folders by themselves. */
export const isLitter = (file: string): boolean => isLeftover(path.posix.basename(file));
