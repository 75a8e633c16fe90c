/** From a folder to its lock: one process at a time may change it. */
import { randomInt } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Busy, codeOf, explain, Failure } from "../failure.ts";
import { judge, ownClaim, parseClaim, type Sightings, writtenAt } from "./claim.ts";
import { type Heartbeat, startHeartbeat } from "./heartbeat.ts";

/*
 * A claim is a file whose name says everything (`4711-83920184-5f0c2a91b37d-host`), so that it exists whole or not at all. A process
 * writes its own claim, then looks for others. Of two processes that do so at once, at least one sees the other; a process that sees a
 * living claim takes its own back. No claim is ever taken over: the claim of a dead process is only removed, and no other process has that
 * name. On a network disk the lock is as reliable as the disk's lists of names are up to date.
 *
 * Whether the process of a claim lives, the system tells where it is one of this machine and this container. Of the others the heartbeat
 * tells: a thread writes to the claim every few seconds.
 */
const attempts = 8;

/** Milliseconds between two looks at a claim that may be dead. */
const between = 500;

interface Held {
  readonly claim: string;
  readonly heartbeat: Heartbeat;
}

const held = new Map<string, Held>();

let sayWaiting: (line: string) => void = () => {};

/** From now on `say` hears that a lock is waited for longer than a moment, and for which process. */
export const onLockWait = (say: (line: string) => void): void => {
  sayWaiting = say;
};

/** Whether this process holds the lock of the folder. */
export const isLocked = (folder: string): boolean => held.has(identity(folder));

/**
 * Takes `folder/.afterlive/lock` and gives the function that releases it. Makes the folder if need be. Waits at most half a second, and at
 * most a minute for a sign of life of a process elsewhere; then throws Busy with the number of the process that holds the lock. Throws
 * Failure if the folder cannot be written to.
 */
export function takeLock(folder: string): () => void {
  const ours = join(folder, ".afterlive");
  const claims = join(ours, "lock");
  const name = ownClaim();
  const file = join(claims, name);
  const made = guarded(folder, () => makeFolders(resolve(folder)));
  if (isLocked(folder)) throw busy(folder, claims, name);
  const giveBack = () => {
    attempt(() => unlinkSync(file));
    for (const emptied of [claims, ours, ...(made ? [folder] : [])]) attempt(() => rmdirSync(emptied));
  };
  const sightings: Sightings = new Map();
  let isSaid = false;
  for (let tries = 1; ; ) {
    guarded(folder, () => claim(claims, name));
    const others = guarded(folder, () => otherClaims(claims, name, sightings));
    const other = others.alive ?? others.unsure;
    if (other === undefined) break;
    giveBack();
    if (others.alive !== undefined && tries++ === attempts) throw busy(folder, claims, other);
    if (others.alive === undefined && !isSaid) {
      const { pid, host } = parseClaim(other) ?? { pid: 0, host: "" };
      sayWaiting(
        `waiting, a minute at most, for a sign of life of process ${pid} on "${host}", which held "${folder}"`,
      );
      isSaid = true;
    }
    sleep(others.alive === undefined ? between : randomInt(10, 100));
  }
  const taken = identity(folder);
  const heartbeat = startHeartbeat(file);
  held.set(taken, { claim: file, heartbeat });
  return () => {
    held.delete(taken);
    heartbeat.end();
    giveBack();
  };
}

/** The lock was lost while its holder stood still: another process may be at work. */
export class LostLock extends Failure {}

/**
 * Throws LostLock where this process held the lock and lost it, since it gave no sign of life for too long: its machine may have slept.
 * `long`: signs of life begin now, before work that takes long and cannot be interrupted.
 */
export function confirmLock(folder: string, long: boolean): void {
  const lock = held.get(identity(folder));
  if (lock === undefined) return;
  if (long) lock.heartbeat.begin();
  if (existsSync(lock.claim)) return;
  throw new LostLock(
    `Cannot change "${folder}": this process lost its lock, since it stood still for too long`,
    "Run the command again; nothing was changed",
  );
}

function claim(claims: string, name: string): void {
  for (let tries = 1; ; tries++) {
    try {
      makeFolders(dirname(claims));
      makeFolders(claims);
      writeFileSync(join(claims, name), "");
      return;
    } catch (error) {
      // Another process has just released its lock and removed an empty folder.
      if (codeOf(error) !== "ENOENT" || tries === 100) throw error;
    }
  }
}

/** True if this call made the folder. Node's own recursive mkdir says "does not exist" where the disk is read-only. */
function makeFolders(folder: string): boolean {
  // The folder mostly exists, and a question costs less than an error that is thrown and caught.
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return false;
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST" && statSync(folder).isDirectory()) return false;
    if (codeOf(error) !== "ENOENT" || dirname(folder) === folder) throw error;
    makeFolders(dirname(folder));
    return makeFolders(folder);
  }
}

interface Others {
  /** The name of a claim whose process lives. */
  readonly alive: string | undefined;
  /** The name of one whose process may live. */
  readonly unsure: string | undefined;
}

/** The claims of other processes. Removes those of dead ones. */
function otherClaims(claims: string, own: string, sightings: Sightings): Others {
  const names = readdirSync(claims).filter((name) => name !== own);
  if (names.length === 0) return { alive: undefined, unsure: undefined };
  const now = writtenAt(join(claims, own));
  // Removed by another process, which looks again as well.
  if (now === undefined) return { alive: undefined, unsure: names[0] };
  const verdicts = new Map<string, string>();
  for (const name of names) {
    const other = parseClaim(name);
    if (other === undefined) continue;
    const verdict = judge(join(claims, name), other, now, sightings);
    if (verdict === "dead") rmSync(join(claims, name), { force: true });
    else verdicts.set(verdict, name);
  }
  return { alive: verdicts.get("alive"), unsure: verdicts.get("unsure") };
}

function busy(folder: string, claims: string, name: string): Busy {
  const { pid, host } = parseClaim(name) ?? { pid: 0, host: "" };
  return new Busy(
    `Cannot change "${folder}": process ${pid} on "${host}" is at work there`,
    `Wait until it has ended and run the command again; if there is no such process, remove "${join(claims, name)}"`,
  );
}

const sleep = (milliseconds: number): unknown =>
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

/** The work under the lock is done, even if its traces cannot be removed: a claim is void once its process has ended. */
function attempt(remove: () => void): void {
  try {
    remove();
  } catch {
    // Mostly a folder that another process still uses.
  }
}

function guarded<T>(folder: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw explain(`write to "${folder}"`, error, "nothing was changed");
  }
}

/** Equal for two names of one folder. */
export function identity(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return resolve(folder);
  }
}
