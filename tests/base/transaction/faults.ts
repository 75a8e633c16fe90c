/** Lets the n-th call to the file system fail, once or for ever: a full disk, or a process that dies there. */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const calls = [
  "accessSync chmodSync copyFileSync fsyncSync lstatSync mkdirSync openSync readdirSync readFileSync renameSync",
  "rmdirSync rmSync statSync unlinkSync writeFileSync",
]
  .join(" ")
  .split(" ") as readonly (keyof typeof fs)[];

type Call = (...args: unknown[]) => unknown;

/**
 * Runs with the calls counted from 0. Where `fails(number, name)` gives an error, it is thrown instead of the call. A writing call that fails
 * has written half of its bytes. Gives the number of calls.
 */
export function withFaults(run: () => void, fails: (number: number, name: string) => Error | undefined): number {
  const table = fs as unknown as Record<string, Call>;
  const originals = calls.map((name) => [name, table[name] as Call] as const);
  let count = 0;
  for (const [name, original] of originals) {
    table[name] = (...args) => {
      const error = fails(count++, name);
      if (error === undefined) return original(...args);
      if (name === "writeFileSync" && "code" in error) {
        const bytes = Buffer.from(args[1] as string | Uint8Array);
        original(args[0], bytes.subarray(0, bytes.length >> 1), args[2]);
      }
      throw error;
    };
  }
  syncBuiltinESMExports();
  try {
    run();
  } finally {
    for (const [name, original] of originals) table[name] = original;
    syncBuiltinESMExports();
  }
  return count;
}

/** As the system throws it. */
export const systemError = (code: string): Error =>
  Object.assign(new Error(`${code}: simulated`), { code, syscall: "write", errno: -28 });
