/** Starts the parts of this program that run beside it, in a thread or in a process, with what is compiled already. */
import { type ChildProcess, type ForkOptions, fork } from "node:child_process";
import module from "node:module";
import path from "node:path";
import { Worker } from "node:worker_threads";

/**
 * A thread of its own for a file of this program. For work in JavaScript alone: the encoder of pictures may take the whole
 * process with it when its thread ends. Node gives threads no compile cache by itself: 80 ms against 230.
 */
export const startThread = (file: string): Worker => new Worker(file, { env: environment() });

/** A process of its own for a file of this program. It is heard and spoken to as a thread is, and ends when it is disconnected. */
export const startProcess = (file: string, given: readonly string[] = [], options: ForkOptions = {}): ChildProcess =>
  fork(file, given, { serialization: "advanced", execArgv: [], ...options, env: { ...environment(), ...options.env } });

function environment(): NodeJS.ProcessEnv {
  const cache = module.getCompileCacheDir?.();
  // The folder is Node's own for this version, below the one that was asked for.
  return cache === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: path.dirname(cache) };
}
