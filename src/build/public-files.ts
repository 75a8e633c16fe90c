/** What is copied as it is: the package's `public/`, each file of which one of the same name in the archive's own replaces. */
import fs from "node:fs";
import path from "node:path";
import { sha256 } from "../base/digest.ts";
import type { Copy } from "./site-input.ts";
import { packageFolder } from "./templates.ts";

/** Sorted by path. */
export function publicFiles(root: string): readonly Copy[] {
  const files = new Map<string, Copy>();
  const folders = new Set([path.join(packageFolder, "public"), path.join(root, "public")]);
  for (const folder of folders)
    for (const name of filesBelow(folder)) {
      if (ignored.test(name)) continue;
      const copy = path.join(folder, name);
      files.set(name, { path: name, copy, digest: () => sha256(fs.readFileSync(copy)), byHand: true });
    }
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Every file below a folder, relative to it with "/" between names, sorted; nothing where there is no folder. */
export function filesBelow(folder: string): readonly string[] {
  const found: string[] = [];
  const walk = (below: string) => {
    for (const entry of fs.readdirSync(path.join(folder, below), { withFileTypes: true })) {
      const name = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) walk(name);
      else found.push(name);
    }
  };
  if (fs.existsSync(folder)) walk("");
  return found.sort();
}

/** What systems lay into folders unasked. */
export const ignored = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/;
