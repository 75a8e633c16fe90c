/**
 * From a list of changes to changed files, all or none: after a crash, a full disk or a power cut a folder holds the whole change or
 * nothing of it.
 *
 * New files are written to `folder/.afterlive/staged-*` and flushed once. A new folder is staged whole and placed by one rename; what a
 * caller prepared in a stage of its own is placed from there. Then a journal says what is to be placed and removed. From then on the
 * change is decided: if this process cannot finish it, the next one does. An incomplete journal decides nothing and is removed with the
 * staged files.
 *
 * There is no second flush after the renames. The removal of the journal is younger than the renames, and the file systems in use (ext4,
 * XFS, btrfs, ZFS, APFS, NTFS) keep the order of such changes: where no journal is found after a power cut, the renames are done.
 */
import { randomBytes } from "node:crypto";
import { lstatSync, mkdirSync, readdirSync, rmdirSync, rmSync, unlinkSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { explain, Failure } from "../failure.ts";
import { confirmLock, isLocked, LostLock, takeLock } from "../lock/lock.ts";
import type { Change } from "./change.ts";
import { carryOut, type Journal, readJournal, writeJournal } from "./journal.ts";
import { lookAt, openDisk, ownFolder } from "./paths.ts";
import { type Plan, planChanges } from "./plan.ts";
import { addStage, forgetStages, stagesOf } from "./prepared.ts";
import { checkRights, reserve, stage } from "./stage.ts";

export type { Change } from "./change.ts";

/** Paths as they were given, sorted. A file that was to be removed and did not exist is in no list. */
export interface Outcome {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
}

/**
 * Runs with the lock of `folder` held (`folder/.afterlive/lock`; the folder is made if need be). First finishes or discards what an
 * interrupted change left. Throws Busy if another process holds the lock. Calls for one folder must not be nested.
 */
export async function withLock<T>(folder: string, run: () => T | Promise<T>): Promise<T> {
  const giveBack = takeLock(folder);
  try {
    recover(folder);
    return await run();
  } finally {
    clearStages(folder);
    giveBack();
  }
}

/**
 * For a caller that only reads `folder`: finishes or discards what an interrupted change left. Where nothing is left it writes nothing, so
 * that it works in a folder that cannot be written to. Throws Busy where another process is about to finish the change.
 */
export async function finishInterrupted(folder: string): Promise<void> {
  const left = lstatSync(join(folder, ownFolder, "journal"), { throwIfNoEntry: false });
  if (left !== undefined) await withLock(folder, () => {});
}

export interface CommitOptions {
  /**
   * Whether the change outlasts a power cut; true if not given. With false nothing is flushed: if the process dies, all or none of the
   * change is there; but after a power cut files may be empty, cut short, old or gone, and nothing tells which. For files that can be made
   * again.
   */
  readonly durable?: boolean;
}

/**
 * Makes all the changes in `folder` or, throwing Failure, none. Writes come first, in the order given, then removals. Files that hold the
 * bytes already are not touched; folders that become empty are removed; a replaced file keeps its permissions. Takes the lock where
 * withLock does not hold it. The stages are removed afterwards; if it throws, they stay, but may lack some of the files that were to be
 * moved.
 */
export function commit(folder: string, changes: readonly Change[], options: CommitOptions = {}): Outcome {
  if (isLocked(folder)) return commitLocked(folder, changes, options);
  const giveBack = takeLock(folder);
  try {
    return commitLocked(folder, changes, options);
  } finally {
    giveBack();
  }
}

/**
 * Makes an empty folder, a stage, and gives its absolute path. A `commit` of the same withLock, which must hold the lock of `folder`, can
 * move into place what the caller puts there. The stage is removed by that commit, at the latest with the lock; after a crash the next
 * command removes it.
 */
export function newStage(folder: string): string {
  if (!isLocked(folder)) {
    throw new Failure(
      `Cannot prepare files for "${folder}": expected its lock to be held, got none`,
      "Call newStage within withLock",
    );
  }
  const stage = join(resolve(folder), ownFolder, stageName());
  try {
    mkdirSync(stage);
  } catch (error) {
    throw explain(`write to "${folder}"`, error, "nothing was changed");
  }
  addStage(folder, stage);
  return stage;
}

/** A commit of more changes than this takes so long that other machines need a sign of life. */
const manyChanges = 500;

const stageName = (): string => `staged-${randomBytes(8).toString("hex")}`;

function commitLocked(folder: string, changes: readonly Change[], { durable = true }: CommitOptions): Outcome {
  recover(folder);
  const decided = decide(folder, changes, durable);
  if (decided.journal !== undefined) finish(folder, decided.journal, false);
  clearStages(folder);
  const { written, removed, unchanged } = decided.plan;
  return { written: written.map(({ write }) => write.path), removed, unchanged };
}

function decide(
  folder: string,
  changes: readonly Change[],
  durable: boolean,
): { readonly plan: Plan; readonly journal?: Journal } {
  const long = changes.length > manyChanges;
  confirmLock(folder, long);
  try {
    const plan = planChanges(openDisk(folder), changes, stagesOf(folder));
    if (plan.written.length + plan.removed.length === 0) return { plan };
    const staged = stageName();
    checkRights(folder, plan);
    const steps = stage(folder, staged, plan, durable);
    const reserved = reserve(folder, plan);
    confirmLock(folder, long);
    const journal = writeJournal(folder, staged, steps, durable);
    if (reserved !== undefined) unlinkSync(reserved);
    return { plan, journal };
  } catch (error) {
    // What lies there may now be another process's.
    if (error instanceof LostLock) throw error;
    try {
      discard(folder);
    } catch {
      // The next command discards it.
    }
    throw explain(`write to "${folder}"`, error, "nothing was changed");
  }
}

function finish(folder: string, journal: Journal, late: boolean): void {
  try {
    carryOut(folder, journal, late);
    unlinkSync(join(folder, ownFolder, "journal"));
    if (late) discard(folder);
    else removeStaged(join(folder, ownFolder, journal.staged));
  } catch (error) {
    throw explain(
      `finish the change of "${folder}"`,
      error,
      "then run the command again: it goes on where this one stopped",
    );
  }
}

/** Finishes the change whose journal is found; without a journal, removes what an undecided change left. */
function recover(folder: string): void {
  let journal: Journal | undefined;
  try {
    if (!lstatSync(join(folder, ownFolder)).isDirectory()) {
      throw new Failure(
        `Cannot write to "${folder}": "${ownFolder}" in it is a link, not a folder`,
        "Remove it; a folder is made in its place",
      );
    }
    journal = readJournal(folder);
    if (journal === undefined) discard(folder);
  } catch (error) {
    throw explain(`write to "${folder}"`, error, "nothing was changed");
  }
  if (journal !== undefined) finish(folder, journal, true);
}

/**
 * Removes the journal first, since the files that it names must exist as long as it does. The stages of a caller that is still at work
 * stay.
 */
function discard(folder: string): void {
  const ours = join(folder, ownFolder);
  rmSync(join(ours, "journal"), { force: true });
  const kept = stagesOf(folder).map((stage) => basename(stage));
  for (const name of readdirSync(ours)) {
    if (name === "reserve") unlinkSync(join(ours, name));
    else if (name.startsWith("staged-") && !kept.includes(name)) removeStaged(join(ours, name));
  }
}

/** Mostly the folder is empty, and trying rmdir first costs least. */
function removeStaged(stage: string): void {
  try {
    rmdirSync(stage);
  } catch {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** Keeps the stages while a journal exists, since it names files in them. The next command removes them, also where this fails. */
function clearStages(folder: string): void {
  const stages = stagesOf(folder);
  if (stages.length === 0) return;
  forgetStages(folder);
  try {
    if (lookAt(join(folder, ownFolder, "journal")) !== undefined) return;
    for (const stage of stages) removeStaged(stage);
  } catch {
    // The change is made, and nothing reads this folder again.
  }
}
