/** Turns changes below some folders into calls where the system gives no file events: it looks at each file every second. */
import fs from "node:fs";
import path from "node:path";
import { statsAt } from "../../base/stats-at.ts";
import { isPassing, walkFolders } from "./watched-folders.ts";

/** Milliseconds between two looks. */
const between = 1000;

/** Calls `noticed` with the absolute paths that changed, came or went. Gives what ends it. */
export function pollFolders(
  folders: () => readonly string[],
  noticed: (files: ReadonlySet<string>) => void,
): () => void {
  let last = lookAtAll(folders());
  const timer = setInterval(() => {
    const now = lookAtAll(folders());
    const changed = [...new Set([...last.keys(), ...now.keys()])].filter((file) => last.get(file) !== now.get(file));
    last = now;
    if (changed.length > 0) noticed(new Set(changed));
  }, between);
  return () => clearInterval(timer);
}

/** Size, times and number of each file, by its absolute path. */
function lookAtAll(folders: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const folder of folders)
    for (const { name } of walkFolders(folder)) {
      for (const entry of list(name)) {
        if (isPassing(entry)) continue;
        const file = path.join(name, entry);
        found.set(file, markOf(statsAt(file)));
      }
    }
  return found;
}

function markOf(stats: fs.Stats | undefined): string {
  if (stats === undefined) return "a link that leads nowhere";
  return stats.isDirectory() ? "folder" : `${stats.size} ${stats.mtimeMs} ${stats.ctimeMs} ${stats.ino}`;
}

function list(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}

/**
 * Why the disk of a folder tells of no changes; undefined for one that does. Changes that another machine makes on a network disk, or the
 * host of a container on a shared folder, give no events here.
 */
export function silentDisk(folder: string): string | undefined {
  try {
    return disks.get(fs.statfsSync(folder).type);
  } catch {
    return undefined;
  }
}

/** By the numbers of Linux. */
const disks: ReadonlyMap<number, string> = new Map([
  [0x6969, "a network disk (NFS)"],
  [0x517b, "a network disk (SMB)"],
  [0xfe534d42, "a network disk (SMB)"],
  [0xff534d42, "a network disk (SMB)"],
  [0x01021997, "a folder that is shared with another system (9P)"],
  [0x65735546, "a folder that is shared with another system (FUSE)"],
  [0x786f4256, "a folder that is shared with another system (VirtualBox)"],
]);
