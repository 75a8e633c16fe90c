/**
 * `npm run same-site -- COMMIT [POSTS]`: builds the sample and an archive of 2,000 posts (or POSTS) with COMMIT and with the working
 * tree, each from nothing, and compares all files byte for byte. Prints each difference; the exit code is 1 if there is one.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { filesBelow } from "../src/builder/output/files-below.ts";
import { writeContent } from "./content.ts";
import { inventCorpus } from "./corpus.ts";

const repository = path.resolve(import.meta.dirname, "..");
const [commit, posts = "2000"] = process.argv.slice(2);
if (commit === undefined) throw new Error("Expected a commit: npm run same-site -- COMMIT [POSTS]");

const work = mkdtempSync(path.join(tmpdir(), "afterlive-same-"));
const before = path.join(work, "before");
const git = (...args: string[]): string => execFileSync("git", args, { cwd: repository, encoding: "utf8" });

try {
  git("worktree", "add", "--quiet", "--detach", before, commit);
  // The sources run by themselves: nothing of the commit is compiled.
  for (const modules of ["node_modules", "tools/node24/node_modules"])
    symlinkSync(path.join(repository, modules), path.join(before, modules));
  const archives = { sample: path.join(work, "sample"), invented: path.join(work, "invented") };
  cpSync(path.join(repository, "content"), path.join(archives.sample, "content"), { recursive: true });
  mkdirSync(archives.invented);
  writeContent(inventCorpus(Number(posts)), archives.invented);
  const differences = Object.entries(archives).flatMap(([name, root]) => compare(name, root));
  for (const line of differences) console.log(line);
  if (differences.length > 0) process.exitCode = 1;
} finally {
  git("worktree", "remove", "--force", before);
  rmSync(work, { recursive: true, force: true });
}

/** The differences between the sites that both programs build of one archive. */
function compare(name: string, root: string): readonly string[] {
  const [old, now] = [before, repository].map((program, index) => {
    const out = path.join(work, `${name}-site-${index}`);
    rmSync(path.join(root, ".afterlive"), { recursive: true, force: true });
    execFileSync(process.execPath, [path.join(program, "bin/afterlive.cjs"), "build", "--root", root, "--out", out], {
      env: { ...process.env, AFTERLIVE_SOURCES: "1" },
    });
    return out;
  }) as [string, string];
  const files = [...new Set([...filesBelow(old), ...filesBelow(now)])].sort();
  const unlike = files.filter((file) => !sameFile(path.join(old, file), path.join(now, file)));
  console.log(`${name}: ${files.length} files, ${unlike.length} differ`);
  return unlike.map((file) => `${name}/${file}`);
}

function sameFile(one: string, other: string): boolean {
  try {
    return readFileSync(one).equals(readFileSync(other));
  } catch {
    return false;
  }
}
