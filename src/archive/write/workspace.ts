/**
 * A live page's folder -> a copy of it that takes the changes of one capture after the other, and gives all of them as one set. So an
 * import of several captures is written whole or not at all.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { makeTemporaryFolder } from "../../base/temporary-folder.ts";
import type { Change } from "../../base/transaction/transaction.ts";

export interface Workspace {
  /** The root of the copy: the archive as the next capture finds it. */
  readonly root: string;
  /** Makes the changes of one capture in the copy. */
  apply(changes: readonly Change[]): void;
  /** All changes so far: of each file the last one. */
  changes(): readonly Change[];
  /** Removes the copy. */
  close(): void;
}

const prefix = "importing-";

/**
 * Copies what an import reads of `content/<slug>/`. The copy lies in `root/.afterlive/`, from which the copies of killed imports are
 * removed. With `dryRun` nothing is written in the archive: the copy lies in the system's folder for temporary files, from which those of killed runs go as well.
 */
export function openWorkspace(root: string, slug: string, dryRun: boolean): Workspace {
  const own = path.join(root, ".afterlive");
  if (!dryRun) {
    mkdirSync(own, { recursive: true });
    for (const name of readdirSync(own)) if (name.startsWith(prefix)) removeAll(path.join(own, name));
  }
  const copy = dryRun ? makeTemporaryFolder("importing") : mkdtempSync(path.join(own, prefix));
  copyPage(path.join(root, "content", slug), path.join(copy, "content", slug));
  const applied = new Map<string, Change>();
  return {
    root: copy,
    apply(changes) {
      for (const change of changes) {
        const file = path.join(copy, change.path);
        mkdirSync(path.dirname(file), { recursive: true });
        if ("remove" in change) removeAll(file);
        else writeFileSync(file, "bytes" in change && isText(change.path) ? change.bytes : "");
        applied.set(change.path, change);
      }
    },
    changes: () => [...applied.values()],
    close: () => removeAll(copy),
  };
}

const removeAll = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** An import reads only texts; of pictures and captures it asks whether they are there. */
const isText = (name: string): boolean => /\.(?:md|yaml|json)$/.test(name);

/** Copies texts, and makes an empty file for each other file. Links are followed. */
function copyPage(from: string, to: string): void {
  if (statSync(from, { throwIfNoEntry: false })?.isDirectory() !== true) return;
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from)) {
    const [source, target] = [path.join(from, entry), path.join(to, entry)];
    const stats = statSync(source, { throwIfNoEntry: false });
    if (stats?.isDirectory()) copyPage(source, target);
    else if (stats?.isFile() && isText(entry)) cpSync(source, target, { dereference: true });
    else writeFileSync(target, "");
  }
}
