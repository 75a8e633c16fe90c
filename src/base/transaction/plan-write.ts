/** From one write that is asked for to what it takes on this disk: nothing, a new file or folder, or a file in place of another. */
import { readdirSync, type Stats, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { Failure } from "../failure.ts";
import type { Write } from "./change.ts";
import { type Disk, folderOf } from "./paths.ts";
import type { PreparedMove } from "./prepared.ts";
import { holdsBytes, sameFiles } from "./same-bytes.ts";
import { type Destination, type Removal, stampOf } from "./steps.ts";

/** The files that this change removes, by the disk's key. */
export type Removals = ReadonlyMap<string, Removal>;

export interface AskedWrite {
  readonly write: Write;
  /** What is moved, if the write is a move. */
  readonly move: PreparedMove | undefined;
  /** The file's present name, where it differs from the path only in capitals and the disk takes the two names for one. */
  readonly formerly: string | undefined;
}

export interface PlannedWrite {
  readonly write: Write;
  readonly move: PreparedMove | undefined;
  /** The path of the destination that brings it: its own, or that of the new folder in which it lies. */
  readonly under: string;
  /** The permissions of the file that it replaces. */
  readonly mode: number | undefined;
}

export type WriteDecision =
  /** The file holds the bytes already. */
  | { readonly kind: "unchanged"; readonly path: string }
  | {
      readonly kind: "write";
      readonly planned: PlannedWrite;
      readonly destination: Destination;
      /** What must go first, and which folders then. */
      readonly cleared: readonly Removal[];
      readonly clearedFolders: readonly string[];
    };

/** Throws Failure where something that is not removed is in the way. Reads the disk, changes nothing. */
export function decideWrite(disk: Disk, removals: Removals, asked: AskedWrite): WriteDecision {
  const { path } = asked.write;
  const folder = disk.folderState(folderOf(path));
  if (folder.kind === "absent") return createBelow(folder.top, [], asked);
  if (folder.kind === "file") {
    const obstacle = removals.get(disk.key(folder.top));
    if (obstacle === undefined) throw inTheWay(path, folder.top);
    return createBelow(folder.top, [obstacle], asked);
  }
  const link = linkAbove(disk, removals, path);
  if (link !== undefined) throw inTheWay(path, link);
  return replaceAt(disk, removals, asked);
}

/** A write into a folder that is still to be made, whose uppermost new folder is `top`. */
const createBelow = (top: string, cleared: readonly Removal[], { write, move }: AskedWrite): WriteDecision => ({
  kind: "write",
  planned: { write, move, under: top, mode: undefined },
  destination: { path: top, was: null },
  cleared,
  clearedFolders: [],
});

function replaceAt(disk: Disk, removals: Removals, { write, move, formerly }: AskedWrite): WriteDecision {
  const { path } = write;
  const found = disk.look(path);
  if (move?.stats.isDirectory() && found !== undefined) {
    throw new Failure(
      `Cannot move a folder to "${path}": expected nothing there, got ${found.isDirectory() ? "a folder" : "a file"}`,
      "Move what is in it one by one, or choose another name",
    );
  }
  if (found?.isFile() && formerly === undefined && holdsTheSame(disk, write, found)) return { kind: "unchanged", path };
  const isFolder = found?.isDirectory() === true;
  const { files, folders } = isFolder ? contentToClear(disk, path, removals) : { files: [], folders: [] };
  const was = found === undefined || isFolder ? null : stampOf(found);
  return {
    kind: "write",
    planned: { write, move, under: path, mode: found?.isFile() ? found.mode & 0o777 : undefined },
    destination: { path, was, ...(formerly !== undefined && { formerly }) },
    cleared: files,
    clearedFolders: folders,
  };
}

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
function linkAbove(disk: Disk, removals: Removals, path: string): string | undefined {
  if (removals.size === 0) return undefined;
  for (let above = folderOf(path); above !== ""; above = folderOf(above)) {
    if (removals.has(disk.key(above))) return above;
  }
  return undefined;
}

interface FolderContent {
  readonly files: readonly Removal[];
  readonly folders: readonly string[];
}

/** All that lies in a folder that is to become a file, and the folder itself; throws unless this change removes each file. */
function contentToClear(disk: Disk, path: string, removals: Removals): FolderContent {
  const folders = [path];
  const files: Removal[] = [];
  for (const found of readdirSync(join(disk.folder, path), { recursive: true, withFileTypes: true })) {
    const below = [path, ...relative(join(disk.folder, path), found.parentPath).split(sep), found.name]
      .filter(Boolean)
      .join("/");
    const removal = removals.get(disk.key(below));
    if (found.isDirectory()) folders.push(below);
    else if (removal !== undefined) files.push(removal);
    else {
      throw new Failure(
        `Cannot write "${path}": it is a folder that holds other files, such as "${below}"`,
        "Move them away, or choose another name",
      );
    }
  }
  return { files, folders };
}

const inTheWay = (path: string, file: string): Failure =>
  new Failure(
    `Cannot write "${path}": "${file}" is a file or a link, not a folder`,
    "Remove it first, or choose another name",
  );
