/** Turns changes into orders to a build process, one at a time: all changes during a build lead to one more build. */
import type { ChildProcess } from "node:child_process";
import { modulePath } from "../../base/package-folder.ts";
import type { BuildOptions } from "../options.ts";
import { startProcess } from "../workers/spawn.ts";
import type { BuildAnswer, BuildOrder } from "./build-process.ts";

/** What has changed since the last build. */
export interface Touch {
  /** Whether templates changed: only a new process loads them anew. */
  readonly templates: boolean;
  /** The live pages whose files changed; absent if anything may have changed. */
  readonly pages?: ReadonlySet<string>;
}

export interface Builder {
  /** Resolves when a build that began after the call has ended. */
  build(touch: Touch): Promise<void>;
  /** Resolves when the process has ended, after the build that it is at. */
  close(): Promise<void>;
}

/** `onAnswer` hears of progress, of the end of each build, and of what failed between two orders. */
export function startBuilder(options: BuildOptions, onAnswer: (answer: BuildAnswer) => void): Builder {
  const { onProgress: _, ...plain } = options;
  let worker: ChildProcess | undefined;
  let running: Promise<void> = Promise.resolve();
  let next: { touch: Touch; readonly done: Promise<void> } | undefined;

  const runNext = async (): Promise<void> => {
    const touch = next?.touch ?? { templates: false };
    next = undefined;
    if (touch.templates && worker?.connected === true) worker.disconnect();
    if (worker?.connected !== true) worker = startBuildProcess(onAnswer);
    await order(worker, { options: plain, ...(touch.pages !== undefined && { touched: touch.pages }) });
  };
  return {
    build(touch) {
      if (next !== undefined) next.touch = both(next.touch, touch);
      else {
        next = { touch, done: running.then(runNext) };
        running = next.done.catch(() => undefined);
      }
      return next.done;
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

/** Young objects get 4 MB: `serve` of 2,000 posts takes 124 MB at most instead of 190, and a save the same time. */
const execArgv = ["--max-semi-space-size=4"];

function startBuildProcess(onAnswer: (answer: BuildAnswer) => void): ChildProcess {
  const child = startProcess(modulePath("src/builder/serve/build-process.ts"), [], { execArgv });
  return child.on("message", onAnswer);
}

/** Resolves when a process has answered an order; rejects if it ends before that. */
function order(child: ChildProcess, given: BuildOrder): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const settle = () => child.off("message", hear).off("exit", end).off("error", fail);
    const hear = (answer: BuildAnswer) => {
      if (answer.kind !== "built" && answer.kind !== "refused") return;
      settle();
      if (answer.kind === "built" && answer.report.outcome.written.length > manyFiles) child.disconnect();
      resolve();
    };
    const fail = (error: Error) => {
      settle();
      reject(error);
    };
    const end = (code: number | null, signal: string | null) =>
      fail(new Error(`the process that builds ended with ${signal ?? `code ${code}`}`));
    child.on("message", hear).once("exit", end).once("error", fail);
    child.send(given);
  });
}

/** After a build that wrote more files a new process takes over, since the old one would keep twice the memory. */
const manyFiles = 1000;

const both = (a: Touch, b: Touch): Touch => ({
  templates: a.templates || b.templates,
  ...(a.pages !== undefined && b.pages !== undefined && { pages: new Set([...a.pages, ...b.pages]) }),
});
