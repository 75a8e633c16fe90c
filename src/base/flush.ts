/** Makes files outlast a power cut. */
import { spawnSync } from "node:child_process";
import { closeSync, fsyncSync, openSync } from "node:fs";

/** Up to so many files an fsync each is cheaper than flushing the whole disk, on which others may be writing. */
const few = 32;

/**
 * Returns when all the files, and the lists of names of the folders, are on the disk. `disk` is a folder on that disk.
 *
 * Measured on ext4: an fsync for each of 50,000 files takes many seconds, `sync -f` (one syncfs(2) for the whole disk) half a
 * second. Node has no call for it, hence the program; where that is missing (macOS, Windows, some small systems) each file is flushed.
 */
export function flush(disk: string, files: readonly string[], folders: Iterable<string>): void {
  if (files.length > few && process.platform === "linux") {
    const { status } = spawnSync("sync", ["-f", disk], { stdio: "ignore" });
    if (status === 0) return;
  }
  const windows = process.platform === "win32";
  for (const file of files) flushOne(file, windows ? "r+" : "r");
  // Windows cannot flush a folder and needs none of it.
  if (!windows) for (const folder of folders) flushOne(folder, "r");
}

function flushOne(path: string, flags: string): void {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
