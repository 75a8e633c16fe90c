/** The steps of a change, as plain data: what is removed and what is put where, in which order. The journal keeps them as JSON. */
import type { Stats } from "node:fs";

/** What a file was when the plan was made: its size in bytes and the time of its last change in milliseconds; null if it did not exist. */
export type FileStamp = readonly [size: number, changed: number] | null;

export const stampOf = (stats: Stats): FileStamp => [stats.size, stats.mtimeMs];

/** In the order in which they are done. */
export interface Steps<P extends Destination = Placement> {
  /** Files that go first, because a folder is to take their place, or because they lie in a folder that is to become a file. */
  readonly cleared: readonly Removal[];
  /** Then the folders that are to become files, deepest first. */
  readonly clearedFolders: readonly string[];
  /** What is put in its place, in the order in which it was asked for: files, and whole new folders. */
  readonly placed: readonly P[];
  /** Files that go last: what leads to a file goes before the file does. */
  readonly dropped: readonly Removal[];
  /** Folders that go if nothing is left in them, deepest first. */
  readonly emptied: readonly string[];
}

export type Removal = readonly [path: string, was: FileStamp];

/** Where something is put. `formerly`: its present name in other capitals, on a disk that takes the two names for one. */
export type Destination = { readonly path: string; readonly was: FileStamp; readonly formerly?: string };

/** `from`: where it lies ready, relative to our own folder. */
export type Placement = Destination & { readonly from: string };
