/** afterlive as a person runs it: the real program in folders of its own, and what it left there. */
import { type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished } from "vitest";
import { type Ended, runInThread, runInThreadAsync } from "./in-thread.ts";

export const repository = path.resolve(import.meta.dirname, "../..");
export const launcher = path.join(repository, "bin/afterlive.cjs");

interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What standard input holds; nothing if left out. */
  readonly input?: string | Uint8Array;
  /** Another user's number, for what a person may not do. */
  readonly uid?: number;
  /** A process of its own, where the test is about the process: its start, its lock, its memory. */
  readonly apart?: boolean;
}

const spawned = ({ cwd, env, uid }: RunOptions) => ({
  ...(cwd === undefined ? {} : { cwd }),
  ...(uid === undefined ? {} : { uid, gid: uid }),
  env: { ...process.env, ...env },
});

/** Runs `afterlive ...args` to its end. */
export function afterlive(args: readonly string[], options: RunOptions = {}): Ended {
  const isApart = options.apart || options.env !== undefined || options.uid !== undefined;
  return isApart ? runApart(args, options) : runInThread(args, options);
}

/** The same while this thread goes on, such as with a server that `afterlive` asks; one at a time. */
export const afterliveBeside = (args: readonly string[], options: Pick<RunOptions, "cwd"> = {}): Promise<Ended> =>
  runInThreadAsync(args, options);

function runApart(args: readonly string[], options: RunOptions): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], {
    ...spawned(options),
    input: options.input ?? "",
    encoding: "utf8",
    timeout: 120_000,
    maxBuffer: 2 ** 28,
  });
  return { status, stdout, stderr };
}

/** Starts `afterlive ...args` and lets it run. */
export function startAfterlive(args: readonly string[], options: RunOptions = {}) {
  const settings: SpawnOptions = { ...spawned(options), stdio: ["ignore", "pipe", "pipe"] };
  const child = spawn(process.execPath, [launcher, ...args], settings);
  let [stdout, stderr] = ["", ""];
  child.stdout?.on("data", (chunk) => (stdout += chunk));
  child.stderr?.on("data", (chunk) => (stderr += chunk));
  const ended = new Promise<Ended>((resolve) => child.on("close", (status) => resolve({ status, stdout, stderr })));
  return { child, ended, output: () => stdout + stderr };
}

/** Runs and expects exit code 0. */
export function succeed(args: readonly string[], options: RunOptions = {}): Ended {
  const result = afterlive(args, options);
  expect(result, `afterlive ${args.join(" ")}`).toMatchObject({ status: 0 });
  return result;
}

/** Runs and expects a refusal for a person: a non-zero exit, a message that fits, a hint, and no stack trace. */
export function refuse(args: readonly string[], message: RegExp, options: RunOptions = {}): Ended {
  const result = afterlive(args, options);
  expectRefusal(result, message);
  return result;
}

export function expectRefusal(result: Ended, message: RegExp): void {
  const said = result.stdout + result.stderr;
  expect([1, 2], said).toContain(result.status);
  expect(said).toMatch(message);
  expect(said, "a refusal is no defect").not.toMatch(/defect of afterlive|^\s+at .*:\d+:\d+/m);
  // What to do about it stands on a line of its own.
  expect(said).toMatch(/^ {4}\S/m);
}

/** A new folder that goes when the test ends. */
export function newFolder(): string {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), "afterlive-e2e-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files below a folder, `{ "content/a.md": "..." }`, and returns the folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
  }
  return folder;
}

/** A copy of the repository's own archive, free to be spoilt. */
export function sampleArchive(): string {
  const root = newFolder();
  cpSync(path.join(repository, "content"), path.join(root, "content"), { recursive: true });
  return root;
}

/** Everything below a folder: path -> digest, "folder" or the link's target. `except` leaves out what begins so. */
export function treeOf(folder: string, except = /^$/): Readonly<Record<string, string>> {
  const tree: Record<string, string> = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    const file = path.join(folder, name);
    const stats = lstatSync(file);
    if (except.test(name)) continue;
    if (stats.isSymbolicLink()) tree[name] = `-> ${readlinkSync(file)}`;
    else tree[name] = stats.isDirectory() ? "folder" : createHash("sha256").update(readFileSync(file)).digest("hex");
  }
  return tree;
}

/** The one file below a folder whose text holds these words. */
export function fileWith(folder: string, words: string): string {
  const found = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".md") && readFileSync(path.join(folder, name), "utf8").includes(words),
  );
  expect(found, `files with "${words}"`).toHaveLength(1);
  return path.join(folder, found[0]!);
}
