/** Turns a folder into all folders below it, links to folders too, and the links to files in them. */
import fs from "node:fs";
import path from "node:path";
import { isLeftover } from "../../archive/leftover-names.ts";
import { statsAt } from "../../base/stats-at.ts";

export interface WatchedFolder {
  /** Absolute, by the names that lead to it. */
  readonly name: string;
  /** Absolute paths of links to files in it, and what they lead to. */
  readonly links: ReadonlyMap<string, string>;
}

/** Nothing if the folder does not exist. A link to a folder in which it lies is not followed. */
export function* walkFolders(name: string, above: readonly string[] = []): Generator<WatchedFolder> {
  const real = realOf(name);
  if (real === undefined || above.includes(real)) return;
  const links = new Map<string, string>();
  const folders: string[] = [];
  for (const found of list(name)) {
    if (isPassing(found.name)) continue;
    const file = path.join(name, found.name);
    const target = found.isSymbolicLink() ? realOf(file) : undefined;
    if (found.isDirectory() || (target !== undefined && isFolder(target))) folders.push(file);
    else if (target !== undefined) links.set(file, target);
  }
  yield { name, links };
  for (const folder of folders) yield* walkFolders(folder, [...above, real]);
}

/** What editors and this program write for a moment. */
export const isPassing = (name: string): boolean => name === ".afterlive" || isLeftover(name);

export const isFolder = (file: string): boolean => statsAt(file)?.isDirectory() === true;

function realOf(file: string): string | undefined {
  try {
    return fs.realpathSync(file);
  } catch {
    return undefined;
  }
}

function list(folder: string): readonly fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
