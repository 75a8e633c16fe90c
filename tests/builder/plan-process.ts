/** Builds in another process, which sees templates as they are now; and forgets, on request, what it has kept in memory. */
import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import type { BuildOptions } from "../../src/builder/options.ts";
import type { Problem } from "../../src/model/problem.ts";

/** What came of a build. Problems as lines: severity, place, message. */
export interface Outcome {
  readonly refused: boolean;
  readonly problems: readonly string[];
  readonly changed: number;
}

const code = `
const load = (file) => import(${JSON.stringify(path.resolve("src"))} + "/" + file);
process.on("message", async (options) => {
  const { buildSite } = await load("builder/build.ts");
  try {
    const { problems, outcome } = await buildSite(options);
    process.send({ refused: false, problems, changed: outcome.written.length + outcome.removed.length });
  } catch (error) {
    const own = { severity: "error", file: "", line: 0, column: 0, message: String(error.stack) };
    process.send({ refused: true, problems: error.problems ?? [own], changed: 0 });
  }
});`;

let other: ChildProcess | undefined;

/** To be called where a template changed, and where a build is to read everything from the disk. */
export async function newProcess(): Promise<void> {
  const last = other;
  other = undefined;
  if (last?.connected !== true) return;
  await new Promise((resolve) => {
    last.once("exit", resolve);
    last.disconnect();
  });
}

export function buildApart(options: BuildOptions): Promise<Outcome> {
  other ??= spawn(process.execPath, ["-e", code], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const child = other;
  return new Promise((resolve, reject) => {
    const end = (status: number | null, signal: string | null) =>
      reject(new Error(`The process that builds ended with ${signal ?? status}`));
    child.once("exit", end);
    child.once("message", (answer: { refused: boolean; problems: readonly Problem[]; changed: number }) => {
      child.off("exit", end);
      resolve({ ...answer, problems: answer.problems.map(lineOf) });
    });
    child.send(options);
  });
}

const lineOf = ({ severity, file, line, column, message }: Problem): string =>
  `${severity} ${file}:${line}:${column} ${message}`;
