/** Small built folders for the tests of deploy, and a git that knows no user. */
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { type Edition, readEdition } from "../../src/deploy/edition.ts";
import { fill, makeFolder } from "../base/folder.ts";

export type Files = Readonly<Record<string, string>>;

export const first: Files = {
  "index.html": "<a href=visit/>",
  "visit/index.html": "visit",
  "visit/p1/index.html": "p1",
  "style.css": "body{}",
  "pictures/a-b.avif": "picture",
};
/** One file changed, one added, one removed, three kept. */
export const second: Files = {
  "index.html": "<a href=visit/>",
  "visit/index.html": "visit, edited",
  "visit/p2/index.html": "p2",
  "style.css": "body{}",
  "pictures/a-b.avif": "picture",
};

/** A built folder with these files, read. */
export function built(files: Files, folder = join(makeFolder(), "_site")): Edition {
  rmSync(folder, { recursive: true, force: true });
  fill(folder, files);
  return readEdition(folder);
}

export const hasGit = spawnSync("git", ["--version"]).status === 0;

/** Runs git in a folder and gives what it prints; throws what it says when it fails. */
export function runGit(folder: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync("git", args, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
  return stdout;
}

/** The settings of a person whom nothing but the test knows; to be given to `vi.stubEnv`. */
export const nobody: Readonly<Record<string, string>> = {
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "",
  GIT_COMMITTER_NAME: "",
  GIT_AUTHOR_EMAIL: "",
  GIT_COMMITTER_EMAIL: "",
  EMAIL: "",
};
export const somebody: Readonly<Record<string, string>> = {
  ...nobody,
  GIT_AUTHOR_NAME: "Ada Editor",
  GIT_COMMITTER_NAME: "Ada Editor",
  GIT_AUTHOR_EMAIL: "ada@example.org",
  GIT_COMMITTER_EMAIL: "ada@example.org",
};

/** Every file on a branch with its text. */
export function branchContents(repository: string, branch: string): Record<string, string> {
  const paths = runGit(repository, "ls-tree", "-r", "-z", "--name-only", branch).split("\0").filter(Boolean);
  return Object.fromEntries(paths.map((path) => [path, runGit(repository, "show", `${branch}:${path}`)]));
}
