/** From the list of changes that a caller asks for to writes and removals that do not contradict each other. */
import { Failure } from "../failure.ts";
import { checkPath, type Disk } from "./paths.ts";

/**
 * `bytes`: a file is written from memory; `copy`: as a copy of another file, an absolute path, with the permissions of a new file;
 * `move`: a file or a whole folder is moved from a stage, the absolute path of something below a `newStage`; `remove`: a file is removed.
 * A moved folder holds no links, and nothing stands where it goes. `path` is relative to the folder, with "/" between names.
 */
export type Change = Write | { readonly path: string; readonly remove: true };

export type Write =
  | { readonly path: string; readonly bytes: Uint8Array | string }
  | { readonly path: string; readonly copy: string }
  | { readonly path: string; readonly move: string };

export interface SortedChanges {
  /** By the disk's key. */
  readonly writes: ReadonlyMap<string, Write>;
  readonly removals: ReadonlyMap<string, string>;
}

/** Writes and removals apart; throws Failure for a bad path and for changes that contradict each other. */
export function sortChanges(disk: Disk, changes: readonly Change[]): SortedChanges {
  const writes = new Map<string, Write>();
  const removals = new Map<string, string>();
  const seen = new Set<string>();
  for (const change of changes) {
    checkPath(change.path);
    if (seen.has(change.path)) {
      throw new Failure(`Cannot change "${change.path}" twice in one step`, "Ask for each file once");
    }
    seen.add(change.path);
    const key = disk.key(change.path);
    if ("remove" in change) {
      removals.set(key, change.path);
      continue;
    }
    const other = writes.get(key);
    if (other !== undefined) {
      throw new Failure(
        `Cannot write both "${other.path}" and "${change.path}": this disk takes them for the same file`,
        "Give them names that differ in more than capitals",
      );
    }
    writes.set(key, change);
  }
  for (const [key, { path }] of writes) {
    for (let end = key.lastIndexOf("/"); end > 0; end = key.lastIndexOf("/", end - 1)) {
      const above = writes.get(key.slice(0, end));
      if (above !== undefined && "move" in above) {
        throw new Failure(
          `Cannot write both "${above.path}" and "${path}": "${above.path}" is moved there as one`,
          "Put everything below it into what is moved, or move its parts one by one",
        );
      }
      if (above !== undefined) {
        throw new Failure(
          `Cannot write both "${above.path}" and "${path}": "${above.path}" would have to be a file and a folder`,
          "Choose another name for one of them",
        );
      }
    }
  }
  return { writes, removals };
}
