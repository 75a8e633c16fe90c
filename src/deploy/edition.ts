/** From a built folder to an edition: its files by name and digest. */
import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { sha256 } from "../base/digest.ts";
import { digestFile } from "../base/digest-file.ts";
import { explain, Failure } from "../base/failure.ts";
import { checkPath, ownFolder } from "../base/transaction/paths.ts";

export interface EditionFile {
  /** Relative to the folder, "/" between names. */
  readonly path: string;
  /** SHA-256, 64 hexadecimal digits. */
  readonly digest: string;
  /** In bytes. */
  readonly size: number;
}

export interface Edition {
  /** Absolute. */
  readonly folder: string;
  /** Twelve hexadecimal digits: the same files give the same id, wherever and whenever they are built. */
  readonly id: string;
  /** Sorted by path. */
  readonly files: readonly EditionFile[];
}

const buildFirst = 'Run "afterlive build" first, or name the folder it wrote with --out';

/** Reads a built folder; throws Failure if it does not exist, has no `index.html`, or holds a link or a device. */
export function readEdition(folder: string): Edition {
  const { files, others } = read(folder);
  for (const path of [...files.map((file) => file.path), ...others]) checkPath(path);
  if (others[0] !== undefined) {
    throw new Failure(
      `Cannot deploy "${folder}": "${others[0]}" in it is a link or a device, not a file`,
      "Put the file itself in its place",
    );
  }
  if (files.length === 0) throw new Failure(`Cannot deploy "${folder}": the folder is empty`, buildFirst);
  if (!files.some(({ path }) => path === "index.html")) {
    throw new Failure(`Cannot deploy "${folder}": there is no "index.html" in it`, buildFirst);
  }
  return { folder: resolve(folder), id: editionId(files), files };
}

function read(folder: string): FolderFiles {
  try {
    return readFiles(folder);
  } catch (error) {
    throw explain(`deploy "${folder}"`, error, 'or run "afterlive build" first');
  }
}

/** The short digest of the list that `sha256sum` prints of the folder. */
export const editionId = (files: readonly EditionFile[]): string =>
  sha256(files.map(({ path, digest }) => `${digest}  ${path}\n`).join("")).slice(0, 12);

/** The paths that readers may keep as addresses: all but those of pictures, whose names change with their bytes. */
export const permalinksOf = ({ files }: Edition): readonly string[] =>
  files.map(({ path }) => path).filter((path) => !path.startsWith("pictures/"));

export interface FolderFiles {
  /** Sorted by path. */
  readonly files: readonly EditionFile[];
  /** Links and devices. */
  readonly others: readonly string[];
}

/** All files below a folder, without those in its `.afterlive`. */
export function readFiles(folder: string): FolderFiles {
  const files: EditionFile[] = [];
  const others: string[] = [];
  const walk = (below: string) => {
    for (const found of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = `${below}${found.name}`;
      if (path === ownFolder) continue;
      const full = join(folder, path);
      if (found.isDirectory()) walk(`${path}/`);
      else if (found.isFile()) files.push({ path, digest: digestFile(full), size: statSync(full).size });
      else others.push(path);
    }
  };
  walk("");
  files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { files, others };
}
