/** Runs the bench folder's runner, which measures other generators beside afterlive: a folder of its own, installed apart. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { pagesFor } from "./corpus.ts";
import { compareSites, equalityText } from "./equal.ts";
import { hugoFull } from "./hugo.ts";
import { full, type Peer } from "./peer.ts";

/** The size of an archive. */
export interface Size {
  readonly posts: number;
  readonly pages: number;
}

/** A size as it is asked for: `2000`, or `10000/25` where other live pages are wanted than usual. */
export function sizeOf(asked: string): Size {
  const [, posts = "", pages] = /^(\d+)(?:\/(\d+))?$/.exec(asked.trim()) ?? [];
  if (posts === "") throw new Error(`Expected a number of posts such as 2000, or 10000/25, found "${asked}"`);
  return { posts: Number(posts), pages: pages === undefined ? pagesFor(Number(posts)) : Number(pages) };
}

export interface PeerRun {
  readonly sizes: readonly Size[];
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

/** The pages that every peer prints, by the generators named and by afterlive. The runner prints its report itself. */
export function runPeers(folder: string, run: PeerRun): void {
  runRunner(folder, run, ["plain"], ["--peers", run.beside]);
}

/** Afterlive's own pages, by Hugo and by afterlive; then says for each size whether both printed the same. */
export function runOwnPages(folder: string, run: PeerRun): void {
  // The runner's check and its floors are of the pages that every peer prints.
  runRunner(folder, run, ["full", "hugo-full"], ["--peers", "", "--check", "no", "--floor", "no"]);
  const site = (peer: Peer, name: string, posts: number): string => {
    const place = { dir: path.join(run.work, name, String(posts)), tools: path.join(path.resolve(folder), ".tools") };
    const [command = "", ...args] = peer.build(place);
    const env = { ...process.env, ...peer.env(place) };
    const { status, error } = spawnSync(command, args, { cwd: place.dir, env });
    if (status !== 0)
      throw new Error(`Cannot compare: "${command}" in "${place.dir}": ${error?.message ?? `it ended with ${status}`}`);
    return path.join(place.dir, "site");
  };
  for (const { posts } of run.sizes) {
    // Built once more: what was printed while serving names no cards.
    const compared = compareSites(site(full, "full", posts), site(hugoFull, "hugo-full", posts));
    const { text, alike } = equalityText(compared);
    process.stdout.write(`\n${posts} posts, our pages by Hugo beside our own:\n\n${text}`);
    if (!alike) throw new Error("Cannot compare: Hugo printed other pages than afterlive; see the table");
  }
}

function runRunner(folder: string, run: PeerRun, own: readonly string[], more: readonly string[]): void {
  const options = [
    ["--sizes", run.sizes.map(({ posts, pages }) => `${posts}/${pages}`).join()],
    ["--runs", String(run.rounds)],
    ["--peer-dir", own.map((peer) => path.join(import.meta.dirname, peer)).join()],
    ["--out", run.results],
    ["--work", run.work],
    more,
  ];
  const { status } = spawnSync(process.execPath, [runnerIn(folder), ...options.flat()], { stdio: "inherit" });
  if (status !== 0) throw new Error(`Cannot measure other generators: the runner in "${folder}" ended with ${status}`);
}

const runnerIn = (folder: string): string => path.join(path.resolve(folder), "lib/run.mjs");
