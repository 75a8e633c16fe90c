/** What tells, without opening a file, that it is the one that was read before: its size and the times of its last changes. */
import { type Stats, statSync } from "node:fs";

/** Equal marks, equal file, as far as a file system can tell; "" is equal to nothing. */
export type FileMark = string;

/**
 * Size, milliseconds of the change of the bytes and of the change of the entry, and the file's number: files that were written
 * in one tick of the clock change places, with their folders, without any change of their own.
 */
export const markOf = (stats: Stats): FileMark => `${stats.size} ${stats.mtimeMs} ${stats.ctimeMs} ${stats.ino}`;

/** The mark of a file, or "" where there is none. Links are followed. */
export function markAt(path: string): FileMark {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? "" : markOf(stats);
}

/** As `markAt`, for what is to be known again: what changed just before `now` gets a mark that it never has again. */
export function steadyMarkAt(path: string, now: number): FileMark {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return "";
  return isSettled(stats, now) ? markOf(stats) : `${markOf(stats)} at ${now}`;
}

/**
 * Whether a file that was read at `now` (milliseconds since 1970) may be known again by its mark. A file that changed a
 * moment ago may change once more within the same tick of its disk's clock, and would look the same.
 */
export function isSettled({ mtimeMs, ctimeMs }: Stats, now: number): boolean {
  const changed = Math.max(mtimeMs, ctimeMs);
  // Whole seconds are what a disk with a coarse clock writes.
  return now - changed > (changed % 1000 === 0 ? 2000 : 50);
}
