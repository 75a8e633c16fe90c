/** From a plan to staged files: everything that can fail is tried here, beside the files, before anything is changed. */
import { randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  lstatSync,
  mkdirSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { codeOf, explain, Failure } from "../failure.ts";
import { flush } from "./flush.ts";
import { folderOf, lookAt, ownFolder } from "./paths.ts";
import type { Plan } from "./plan.ts";
import { stagedPath } from "./prepared.ts";
import type { Placement, Steps } from "./steps.ts";

/** Throws Failure if the system would refuse to replace or remove one of the files. Without this check that would be found half-way. */
export function checkRights(folder: string, { steps }: Plan): void {
  const device = statSync(join(folder, ownFolder)).dev;
  const files = [
    ...[...steps.cleared, ...steps.dropped].map(([path]) => path),
    ...steps.placed.map(({ path }) => path),
  ];
  for (const parent of new Set(files.map(folderOf))) {
    const at = join(folder, parent);
    // This includes the folders inside a folder that is to go: their rights are needed as well.
    const found = statSync(at, { throwIfNoEntry: false });
    if (found === undefined || !found.isDirectory()) continue;
    guarded(at, () => accessSync(at, constants.W_OK | constants.X_OK));
    if (found.dev !== device) {
      throw new Failure(
        `Cannot write to "${at}": it lies on another disk than "${folder}"`,
        "Put both on one disk: only then can files be replaced all at once",
      );
    }
  }
  for (const { path, was } of steps.placed) if (was !== null) checkUnlocked(join(folder, path));
  for (const [path] of [...steps.cleared, ...steps.dropped]) checkUnlocked(join(folder, path));
}

/** A file without write permission can be replaced; one that is locked or on a read-only disk cannot. */
function checkUnlocked(file: string): void {
  try {
    accessSync(file, constants.W_OK);
  } catch (error) {
    if (codeOf(error) !== "EPERM" && codeOf(error) !== "EROFS") return;
    // Of a link the system says this of the file to which the link leads.
    if (!lookAt(file)?.isSymbolicLink()) throw explained(file, error);
  }
}

/**
 * Writes everything that is to be placed into `folder/.afterlive/<staged>` and, where `durable`, makes it outlast a power cut. A file
 * that is to be moved stays in the caller's stage, unless its new folder is itself still to be made. Gives the steps, each with the
 * place in our own folder from which it takes its file.
 */
export function stage(folder: string, staged: string, { steps, written }: Plan, durable = true): Steps {
  const root = join(folder, ownFolder, staged);
  const from = new Map(steps.placed.map(({ path }, at) => [path, `${staged}/${at}`]));
  const folders = new Set([root]);
  const files: string[] = [];
  const trees: string[] = [];
  mkdirSync(root);
  let usual: number | undefined;
  for (const { write, under, mode, move } of written) {
    let file = stagedPath(folder, `${from.get(under)}${write.path.slice(under.length)}`);
    if (move !== undefined && under === write.path) {
      from.set(under, move.from);
      file = stagedPath(folder, move.from);
      for (const above of move.folders) folders.add(above);
    } else {
      const parent = dirname(file);
      if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
      for (let above = parent; !folders.has(above); above = dirname(above)) folders.add(above);
      if ("copy" in write) copy(write.copy, file);
      else if ("move" in write) renameSync(write.move, file);
      else writeFileSync(file, write.bytes, { flag: "wx" });
    }
    if (move?.stats.isDirectory()) trees.push(file);
    else files.push(file);
    if (mode !== undefined) {
      if ("bytes" in write) usual ??= lstatSync(file).mode & 0o777;
      const present = "bytes" in write ? usual : move && move.stats.mode & 0o777;
      if (mode !== present) chmodSync(file, mode);
    } else if ("copy" in write) {
      // The system gives a copy the permissions of its source, which may be for one person only.
      chmodSync(file, 0o666 & ~process.umask());
    }
  }
  if (durable) flush(folder, files, folders, trees);
  const placed: readonly Placement[] = steps.placed.map((destination, at) => ({
    ...destination,
    from: from.get(destination.path) ?? `${staged}/${at}`,
  }));
  return { ...steps, placed };
}

function copy(from: string, to: string): void {
  try {
    copyFileSync(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  } catch (error) {
    throw explain(`copy "${from}"`, error, "nothing was changed");
  }
}

/**
 * Reserves disk space for the names of new files, because nothing may fail once files are put in place. Gives the file that holds the
 * space; it is removed just before. A file that replaces another takes over its name, so that without new names nothing is reserved.
 * The bytes are random, since some disks compress zeros away.
 */
export function reserve(folder: string, { steps }: Plan): string | undefined {
  const fresh = steps.placed.filter(({ was }) => was === null);
  if (fresh.length === 0) return undefined;
  const names = fresh.reduce((sum, { path }) => sum + path.length - folderOf(path).length, 0);
  const file = join(folder, ownFolder, "reserve");
  writeFileSync(file, randomBytes((1 << 16) + 4 * names), { flag: "wx" });
  return file;
}

function guarded(path: string, run: () => void): void {
  try {
    run();
  } catch (error) {
    throw explained(path, error);
  }
}

const explained = (path: string, error: unknown): unknown =>
  explain(`write to "${path}"`, error, "nothing was changed");
