/** Lets the n-th call that changes the disk fail while a build is at work: a full disk, or a process that dies there. */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { diskCache } from "../../src/builder/cache/disk-cache.ts";

const changing = ["chmodSync", "copyFileSync", "fsyncSync", "mkdirSync", "renameSync"].concat([
  "rmdirSync",
  "rmSync",
  "unlinkSync",
  "writeFileSync",
]);
const looking = ["accessSync", "lstatSync", "openSync", "readdirSync", "readFileSync", "statSync"];

type Call = (...args: unknown[]) => unknown;

/**
 * Runs with the changing calls counted from 0. Where `fails(number, name)` gives an error, it is thrown instead of the call; a write
 * has then written half of its bytes. `isDead`: whether looking fails as well. Gives the number of calls, and what was thrown.
 */
export async function withBuildFaults(
  run: () => Promise<unknown>,
  fails: (number: number, name: string) => Error | undefined,
  isDead: () => Error | undefined = () => undefined,
): Promise<{ readonly calls: number; readonly thrown: unknown }> {
  const table = fs as unknown as Record<string, Call>;
  const originals = [...changing, ...looking].map((name) => [name, table[name] as Call] as const);
  let calls = 0;
  let thrown: unknown;
  for (const [name, original] of originals)
    table[name] = (...args) => {
      const dead = isDead();
      if (dead !== undefined) throw dead;
      const error = changing.includes(name) ? fails(calls++, name) : undefined;
      if (error === undefined) return original(...args);
      if (name === "writeFileSync") {
        const bytes = Buffer.from(args[1] as string | Uint8Array);
        original(args[0], bytes.subarray(0, bytes.length >> 1), args[2]);
      }
      throw error;
    };
  syncBuiltinESMExports();
  try {
    await run();
  } catch (error) {
    thrown = error;
  } finally {
    for (const [name, original] of originals) table[name] = original;
    syncBuiltinESMExports();
  }
  return { calls, thrown };
}

/** Empties the memory of the disk cache, as the end of a process does. */
export function emptyMemory(): void {
  diskCache.keepInMemory(0);
  diskCache.keepInMemory(8_000_000);
}
