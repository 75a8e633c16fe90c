/** From a folder to its lock: one process at a time may change it. */
import { randomInt } from "node:crypto";
import { mkdirSync, readdirSync, realpathSync, rmdirSync, rmSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join, resolve } from "node:path";
import { Busy, codeOf, explain } from "./failure.ts";
import { processIsAlive, processStart } from "./process.ts";

/*
 * A claim is an empty file whose name says everything (`4711-83920184-host`), so that it exists whole or not at all. A process writes its
 * own claim, then looks for others. Of two processes that do so at once, at least one sees the other; a process that sees a living claim
 * takes its own back. No claim is ever taken over: the claim of a dead process is only removed, and no other process has that name. On a
 * network disk the lock is as reliable as the disk's lists of names are up to date.
 */
const claimName = /^(\d+)-([^-]*)-(.+)$/;
const attempts = 8;

const held = new Set<string>();

/** When this process started. */
let start: string | undefined;

/** Whether this process holds the lock of the folder. */
export const isLocked = (folder: string): boolean => held.has(identity(folder));

/**
 * Takes `folder/.afterlive/lock` and gives the function that releases it. Makes the folder if need be. Waits at most half a second, then
 * throws Busy with the number of the process that holds the lock; throws Failure if the folder cannot be written to.
 */
export function takeLock(folder: string): () => void {
  const ours = join(folder, ".afterlive");
  const claims = join(ours, "lock");
  const host = hostname().replace(/[^A-Za-z0-9.]/g, "_") || "unknown";
  start ??= processStart(process.pid);
  const name = `${process.pid}-${start}-${host}`;
  const made = guarded(folder, () => makeFolders(resolve(folder)));
  if (isLocked(folder)) throw busy(folder, claims, name);
  const giveBack = () => {
    attempt(() => unlinkSync(join(claims, name)));
    for (const emptied of [claims, ours, ...(made ? [folder] : [])]) attempt(() => rmdirSync(emptied));
  };
  for (let tries = 1; ; tries++) {
    guarded(folder, () => claim(claims, name));
    const others = guarded(folder, () => livingClaims(claims, host, name));
    if (others[0] === undefined) break;
    giveBack();
    if (tries === attempts) throw busy(folder, claims, others[0]);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, randomInt(10, 100));
  }
  const taken = identity(folder);
  held.add(taken);
  return () => {
    held.delete(taken);
    giveBack();
  };
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

/** The claims of other processes that are alive. */
function livingClaims(claims: string, host: string, own: string): readonly string[] {
  return readdirSync(claims).filter((name) => {
    if (name === own) return false;
    const [, pid, start, claimant] = claimName.exec(name) ?? [];
    if (pid === undefined || start === undefined) return false;
    if (claimant !== host || processIsAlive(Number(pid), start)) return true;
    rmSync(join(claims, name), { force: true });
    return false;
  });
}

function busy(folder: string, claims: string, name: string): Busy {
  const [, pid, , host] = claimName.exec(name) ?? [];
  return new Busy(
    `Cannot change "${folder}": process ${pid} on "${host}" is at work there`,
    `Wait until it has ended and run the command again; if there is no such process, remove "${join(claims, name)}"`,
  );
}

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
