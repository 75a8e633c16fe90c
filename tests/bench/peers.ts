/** Runs the bench folder's runner, which measures other generators beside afterlive: a folder of its own, installed apart. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { pagesFor } from "./corpus.ts";

export interface PeerRun {
  /** Numbers of posts. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  /** Names of the generators beside afterlive, such as "hugo,zola". */
  readonly beside: string;
  /** Where `results.json` and `results.md` go. */
  readonly results: string;
  /** Where sites are built: the disk that is measured. */
  readonly work: string;
}

/** Why the runner in `folder` cannot be run; undefined if it can. */
export function peersMissing(folder: string | undefined): string | undefined {
  if (folder === undefined || folder === "")
    return "Other generators are left out: name the bench folder with --peers DIR or AFTERLIVE_BENCH";
  if (existsSync(runnerIn(folder))) return undefined;
  return `Other generators are left out: expected the bench runner at "${runnerIn(folder)}", found nothing`;
}

/** The runner prints its report itself. */
export function runPeers(folder: string, { sizes, rounds, beside, results, work }: PeerRun): void {
  const own = [path.join(import.meta.dirname, "plain")];
  const options = [
    ["--sizes", sizes.map((posts) => `${posts}/${pagesFor(posts)}`).join()],
    ["--runs", String(rounds)],
    ["--peers", beside],
    ["--peer-dir", own.join()],
    ["--out", results],
    ["--work", work],
  ];
  const { status } = spawnSync(process.execPath, [runnerIn(folder), ...options.flat()], { stdio: "inherit" });
  if (status !== 0) throw new Error(`Cannot measure other generators: the runner in "${folder}" ended with ${status}`);
}

const runnerIn = (folder: string): string => path.join(path.resolve(folder), "lib/run.mjs");
