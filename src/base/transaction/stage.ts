/** Everything that can fail is tried here, beside the files, while nothing has been changed yet. */
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
import type { Placing, Plan, Steps } from "./plan.ts";
import { laidAt } from "./prepared.ts";

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
  try {
    accessSync(file, constants.W_OK);
  } catch (error) {
    if (codeOf(error) !== "EPERM" && codeOf(error) !== "EROFS") return;
    // That is said of what the link leads to.
    if (!lookAt(file)?.isSymbolicLink()) throw explained(file, error);
  }
}

/**
 * Writes everything that is to be placed into `folder/.afterlive/<staged>` and, where `durable`, makes it outlast a power cut. What is
 * moved stays where the caller laid it, unless it goes into a folder that is yet to be made. Gives the steps, which say where all lies.
 */
export function stage(folder: string, staged: string, { steps, written }: Plan, durable = true): Steps {
  const root = join(folder, ownFolder, staged);
  const from = new Map(steps.placed.map(({ path }, at) => [path, `${staged}/${at}`]));
  const folders = new Set([root]);
  const files: string[] = [];
  const trees: string[] = [];
  mkdirSync(root);
  let usual: number | undefined;
  for (const { write, under, mode, laid } of written) {
    let file = laidAt(folder, `${from.get(under)}${write.path.slice(under.length)}`);
    if (laid !== undefined && under === write.path) {
      from.set(under, laid.from);
      file = laidAt(folder, laid.from);
      for (const above of laid.folders) folders.add(above);
    } else {
      const parent = dirname(file);
      if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
      for (let above = parent; !folders.has(above); above = dirname(above)) folders.add(above);
      if ("copy" in write) copy(write.copy, file);
      else if ("move" in write) renameSync(write.move, file);
      else writeFileSync(file, write.bytes, { flag: "wx" });
    }
    if (laid?.stats.isDirectory()) trees.push(file);
    else files.push(file);
    if (mode !== undefined) {
      if ("bytes" in write) usual ??= lstatSync(file).mode & 0o777;
      const present = "bytes" in write ? usual : laid && laid.stats.mode & 0o777;
      if (mode !== present) chmodSync(file, mode);
    }
  }
  if (durable) flush(folder, files, folders, trees);
  const placed: readonly Placing[] = steps.placed.map((spot, at) => ({
    ...spot,
    from: from.get(spot.path) ?? `${staged}/${at}`,
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
 * Holds space that the lists of names may need while files are put in place, where nothing may fail any more, and gives the file that is
 * to be removed just before. A file that replaces another takes over its name: where there are no new names, nothing is held. Random,
 * since some disks press zeros to nothing.
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
