/**
 * A live page's folder -> a copy of it in which the captures of one import are laid one after the other; what that changes is handed
 * back as one change of the archive. So an import of several captures is written whole or not at all.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Change } from "../../base/transaction/transaction.ts";

export interface Workspace {
  /** The archive's root as the next capture finds it. */
  readonly root: string;
  /** Lays what one capture writes. */
  lay(changes: readonly Change[]): void;
  /** All that was laid: of each file the last bytes. */
  changes(): readonly Change[];
  close(): void;
}

const prefix = "importing-";

/**
 * Copies what an import reads of `content/<slug>/` in `root`. `dryRun` says that nothing may be written in the archive: the copy then
 * lies in the system's folder for such things, else in `root/.afterlive/`, where what a killed import left is removed.
 */
export function openWorkspace(root: string, slug: string, dryRun: boolean): Workspace {
  const own = path.join(root, ".afterlive");
  if (!dryRun) {
    mkdirSync(own, { recursive: true });
    for (const name of readdirSync(own)) if (name.startsWith(prefix)) removeAll(path.join(own, name));
  }
  const copy = mkdtempSync(path.join(dryRun ? tmpdir() : own, prefix));
  copyPage(path.join(root, "content", slug), path.join(copy, "content", slug));
  const laid = new Map<string, Change>();
  return {
    root: copy,
    lay(changes) {
      for (const change of changes) {
        const file = path.join(copy, change.path);
        mkdirSync(path.dirname(file), { recursive: true });
        if ("remove" in change) removeAll(file);
        else writeFileSync(file, "bytes" in change && isText(change.path) ? change.bytes : "");
        laid.set(change.path, change);
      }
    },
    changes: () => [...laid.values()],
    close: () => removeAll(copy),
  };
}

const removeAll = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** Of pictures and captures an import asks no more than whether they are there. */
const isText = (name: string): boolean => /\.(?:md|yaml|json)$/.test(name);

/** Texts as they are, with links followed; of all else the names. */
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
