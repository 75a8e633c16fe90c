/** Builds again and again, one at a time, for whoever watches: a change during a build leads to one more. */
import type { Worker } from "node:worker_threads";
import type { BuildOptions } from "./build.ts";
import type { Answer } from "./build-worker.ts";
import { startThread } from "./thread.ts";

export interface Builder {
  /** Resolves when a build that began after the call is done. `fresh` loads the templates anew. */
  build(fresh: boolean): Promise<void>;
  /** Waits for a build that is at work; a lock is never left behind. */
  close(): Promise<void>;
}

/** `onAnswer` hears of progress and of each build's end. */
export function startBuilder(options: BuildOptions, onAnswer: (answer: Answer) => void): Builder {
  let worker: Worker | undefined;
  let running: Promise<void> = Promise.resolve();
  let waiting: { fresh: boolean; done: Promise<void> | undefined } = { fresh: false, done: undefined };

  const { onProgress: _, ...plain } = options;
  const once = async (fresh: boolean): Promise<void> => {
    if (fresh) {
      await worker?.terminate();
      worker = undefined;
    }
    const thread = worker ?? startThread(new URL("./build-worker.ts", import.meta.url));
    worker = thread;
    await new Promise<void>((resolve, reject) => {
      const hear = (answer: Answer) => {
        onAnswer(answer);
        if (answer.kind === "progress") return;
        thread.off("message", hear).off("error", fail);
        resolve();
      };
      const fail = (error: unknown) => {
        thread.off("message", hear);
        worker = undefined;
        reject(error);
      };
      thread.on("message", hear).once("error", fail);
      thread.postMessage(plain);
    });
  };

  return {
    build(fresh) {
      waiting.fresh ||= fresh;
      waiting.done ??= running.then(() => {
        const { fresh: anew } = waiting;
        waiting = { fresh: false, done: undefined };
        return once(anew);
      });
      const { done } = waiting;
      running = done.catch(() => undefined);
      return done;
    },
    async close() {
      await running;
      await worker?.terminate();
    },
  };
}
