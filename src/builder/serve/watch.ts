/** Turns changes below some folders into calls. It watches folders, not files: an archive has many files. */
import fs from "node:fs";
import path from "node:path";

export interface Watch {
  close(): void;
}

/**
 * Calls `onChange` with the absolute paths that changed, once there was no change for `quiet` milliseconds: most saves are one
 * change. `names` are folders below `root`, which may come and go.
 */
export function watchFolders(
  root: string,
  names: readonly string[],
  onChange: (files: ReadonlySet<string>) => void,
  quiet = 4,
): Watch {
  const watchers = new Map<string, fs.FSWatcher>();
  let changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let moved = false;

  const forget = (folder: string) => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const noticed = (file: string, event: string) => {
    changed.add(file);
    // If a folder came or went, there are more folders to watch, or fewer.
    if (event === "rename" && (watchers.has(file) || isFolder(file))) moved = true;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const files = changed;
      changed = new Set();
      if (moved) addFolders();
      moved = false;
      onChange(files);
    }, quiet);
  };
  const add = (folder: string, relevant: (name: string) => boolean) => {
    if (watchers.has(folder)) return;
    try {
      const watcher = fs.watch(folder, (event, name) => {
        if (name !== null && relevant(name)) noticed(path.join(folder, name), event);
      });
      watcher.on("error", () => forget(folder));
      watchers.set(folder, watcher);
    } catch {
      // It went since it was listed: the folder above it reports that.
    }
  };
  const walk = (folder: string) => {
    add(folder, (name) => !passing.test(name));
    for (const found of list(folder))
      if (found.isDirectory() && !passing.test(found.name)) walk(path.join(folder, found.name));
  };
  const addFolders = () => {
    for (const folder of watchers.keys()) if (!fs.existsSync(folder)) forget(folder);
    add(root, (name) => names.includes(name));
    for (const name of names) if (fs.existsSync(path.join(root, name))) walk(path.join(root, name));
  };

  addFolders();
  return {
    close() {
      clearTimeout(timer);
      for (const folder of [...watchers.keys()]) forget(folder);
    },
  };
}

/** The names of files that editors and this program write for a moment. */
const passing = /^(\.afterlive|\.#.*|.*~|.*\.sw[a-z]|4913|\.DS_Store|.*\.tmp)$/;

const isFolder = (file: string): boolean => fs.statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;

function list(folder: string): readonly fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
