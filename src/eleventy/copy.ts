/**
 * Copies the files of live pages that no template prints into a site. Eleventy's own passthrough copy takes names such as
 * `tea[1].jpg` for patterns, and watches each file.
 */
import fs from "node:fs";
import path from "node:path";

export interface CopiedFile {
  /** From the folder that is copied into. */
  readonly path: string;
  /** Absolute: the file to copy. */
  readonly copy: string;
}

/** Files that are there already, by size and time, stay. */
export function copyInto(folder: string, files: readonly CopiedFile[]): void {
  for (const { path: file, copy } of files) {
    const target = path.join(folder, file);
    const [source, there] = [fs.statSync(copy), fs.statSync(target, { throwIfNoEntry: false })];
    if (there?.size === source.size && there.mtimeMs === source.mtimeMs) continue;
    fs.cpSync(copy, target, { dereference: true, preserveTimestamps: true, mode: fs.constants.COPYFILE_FICLONE });
  }
}
