/** Builds again and again, one at a time, for a watcher: a change during a build leads to one more. */
import type { ChildProcess } from "node:child_process";
import { startFile } from "../../base/package-folder.ts";
import type { BuildOptions } from "../options.ts";
import { startProcess } from "../workers/spawn.ts";
import type { Answer, BuildOrder } from "./build-process.ts";

/** What has changed since the last build. */
export interface Touch {
  /** Templates: they are loaded anew. */
  readonly fresh: boolean;
  /** The live pages whose files changed; absent where anything may have. */
  readonly pages?: ReadonlySet<string>;
}

export interface Builder {
  /** Resolves when a build that began after the call is done. */
  build(touch: Touch): Promise<void>;
  /** Waits for a build that is at work; a lock is never left behind. */
  close(): Promise<void>;
}

/** `onAnswer` hears of progress, of each build's end, and of what failed between two orders. */
export function startBuilder(options: BuildOptions, onAnswer: (answer: Answer) => void): Builder {
  let worker: ChildProcess | undefined;
  let running: Promise<void> = Promise.resolve();
  let waiting: { touch: Touch | undefined; done: Promise<void> | undefined } = { touch: undefined, done: undefined };

  const { onProgress: _, ...plain } = options;
  const start = (): ChildProcess => {
    const child = startProcess(startFile("src/builder/serve/build-process.ts"));
    child.on("message", onAnswer);
    return child;
  };
  const once = async ({ fresh, pages }: Touch): Promise<void> => {
    if (fresh && worker?.connected === true) worker.disconnect();
    const child = worker?.connected === true ? worker : start();
    worker = child;
    await new Promise<void>((resolve, reject) => {
      const settle = () => child.off("message", hear).off("exit", end).off("error", fail);
      const hear = ({ kind }: Answer) => {
        if (kind !== "built" && kind !== "refused") return;
        settle();
        resolve();
      };
      const fail = (error: Error) => {
        settle();
        worker = undefined;
        reject(error);
      };
      const end = (code: number | null, signal: string | null) =>
        fail(new Error(`the process that builds ended with ${signal ?? `code ${code}`}`));
      child.on("message", hear).once("exit", end).once("error", fail);
      child.send({ options: plain, ...(pages !== undefined && { touched: pages }) } satisfies BuildOrder);
    });
  };

  return {
    build(touch) {
      waiting.touch = waiting.touch === undefined ? touch : both(waiting.touch, touch);
      waiting.done ??= running.then(() => {
        const { touch: all } = waiting;
        waiting = { touch: undefined, done: undefined };
        return once(all ?? touch);
      });
      const { done } = waiting;
      running = done.catch(() => undefined);
      return done;
    },
    async close() {
      await running;
      const child = worker;
      worker = undefined;
      if (child?.connected !== true) return;
      await new Promise((resolve) => {
        child.once("exit", resolve);
        child.disconnect();
      });
    },
  };
}

const both = (a: Touch, b: Touch): Touch => ({
  fresh: a.fresh || b.fresh,
  ...(a.pages !== undefined && b.pages !== undefined && { pages: new Set([...a.pages, ...b.pages]) }),
});
