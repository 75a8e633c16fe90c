/** Builds in a thread, which sees templates as they are now; and forgets, on request, what it has kept in memory. */
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { BuildOptions } from "../../src/build/options.ts";
import type { Problem } from "../../src/model/problem.ts";

/** What came of a build. Problems as lines: severity, place, message. */
export interface Outcome {
  readonly refused: boolean;
  readonly problems: readonly string[];
  readonly changed: number;
}

const code = `
const { parentPort } = require("node:worker_threads");
const load = (file) => import(${JSON.stringify(path.resolve("src"))} + "/" + file);
parentPort.on("message", async (options) => {
  const { build } = await load("build/build.ts");
  try {
    const { problems, outcome } = await build(options);
    parentPort.postMessage({ refused: false, problems, changed: outcome.written.length + outcome.removed.length });
  } catch (error) {
    const own = { severity: "error", file: "", line: 0, column: 0, message: String(error.stack) };
    parentPort.postMessage({ refused: true, problems: error.problems ?? [own], changed: 0 });
  }
});`;

let thread: Worker | undefined;

/** To be called where a template changed, and where a build is to read everything from the disk. */
export async function newThread(): Promise<void> {
  await thread?.terminate();
  thread = undefined;
}

export function buildInThread(options: BuildOptions): Promise<Outcome> {
  thread ??= new Worker(code, { eval: true });
  const worker = thread;
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", (answer: { refused: boolean; problems: readonly Problem[]; changed: number }) => {
      worker.off("error", reject);
      resolve({ ...answer, problems: answer.problems.map(lineOf) });
    });
    worker.postMessage(options);
  });
}

const lineOf = ({ severity, file, line, column, message }: Problem): string =>
  `${severity} ${file}:${line}:${column} ${message}`;
