/** From an edition to a folder beside the earlier editions. Files that two editions share are hard links to one file. */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { digestFile } from "../base/digest-file.ts";
import { codeOf, Failure } from "../base/failure.ts";
import { flush } from "../base/transaction/flush.ts";
import { type Edition, type EditionFile, editionId, readFiles } from "./edition.ts";

export const unfinished = "unfinished";

/**
 * Writes the edition into a folder of `editions`, unless one holds it already, and gives the folder's name. Unchanged files become links
 * to those of the folder `before`. Files are read-only, because one file may belong to many editions. `announce` gets the name before a
 * folder of that name exists.
 */
export function writeEditionFolder(
  editions: string,
  edition: Edition,
  before: string | undefined,
  announce: (name: string) => unknown,
): string {
  rmSync(join(editions, unfinished), { recursive: true, force: true });
  const present = holding(editions, edition);
  if (present !== undefined) return present;
  const known =
    before === undefined || !existsSync(before) ? new Map<string, string>() : digestsByPath(readFiles(before).files);
  const to = join(editions, unfinished);
  const folders = new Set([to]);
  const copies: string[] = [];
  mkdirSync(to);
  for (const file of edition.files) {
    const path = join(to, file.path);
    for (let folder = dirname(path); !folders.has(folder); folder = dirname(folder)) folders.add(folder);
    mkdirSync(dirname(path), { recursive: true });
    const linked = before !== undefined && known.get(file.path) === file.digest && link(join(before, file.path), path);
    if (!linked) {
      copyChecked(edition.folder, file, path);
      copies.push(path);
    }
  }
  flush(editions, copies, folders);
  const name = freeName(editions, edition.id);
  announce(name);
  renameSync(to, join(editions, name));
  return name;
}

/** The first of `name`, `name-2`, `name-3` that is not there. */
export function freeName(folder: string, name: string): string {
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name}-${number}`;
    if (!existsSync(join(folder, free))) return free;
  }
}

/** Digests by path. */
export const digestsByPath = (files: readonly EditionFile[]): ReadonlyMap<string, string> =>
  new Map(files.map(({ path, digest }) => [path, digest]));

/** A folder of that edition whose files are still as they were written. */
function holding(editions: string, edition: Edition): string | undefined {
  return readdirSync(editions)
    .filter((name) => name === edition.id || name.startsWith(`${edition.id}-`))
    .find(
      (name) => isDirectory(join(editions, name)) && editionId(readFiles(join(editions, name)).files) === edition.id,
    );
}

const isDirectory = (path: string): boolean => lstatSync(path).isDirectory();

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    // This disk has no links, or the file has as many as it may have.
    if (["EPERM", "EXDEV", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"].includes(codeOf(error))) return false;
    throw error;
  }
}

function copyChecked(folder: string, file: EditionFile, to: string): void {
  copyFileSync(join(folder, file.path), to);
  checkUnchanged(folder, file, to);
  chmodSync(to, 0o444);
}

/** Throws Failure if the bytes at `at` (the file itself, or a copy of it) are no longer those of the edition. */
export function checkUnchanged(folder: string, { path, digest }: EditionFile, at = join(folder, path)): void {
  if (digestFile(at) === digest) return;
  throw new Failure(
    `Cannot deploy "${folder}": "${path}" changed in the meantime`,
    "Let no other command write there, then deploy again",
  );
}
