/** What lies in a folder, however deep. */
import fs from "node:fs";
import path from "node:path";

/**
 * Every file below a folder, links among them, relative to it with "/" between names, sorted; nothing where there is no
 * folder. `except` names one that is passed by.
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

/** What systems lay into folders unasked. */
export const isLitter = (file: string): boolean => /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/.test(file);
