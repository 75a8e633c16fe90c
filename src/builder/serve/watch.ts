/**
 * Turns changes below some folders into calls. It watches folders, not files: an archive has many files. It follows links: a change in what
 * a link leads to is a change of the link.
 */
import fs from "node:fs";
import path from "node:path";
import { isLeftover } from "../../archive/leftover-names.ts";

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
    if (event === "rename" && (watchers.has(file) || isFolder(file) || isLink(file))) moved = true;
    // A link may lead elsewhere now.
    if (event === "rename" && isLink(file))
      for (const at of [...watchers.keys()]) if (at === file || at.startsWith(file + path.sep)) forget(at);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const files = changed;
      changed = new Set();
      if (moved) addFolders();
      moved = false;
      onChange(files);
    }, quiet);
  };
  /** `at`: the path under which the watch is known, the folder's own or that of a link. */
  const add = (
    folder: string,
    relevant: (name: string) => boolean,
    at = folder,
    fileOf = (name: string) => path.join(folder, name),
  ) => {
    if (watchers.has(at)) return;
    try {
      const watcher = fs.watch(folder, (event, name) => {
        if (name !== null && relevant(name)) noticed(fileOf(name), event);
      });
      watcher.on("error", () => forget(at));
      watchers.set(at, watcher);
    } catch {
      // It went since it was listed: the folder above it reports that.
    }
  };
  /** Editors write a new file in the place of the old one: so the folder of what a link leads to is watched. */
  const addLinked = (link: string) => {
    const real = realpath(link);
    if (real === undefined) return;
    const name = path.basename(real);
    add(
      path.dirname(real),
      (changed) => changed === name,
      link,
      () => link,
    );
  };
  const addFolders = () => {
    for (const folder of watchers.keys()) if (!fs.existsSync(folder)) forget(folder);
    add(root, (name) => names.includes(name));
    for (const name of names)
      if (fs.existsSync(path.join(root, name)))
        for (const { at, isLinkedFile } of watchable(path.join(root, name), new Set()))
          if (isLinkedFile) addLinked(at);
          else add(at, (name) => !isPassing(name));
  };

  addFolders();
  return {
    close() {
      clearTimeout(timer);
      for (const folder of [...watchers.keys()]) forget(folder);
    },
  };
}

/**
 * A folder with all folders and links to files below it, through links to folders too. `above`: the real paths of the folders around it,
 * so that a link to one of them ends there.
 */
function* watchable(
  folder: string,
  above: ReadonlySet<string>,
): Generator<{ readonly at: string; readonly isLinkedFile: boolean }> {
  const real = realpath(folder);
  if (real === undefined || above.has(real)) return;
  yield { at: folder, isLinkedFile: false };
  const around = new Set([...above, real]);
  for (const found of list(folder)) {
    if (isPassing(found.name)) continue;
    const at = path.join(folder, found.name);
    if (found.isDirectory()) yield* watchable(at, around);
    else if (!found.isSymbolicLink()) continue;
    else if (isFolder(at)) yield* watchable(at, around);
    else yield { at, isLinkedFile: true };
  }
}

/** What editors and this program write for a moment. */
const isPassing = (name: string): boolean => name === ".afterlive" || isLeftover(name);

const isLink = (file: string): boolean => fs.lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;

function realpath(file: string): string | undefined {
  try {
    return fs.realpathSync(file);
  } catch {
    return undefined;
  }
}

const isFolder = (file: string): boolean => fs.statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;

function list(folder: string): readonly fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
