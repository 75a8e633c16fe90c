/** From the changes asked for to the steps that make them on this disk. Reads the disk, changes nothing. */
import { readdirSync, type Stats, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { Failure } from "../failure.ts";
import { type Change, sortChanges, type Write } from "./change.ts";
import { type Disk, folderOf } from "./paths.ts";
import { type Laid, lookAtLaid } from "./prepared.ts";
import { holdsBytes, sameFiles } from "./same-bytes.ts";

/** What a file was when the plan was made: its size in bytes and the time of its last change in milliseconds; null if it was not there. */
export type Mark = readonly [size: number, changed: number] | null;

/** The steps, in the order in which they are done. */
export interface Steps<P extends Spot = Placing> {
  /** Files that go first, since a folder is to stand there, or in what is to be a file; then the folders, deepest first. */
  readonly cleared: readonly Removal[];
  readonly clearedFolders: readonly string[];
  /** What is put in its place, in the order in which it was asked for: files, and whole new folders. */
  readonly placed: readonly P[];
  /** Files that go last, so that what leads to a file goes before the file does. */
  readonly dropped: readonly Removal[];
  /** Folders that go if nothing is left in them, deepest first. */
  readonly emptied: readonly string[];
}

export type Removal = readonly [path: string, was: Mark];

/** Where something is to be put. `formerly`: the name it has in other capitals, on a disk that takes the two for one. */
export type Spot = { readonly path: string; readonly was: Mark; readonly formerly?: string };

/** `from`: where it lies ready, relative to our own folder. */
export type Placing = Spot & { readonly from: string };

export interface Written {
  readonly write: Write;
  /** The path of the spot that brings it. */
  readonly under: string;
  /** The permissions of the file it replaces. */
  readonly mode: number | undefined;
  /** What is moved, if it is. */
  readonly laid?: Laid;
}

export interface Plan {
  readonly steps: Steps<Spot>;
  readonly written: readonly Written[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
}

/**
 * Throws Failure where the changes contradict each other or what is on the disk. The lists of paths are sorted. `stages` are the
 * absolute paths of the folders from which something may be moved.
 */
export function planChanges(disk: Disk, changes: readonly Change[], stages: readonly string[] = []): Plan {
  const { writes, removals } = sortChanges(disk, changes);
  const moves = lookAtLaid(disk, writes.values(), stages);
  const going = new Map<string, Removal>();
  const recased = new Map<string, string>();
  for (const [key, path] of removals) {
    const found = disk.standing(folderOf(path)).kind === "present" ? disk.look(path) : undefined;
    if (found === undefined) continue;
    if (found.isDirectory()) {
      throw new Failure(
        `Cannot remove "${path}": it is a folder`,
        "Name the files in it; an emptied folder goes by itself",
      );
    }
    if (writes.has(key)) recased.set(key, path);
    else going.set(key, [path, mark(found)]);
  }

  const cleared = new Map<string, Removal>();
  const clearedFolders: string[] = [];
  const placed = new Map<string, Spot>();
  const written: Written[] = [];
  const unchanged: string[] = [];
  for (const [key, write] of writes) {
    const { path } = write;
    const laid = moves.get(path);
    const moved = laid !== undefined && { laid };
    const formerly = recased.get(key);
    const standing = disk.standing(folderOf(path));
    if (standing.kind !== "present") {
      if (standing.kind === "file") {
        const obstacle = going.get(disk.key(standing.top));
        if (obstacle === undefined) throw inTheWay(path, standing.top);
        cleared.set(obstacle[0], obstacle);
      }
      placed.set(standing.top, { path: standing.top, was: null });
      written.push({ write, under: standing.top, mode: undefined, ...moved });
      continue;
    }
    const link = linkAbove(disk, going, path);
    if (link !== undefined) throw inTheWay(path, link);
    const found = disk.look(path);
    if (laid?.stats.isDirectory() && found !== undefined) {
      throw new Failure(
        `Cannot move a folder to "${path}": expected nothing there, got ${found.isDirectory() ? "a folder" : "a file"}`,
        "Move what is in it one by one, or choose another name",
      );
    }
    if (found?.isFile() && formerly === undefined && holdsTheSame(disk, write, found)) {
      unchanged.push(path);
      continue;
    }
    if (found?.isDirectory()) {
      for (const file of filesToClear(disk, path, going, clearedFolders)) cleared.set(file[0], file);
    }
    const was = found === undefined || found.isDirectory() ? null : mark(found);
    placed.set(path, { path, was, ...(formerly !== undefined && { formerly }) });
    written.push({ write, under: path, mode: found?.isFile() ? found.mode & 0o777 : undefined, ...moved });
  }

  const dropped = [...going.values()].filter(([path]) => !cleared.has(path));
  return {
    steps: {
      cleared: [...cleared.values()].sort((a, b) => compare(a[0], b[0])),
      clearedFolders: clearedFolders.sort(deepestFirst),
      placed: [...placed.values()],
      dropped: dropped.sort((a, b) => compare(a[0], b[0])),
      emptied: foldersAbove(dropped.map(([path]) => path)),
    },
    written: written.sort((a, b) => compare(a.write.path, b.write.path)),
    removed: [...[...going.values()].map(([path]) => path), ...recased.values()].sort(compare),
    unchanged: unchanged.sort(compare),
  };
}

export const mark = (stats: Stats): Mark => [stats.size, stats.mtimeMs];

function holdsTheSame(disk: Disk, write: Write, found: Stats): boolean {
  const file = join(disk.folder, write.path);
  const other = "copy" in write ? write.copy : "move" in write ? write.move : undefined;
  if (other !== undefined) {
    return statSync(other, { throwIfNoEntry: false })?.size === found.size && sameFiles(other, file, found.size);
  }
  if (!("bytes" in write)) return false;
  const bytes = typeof write.bytes === "string" ? Buffer.from(write.bytes) : write.bytes;
  return bytes.length === found.size && holdsBytes(file, bytes);
}

/** A link to a folder is a file when it is removed and a folder when something is written below it: not both in one step. */
function linkAbove(disk: Disk, going: ReadonlyMap<string, Removal>, path: string): string | undefined {
  if (going.size === 0) return undefined;
  for (let above = folderOf(path); above !== ""; above = folderOf(above)) {
    if (going.has(disk.key(above))) return above;
  }
  return undefined;
}

/** All files below a folder that is to become a file; each must be one that goes. */
function filesToClear(disk: Disk, path: string, going: ReadonlyMap<string, Removal>, folders: string[]): Removal[] {
  folders.push(path);
  const removals: Removal[] = [];
  for (const found of readdirSync(join(disk.folder, path), { recursive: true, withFileTypes: true })) {
    const below = [path, ...relative(join(disk.folder, path), found.parentPath).split(sep), found.name]
      .filter(Boolean)
      .join("/");
    const removal = going.get(disk.key(below));
    if (found.isDirectory()) folders.push(below);
    else if (removal !== undefined) removals.push(removal);
    else {
      throw new Failure(
        `Cannot write "${path}": it is a folder that holds other files, such as "${below}"`,
        "Move them away, or choose another name",
      );
    }
  }
  return removals;
}

const inTheWay = (path: string, file: string): Failure =>
  new Failure(
    `Cannot write "${path}": "${file}" is a file or a link, not a folder`,
    "Remove it first, or choose another name",
  );

function foldersAbove(paths: readonly string[]): readonly string[] {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let above = folderOf(path); above !== "" && !folders.has(above); above = folderOf(above)) folders.add(above);
  }
  return [...folders].sort(deepestFirst);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const deepestFirst = (a: string, b: string): number => compare(b, a);
