/** Tells the folders of an archive from other folders. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { statsAt } from "../../base/stats-at.ts";

/** True for a folder that holds an archive: it has a folder `content/`. */
export const isArchive = (root: string): boolean => statsAt(join(root, "content"))?.isDirectory() === true;

/** True for `content/` of an archive and for a live page's folder in it: what lies there was imported already. */
export function holdsLivePages(folder: string): boolean {
  if (existsSync(join(folder, "archive.md")) || hasCaptures(folder)) return true;
  return readdirSync(folder, { withFileTypes: true }).some(
    (entry) => entry.isDirectory() && hasCaptures(join(folder, entry.name)),
  );
}

const hasCaptures = (folder: string): boolean => existsSync(join(folder, "captures", "captures.yaml"));
