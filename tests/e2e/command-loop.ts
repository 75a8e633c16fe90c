/** A thread that runs one command line after the other, with the program that `bin/afterlive.cjs` would run. */
import { createRequire } from "node:module";
import path from "node:path";
import { workerData } from "node:worker_threads";
import { printable } from "../../src/base/printable.ts";
import type { Terminal } from "../../src/base/terminal/terminal.ts";
import type { Ended, ThreadData, ThreadOrder } from "./in-thread.ts";

const { port, answered }: ThreadData = workerData;
const root = path.resolve(import.meta.dirname, "../..");
const { isCompiled } = createRequire(import.meta.url)(path.join(root, "bin/compiled.cjs")) as {
  isCompiled: (root: string) => boolean;
};
const program: Promise<typeof import("../../src/cli.ts")> = import(
  path.join(root, isCompiled(root) ? "dist/src/cli.js" : "src/cli.ts")
);

// A thread may not set it. The tests of deploy/ see to it that a deploy does.
const mask = process.umask();
process.umask = () => mask;

port.on("message", async (order: ThreadOrder) => {
  port.postMessage(await answer(order).catch(({ stack }: Error) => ({ status: null, stdout: "", stderr: stack })));
  Atomics.store(answered, 0, 1);
  Atomics.notify(answered, 0);
});

async function answer({ args, input }: ThreadOrder): Promise<Ended> {
  let [stdout, stderr] = ["", ""];
  const terminal: Terminal = {
    out: (line) => {
      stdout += `${printable(line)}\n`;
    },
    err: (line) => {
      stderr += `${printable(line)}\n`;
    },
    progress: () => {},
    input: async (limit) => (input.length > limit ? undefined : input),
    ask: async () => undefined,
    elapsed: () => performance.now(),
    now: () => Date.now(),
    interrupted: () => new Promise(() => {}),
  };
  return { status: await (await program).runLine(args, terminal), stdout, stderr };
}
