/** The folder a site is written to: whether it may be, what in it is ours, and what of it need not be looked at again. */
import fs from "node:fs";
import path from "node:path";
import { sha256 } from "../base/digest.ts";
import type { Change } from "../base/transaction.ts";
import { type Problem, Refusal } from "../model/problem.ts";
import { filesBelow, isLitter } from "./files-below.ts";

/** A file of the site, whole: `write` says how to get it, `digest` what it is. */
export interface Output {
  readonly path: string;
  readonly digest: string;
  readonly write: { readonly bytes: string } | { readonly copy: string };
}

/** What the last build left in a folder: digest, size and time of each file. Kept in the cache, never in the site. */
type OutRecord = Readonly<Record<string, readonly [digest: string, size: number, time: number]>>;

export interface OutPlan {
  readonly changes: readonly Change[];
  /** Files that are as the last build left them, and as this one wants them. */
  readonly untouched: readonly string[];
}

/** Refuses a folder in which a site would be in the way of the archive. */
export function checkOut(root: string, cache: string, out: string): void {
  const [top, kept, target] = [root, cache, out].map(realpath) as [string, string, string];
  if (fs.existsSync(target) && !fs.statSync(target).isDirectory())
    throw refusal(out, `Cannot build into "${out}": it is a file`, "Name a folder with --out");
  const inside = (folder: string, file: string) => file === folder || file.startsWith(path.join(folder, path.sep));
  if (inside(target, top))
    throw refusal(
      out,
      `Cannot build into "${out}": the archive itself lies there`,
      "Name a folder of its own with --out; the default is ROOT/_site",
    );
  for (const name of ["content", "templates", "public"])
    if (inside(path.join(top, name), target))
      throw refusal(
        out,
        `Cannot build into "${out}": it lies in "${name}/", which is read`,
        "Name a folder beside it with --out",
      );
  if (target === kept || inside(path.join(kept, "pictures"), target) || inside(path.join(kept, "sites"), target))
    throw refusal(out, `Cannot build into "${out}": the cache lies there`, "Name another folder with --out");
}

/**
 * The changes that make a folder hold exactly the outputs. Throws Refusal if it holds files that no build of this archive
 * is known to have written: they would be overwritten or lost.
 */
export function planOut(options: { root: string; cache: string; out: string }, outputs: readonly Output[]): OutPlan {
  const { out } = options;
  const before = readRecord(options);
  const present = filesBelow(out).filter((file) => !file.startsWith(".afterlive/") && !isLitter(file));
  const wanted = new Map(outputs.map((output) => [output.path, output]));
  const lost = before === undefined && isSiteOfOurs(out);
  const foreign = present.filter((file) => {
    if (before?.[file] !== undefined) return false;
    const output = wanted.get(file);
    if (output !== undefined) return !lost && digestOf(out, file) !== output.digest;
    return !(lost && looksOurs(out, file));
  });
  if (foreign.length > 0) throw foreignFiles(out, foreign);
  const changes: Change[] = [];
  const untouched: string[] = [];
  for (const output of outputs) {
    if (isAsLeft(out, output, before?.[output.path])) untouched.push(output.path);
    else changes.push({ path: output.path, ...output.write });
  }
  for (const file of present) if (!wanted.has(file)) changes.push({ path: file, remove: true });
  return { changes, untouched };
}

/** Says, before a commit, what may be found after a crash in the middle of it; all of that is ours too. */
export function announce(options: { root: string; cache: string; out: string }, outputs: readonly Output[]): void {
  const unknown = ["", -1, 0] as const;
  const coming = Object.fromEntries(outputs.map(({ path: file }) => [file, unknown]));
  writeRecord(options, { ...coming, ...readRecord(options) });
}

/** Remembers, after a commit, what the folder holds. */
export function remember(options: { root: string; cache: string; out: string }, outputs: readonly Output[]): void {
  const record: Record<string, readonly [string, number, number]> = {};
  for (const { path: file, digest } of outputs) {
    const { size, mtimeMs } = fs.statSync(path.join(options.out, file));
    record[file] = [digest, size, mtimeMs];
  }
  writeRecord(options, record);
}

function isAsLeft(out: string, { path: file, digest }: Output, left: OutRecord[string] | undefined): boolean {
  if (left === undefined || left[0] !== digest) return false;
  const stat = fs.lstatSync(path.join(out, file), { throwIfNoEntry: false });
  return stat?.isFile() === true && stat.size === left[1] && stat.mtimeMs === left[2];
}

/** The cache can be deleted at any time: pages say themselves who printed them. */
const isSiteOfOurs = (out: string): boolean => looksOurs(out, "index.html");

function looksOurs(out: string, file: string): boolean {
  if (/^pictures\/[0-9a-f]{16}-\d+\.(avif|webp|jpg|png)$/.test(file)) return true;
  if (!file.endsWith(".html") || !fs.existsSync(path.join(out, file))) return false;
  return /<meta name="generator" content="afterlive/.test(fs.readFileSync(path.join(out, file), "utf8").slice(0, 4096));
}

const digestOf = (out: string, file: string): string => {
  const at = path.join(out, file);
  return fs.lstatSync(at).isFile() ? sha256(fs.readFileSync(at)) : "";
};

function recordFile({ root, cache, out }: { root: string; cache: string; out: string }): string {
  const relative = path.relative(realpath(root), realpath(out)).split(path.sep).join("/");
  const name = relative.startsWith("..") ? realpath(out) : relative;
  return path.join(cache, "sites", `${sha256(name).slice(0, 16)}.json`);
}

function readRecord(options: { root: string; cache: string; out: string }): OutRecord | undefined {
  try {
    const { version, files } = JSON.parse(fs.readFileSync(recordFile(options), "utf8"));
    return version === 1 && typeof files === "object" ? files : undefined;
  } catch {
    return undefined;
  }
}

function writeRecord(options: { root: string; cache: string; out: string }, files: OutRecord): void {
  const file = recordFile(options);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(`${file}.${process.pid}.tmp`, JSON.stringify({ version: 1, files }));
  fs.renameSync(`${file}.${process.pid}.tmp`, file);
}

/** As fs.realpathSync, for what may not be there yet. */
function realpath(file: string): string {
  const full = path.resolve(file);
  if (fs.existsSync(full) || path.dirname(full) === full) return fs.realpathSync(full);
  return path.join(realpath(path.dirname(full)), path.basename(full));
}

function foreignFiles(out: string, files: readonly string[]): Refusal {
  const shown = files.slice(0, 5).map((file) => `"${file}"`);
  const more = files.length > shown.length ? ` and ${files.length - shown.length} more` : "";
  return refusal(
    out,
    `Cannot build into "${out}": it holds files that no build of this archive is known to have written: ${shown.join(", ")}${more}`,
    "Name an empty folder with --out. If it is an old build, delete the folder; what is to be in the site goes to ROOT/public/",
  );
}

function refusal(file: string, message: string, hint: string): Refusal {
  const problem: Problem = { severity: "error", file, line: 0, column: 0, message, hint };
  return new Refusal([problem]);
}
