/**
 * Many files, one transaction: after a crash, a full disk or a power cut a folder holds all of a change or none of it.
 *
 * New files are written to `folder/.afterlive/staged-*` and flushed once; then a journal says what is to be placed and removed
 * (a new folder is placed whole, by one rename; what a caller prepared in a stage of its own is placed from there); from then on the change is decided, and if this process cannot finish it the next
 * one does. A journal that is not complete is no decision: it is thrown away with what was staged.
 *
 * There is no second flush after the renames. The journal's removal is younger than they are, and the file systems in use (ext4, XFS,
 * btrfs, ZFS, APFS, NTFS) keep the order of such changes: where no journal is found after a power cut, the renames are done.
 */
import { randomBytes } from "node:crypto";
import { lstatSync, mkdirSync, readdirSync, rmdirSync, rmSync, unlinkSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { explain, Failure } from "../failure.ts";
import { isLocked, takeLock } from "../lock.ts";
import type { Change } from "./change.ts";
import { carryOut, type Journal, readJournal, writeJournal } from "./journal.ts";
import { lookAt, openDisk, ownFolder } from "./paths.ts";
import { type Plan, planChanges } from "./plan.ts";
import { addStage, forgetStages, stagesOf } from "./prepared.ts";
import { checkRights, reserve, stage } from "./stage.ts";

export type { Change } from "./change.ts";

/** Paths as they were given, sorted. Files to be removed that were not there stand nowhere. */
export interface Outcome {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
}

/**
 * Runs with the lock of `folder` held (`folder/.afterlive/lock`; the folder is made if need be), after finishing or discarding what an
 * interrupted change left there. Throws Busy if another process holds it; not to be nested for one folder.
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
 * For a caller that only reads `folder`: finishes or discards what an interrupted change left. Where nothing is left it writes nothing,
 * so that a folder that cannot be written to can be read. Throws Busy where another process is about to finish it.
 */
export async function finishInterrupted(folder: string): Promise<void> {
  const left = lstatSync(join(folder, ownFolder, "journal"), { throwIfNoEntry: false });
  if (left !== undefined) await withLock(folder, () => {});
}

export interface CommitOptions {
  /**
   * Whether the change outlasts a power cut; true if not given. Without it nothing is flushed: a process that dies still leaves all or
   * nothing, but after a power cut files may be empty, cut short, old or gone, and nothing will tell which. For what can be made again.
   */
  readonly durable?: boolean;
}

/**
 * Makes all the changes in `folder` or, throwing Failure, none: first what is written, in the order given, then what is removed. Files that already hold the bytes are not touched; folders that
 * removals empty go too; a replaced file keeps its permissions. Takes the lock for itself where withLock does not hold it. Stages are gone
 * afterwards; if it throws, they stay, but may lack some of what was to be moved.
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
 * Makes an empty folder and gives its absolute path: what the caller puts into it can be moved into place by a `commit` of the same withLock, which
 * must hold the lock of `folder`. It goes with that commit, at the latest with the lock; after a crash the next command removes it.
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
  try {
    const plan = planChanges(openDisk(folder), changes, stagesOf(folder));
    if (plan.written.length + plan.removed.length === 0) return { plan };
    const staged = stageName();
    checkRights(folder, plan);
    const steps = stage(folder, staged, plan, durable);
    const reserved = reserve(folder, plan);
    const journal = writeJournal(folder, staged, steps, durable);
    if (reserved !== undefined) unlinkSync(reserved);
    return { plan, journal };
  } catch (error) {
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

/** Finishes the change whose journal is found, or removes what a change left that was never decided. */
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

/** The journal first: what it names must not be gone while it stands. Stages of a caller that is still at work stay. */
function discard(folder: string): void {
  const ours = join(folder, ownFolder);
  rmSync(join(ours, "journal"), { force: true });
  const kept = stagesOf(folder).map((stage) => basename(stage));
  for (const name of readdirSync(ours)) {
    if (name === "reserve") unlinkSync(join(ours, name));
    else if (name.startsWith("staged-") && !kept.includes(name)) removeStaged(join(ours, name));
  }
}

/** Mostly everything in it was moved into place, and asking for that costs least. */
function removeStaged(stage: string): void {
  try {
    rmdirSync(stage);
  } catch {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** What a journal names must not be gone while it stands: then the next command removes it, as it does if this fails. */
function clearStages(folder: string): void {
  const stages = stagesOf(folder);
  if (stages.length === 0) return;
  forgetStages(folder);
  try {
    if (lookAt(join(folder, ownFolder, "journal")) !== undefined) return;
    for (const stage of stages) removeStaged(stage);
  } catch {
    // The change is made, and this folder is not read again.
  }
}
