/** Everything that can fail is tried here, beside the files, while nothing has been changed yet. */
import { randomBytes } from "node:crypto";
import { accessSync, chmodSync, constants, copyFileSync, lstatSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { codeOf, explain, Failure } from "./failure.ts";
import { flush } from "./flush.ts";
import { folderOf, lookAt, ownFolder } from "./transaction-paths.ts";
import type { Plan } from "./transaction-plan.ts";

/** Throws Failure if the system would refuse to replace or remove one of the files, rather than find out half-way. */
export function checkRights(folder: string, { steps }: Plan): void {
  const device = statSync(join(folder, ownFolder)).dev;
  const files = [
    ...[...steps.cleared, ...steps.dropped].map(([path]) => path),
    ...steps.placed.map(({ path }) => path),
  ];
  for (const parent of new Set(files.map(folderOf))) {
    const at = join(folder, parent);
    // A folder inside one that is to go is there too: these rights are needed as well.
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

/** A file without write permission can be replaced all the same; one that is locked or on a read-only disk cannot. */
function checkUnlocked(file: string): void {
  if (lookAt(file)?.isSymbolicLink()) return;
  try {
    accessSync(file, constants.W_OK);
  } catch (error) {
    if (codeOf(error) === "EPERM" || codeOf(error) === "EROFS") throw explained(file, error);
  }
}

/** Writes everything that is to be placed into `folder/.afterlive/<staged>`, and makes it outlast a power cut. */
export function stage(folder: string, staged: string, { steps, written }: Plan): void {
  const root = join(folder, ownFolder, staged);
  const index = new Map(steps.placed.map(({ path }, at) => [path, String(at)]));
  const folders = new Set([root]);
  const files: string[] = [];
  mkdirSync(root);
  let usual: number | undefined;
  for (const { write, under, mode } of written) {
    const file = join(root, `${index.get(under)}${write.path.slice(under.length)}`);
    const parent = dirname(file);
    if (!folders.has(parent)) {
      mkdirSync(parent, { recursive: true });
      folders.add(parent);
    }
    if ("copy" in write) copy(write.copy, file);
    else writeFileSync(file, write.bytes, { flag: "wx" });
    files.push(file);
    if (mode !== undefined) {
      usual ??= "copy" in write ? undefined : lstatSync(file).mode & 0o777;
      if (mode !== usual) chmodSync(file, mode);
    }
  }
  flush(folder, files, folders);
}

function copy(from: string, to: string): void {
  try {
    copyFileSync(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  } catch (error) {
    throw explain(`copy "${from}"`, error, "nothing was changed");
  }
}

/**
 * Holds space that the lists of names may need while files are put in place, where nothing may fail any more: it is given back
 * just before. Random, since some disks press zeros to nothing.
 */
export function reserve(folder: string, { steps }: Plan): string {
  const names = steps.placed.reduce((sum, { path }) => sum + path.length - folderOf(path).length, 0);
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
