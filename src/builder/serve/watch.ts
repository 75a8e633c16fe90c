/**
 * Turns changes below some folders into calls. It watches folders, not files: an archive has many files. It follows links: a change in what
 * a link leads to is a change of the link.
 */
import fs from "node:fs";
import path from "node:path";
import { codeOf } from "../../base/failure.ts";
import { pollFolders, silentDisk } from "./poll.ts";
import { isFolder, isPassing, walkFolders } from "./watched-folders.ts";

export interface Watch {
  close(): void;
}

export interface WatchOptions {
  /** Absolute paths that changed, once there was no change for a few milliseconds: most saves are one change. */
  readonly onChange: (files: ReadonlySet<string>) => void;
  /** Hears why the system gives no file events: from then on files are looked at every second. */
  readonly onPolling: (why: string) => void;
}

/** Milliseconds. */
const quiet = 4;

/** `names` are folders below `root`, which may come and go. Links to folders and to files are followed. */
export function watchFolders(root: string, names: readonly string[], { onChange, onPolling }: WatchOptions): Watch {
  const watchers = openWatchers((code) => poll(`its watches are used up (${code})`));
  let changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let moved = false;
  let endPolling: (() => void) | undefined;

  const poll = (why: string) => {
    if (endPolling !== undefined) return;
    watchers.end();
    onPolling(why);
    endPolling = pollFolders(() => names.map((name) => path.join(root, name)), onChange);
  };
  const noticed = (file: string, event: string) => {
    changed.add(file);
    // If a folder or a link came or went, there is more to watch, or less.
    if (event === "rename" && (watchers.has(file) || isFolder(file) || isLink(file))) moved = true;
    // A link may lead elsewhere now.
    if (event === "rename" && isLink(file)) watchers.keep((key) => key !== file && !key.startsWith(file + path.sep));
    clearTimeout(timer);
    timer = setTimeout(() => {
      const files = changed;
      changed = new Set();
      if (moved) addFolders();
      moved = false;
      onChange(files);
    }, quiet);
  };
  const addFolders = () => {
    watchers.keep((key) => fs.existsSync(key));
    watchers.add(root, root, (name, event) => names.includes(name) && noticed(path.join(root, name), event));
    for (const top of names)
      for (const { name: folder, links } of walkFolders(path.join(root, top))) {
        watchers.add(folder, folder, (name, event) => !isPassing(name) && noticed(path.join(folder, name), event));
        for (const [link, target] of links)
          watchers.add(
            link,
            path.dirname(target),
            (name, event) => name === path.basename(target) && noticed(link, event),
          );
      }
  };

  const silent = silentDisk(root);
  if (silent !== undefined) poll(`the archive lies on ${silent}`);
  else addFolders();
  return {
    close() {
      clearTimeout(timer);
      endPolling?.();
      watchers.end();
    },
  };
}

interface Watchers {
  readonly has: (key: string) => boolean;
  /** Watches a folder under a key, once. */
  readonly add: (key: string, folder: string, hear: (name: string, event: string) => void) => void;
  /** Closes those whose key is not to be kept. */
  readonly keep: (isKept: (key: string) => boolean) => void;
  /** Closes all, and adds none from then on. */
  readonly end: () => void;
}

/** `onUsedUp` hears that the system gives no more watches, with its code. */
function openWatchers(onUsedUp: (code: string) => void): Watchers {
  const watchers = new Map<string, fs.FSWatcher>();
  let isEnded = false;
  const forget = (key: string) => {
    watchers.get(key)?.close();
    watchers.delete(key);
  };
  const keep = (isKept: (key: string) => boolean) => {
    for (const key of [...watchers.keys()]) if (!isKept(key)) forget(key);
  };
  return {
    has: (key) => watchers.has(key),
    keep,
    add(key, folder, hear) {
      if (watchers.has(key) || isEnded) return;
      try {
        const watcher = fs.watch(folder, (event, name) => name !== null && hear(name, event));
        watcher.on("error", () => forget(key));
        watchers.set(key, watcher);
      } catch (error) {
        // What went since it was listed is reported by the folder above it.
        const code = codeOf(error);
        if (["ENOSPC", "EMFILE", "ENFILE"].includes(code)) onUsedUp(code);
      }
    },
    end() {
      isEnded = true;
      keep(() => false);
    },
  };
}

const isLink = (file: string): boolean => fs.lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
