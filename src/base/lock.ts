/** Keeps two processes out of one folder. Knows nothing of what they do there. */
import { randomInt } from "node:crypto";
import { mkdirSync, readdirSync, realpathSync, rmdirSync, rmSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join, resolve } from "node:path";
import { Busy, codeOf, explain } from "./failure.ts";
import { processIsAlive, processStart } from "./process.ts";

/*
 * A claim is a file whose name says it all (`4711-83920184-host`), so that it exists either whole or not. A process
 * writes its own claim, then looks for others: of two that do so at once, at least one sees the other, and whoever sees
 * a living one takes its own claim back. No claim is ever taken over, hence no race to do so: what a dead process left is
 * only removed, and no other process has its name. On a network disk this is as good as its folders are up to date.
 */
const claimName = /^(\d+)-([^-]*)-(.+)$/;
const attempts = 8;

const held = new Set<string>();

/** Of this process: it does not change. */
let start: string | undefined;

/** Whether this process holds the lock of the folder. */
export const isLocked = (folder: string): boolean => held.has(identity(folder));

/**
 * Takes `folder/.afterlive/lock` and returns the function that gives it back. Makes the folder if need be. Waits a moment, at
 * most half a second, then throws Busy, naming the process that holds it; throws Failure if the folder cannot be written to.
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
      // Another process gave its lock back and removed an empty folder in between.
      if (codeOf(error) !== "ENOENT" || tries === 100) throw error;
    }
  }
}

/** Gives whether it was made. Node's own recursive mkdir says "does not exist" where the disk is read-only. */
function makeFolders(folder: string): boolean {
  // Mostly it is there: an error that is thrown and caught costs more than the question.
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

/** All but our own. */
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

/** What was done under the lock is done, whether or not its traces can be removed: a claim ends with its process at the latest. */
function attempt(remove: () => void): void {
  try {
    remove();
  } catch {
    // A folder that others still use, mostly.
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
