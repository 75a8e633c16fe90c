/** From an edition to a commit, in a bare temporary repository. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../base/digest.ts";
import { Failure } from "../base/failure.ts";
import { makeTemporaryFolder } from "../base/temporary-folder.ts";
import type { Difference } from "./contract.ts";
import { compare } from "./difference.ts";
import type { Edition } from "./edition.ts";
import { git, reasonOf, withoutPassword } from "./git.ts";

export interface Remote {
  /** As git takes it: an address or an absolute path. */
  readonly address: string;
  readonly branch: string;
}

/** What the branch holds, and which files of it every deploy keeps. */
export interface Branch {
  /** The commit; "" if there is no such branch. */
  readonly commit: string;
  readonly tree: string;
  /** Git's own digests by path. */
  readonly blobs: ReadonlyMap<string, string>;
  /** Whether a deploy made one of its commits; the newest may be a merge, or a change of somebody. */
  readonly ours: boolean;
  /** Lines of `git ls-tree` of what an edition does not touch: CNAME and names that begin with a dot. */
  readonly kept: ReadonlyMap<string, string>;
}

const noBranch: Branch = { commit: "", tree: "", ours: true, blobs: new Map(), kept: new Map() };

const before = "refs/afterlive/before";
export const after = "refs/afterlive/after";

/** The commits of a branch that are looked at for one of ours. */
const depth = 100;

/** The words of a message by which a deploy knows its own commits. */
const signed = (files: number): string => `${files} files, made by afterlive.`;
const signature = /^\d+ files, made by afterlive\.$/m;

/** Runs with a bare repository that holds the newest commit of the branch, and removes the repository afterwards. */
export async function withBranch<T>(
  { address, branch }: Remote,
  run: (repository: string, present: Branch) => Promise<T>,
): Promise<T> {
  const repository = makeTemporaryFolder("git");
  try {
    await must(repository, ["init", "--quiet", "--bare", "."], "prepare a repository");
    const reading = `read "${branch}" of "${withoutPassword(address)}"`;
    const heads = await must(repository, ["ls-remote", "--", address, `refs/heads/${branch}`], reading);
    if (heads.trim() === "") return await run(repository, noBranch);
    const refs = `+refs/heads/${branch}:${before}`;
    await must(repository, ["fetch", "--quiet", "--no-tags", "--depth=1", "--", address, refs], reading);
    const present = await readBranch(repository);
    if (present.ours || present.kept.size === present.blobs.size) return await run(repository, present);
    // Somebody may have committed on top of what was published.
    const deeper = ["fetch", "--quiet", "--no-tags", `--depth=${depth}`, "--filter=blob:none", "--", address, refs];
    await must(repository, deeper, reading);
    const log = await must(repository, ["log", "--first-parent", "--format=%B", before], reading);
    return await run(repository, { ...present, ours: signature.test(log) });
  } finally {
    rmSync(repository, { recursive: true, force: true });
  }
}

/** The output of a git command that must succeed; `action` as in `Cannot ACTION: ...`. */
async function must(repository: string, args: readonly string[], action: string, input?: Parameters<typeof git>[2]) {
  const result = await git(repository, args, input);
  if (result.code === 0) return result.out;
  throw new Failure(
    `Cannot ${action}: ${reasonOf(result)}`,
    "Look whether the address is right and whether you may read and write there; nothing was published",
  );
}

async function readBranch(repository: string): Promise<Branch> {
  const [commit = "", tree = ""] = (
    await must(repository, ["rev-parse", `${before}^{commit}`, `${before}^{tree}`], "read the branch")
  ).split("\n");
  const blobs = new Map<string, string>();
  const kept = new Map<string, string>();
  for (const line of (await must(repository, ["ls-tree", "-r", "-z", tree], "read the branch")).split("\0")) {
    const [, mode, digest, path] = /^(\d+) \w+ ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
    if (mode === undefined || digest === undefined || path === undefined) continue;
    blobs.set(path, digest);
    if (path === "CNAME" || path.startsWith(".")) kept.set(path, `M ${mode} ${digest} ${quoted(path)}\n`);
  }
  const ours = signature.test(await must(repository, ["log", "-1", "--format=%B", before], "read the branch"));
  return { commit, tree, blobs, kept, ours };
}

/** This file tells GitHub to serve all files as they are. Without it, files whose names begin with "_" would be missing. */
const noJekyll = ".nojekyll";

/** What publishing would change on the branch. Adds `.nojekyll` to the edition's files; what is kept counts as kept. */
export async function differenceTo(repository: string, present: Branch, edition: Edition): Promise<Difference> {
  const paths = edition.files.map(({ path }) => path);
  const files = paths.map((path) => `${join(edition.folder, path)}\n`).join("");
  const hashed = await must(repository, ["hash-object", "--no-filters", "--stdin-paths"], "read the edition", files);
  const digests = hashed.split("\n");
  const wanted = new Map([...present.kept.keys()].map((path) => [path, present.blobs.get(path) ?? ""]));
  if (!wanted.has(noJekyll)) wanted.set(noJekyll, "");
  for (const [index, path] of paths.entries()) wanted.set(path, digests[index] ?? "");
  return compare(present.blobs, wanted);
}

/** Commits the edition on top of the branch and gives the tree. Reads each file once more; throws Failure for one that has changed. */
export async function commitEdition(
  repository: string,
  present: Branch,
  edition: Edition,
  identity: string,
): Promise<string> {
  await must(
    repository,
    ["fast-import", "--quiet", "--date-format=raw"],
    "commit the edition",
    stream(present, edition, identity),
  );
  return (await must(repository, ["rev-parse", `${after}^{tree}`], "commit the edition")).trim();
}

function* stream(present: Branch, edition: Edition, identity: string): Generator<string | Uint8Array> {
  const message = `Publish edition ${edition.id}\n\n${signed(edition.files.length)}\n`;
  const own = new Set(edition.files.map(({ path }) => path));
  yield `commit ${after}\nauthor ${identity}\ncommitter ${identity}\ndata ${Buffer.byteLength(message)}\n${message}`;
  if (present.commit !== "") yield `from ${present.commit}\ndeleteall\n`;
  for (const [path, line] of present.kept) if (!own.has(path)) yield line;
  if (!own.has(noJekyll) && !present.kept.has(noJekyll)) yield `M 100644 inline ${noJekyll}\ndata 0\n\n`;
  for (const { path, digest } of edition.files) {
    const bytes = readFileSync(join(edition.folder, path));
    if (sha256(bytes) !== digest) {
      throw new Failure(
        `Cannot deploy "${edition.folder}": "${path}" changed in the meantime`,
        "Let no other command write there, then deploy again",
      );
    }
    yield `M 100644 inline ${quoted(path)}\ndata ${bytes.length}\n`;
    yield bytes;
    yield "\n";
  }
}

/** As fast-import takes it: the names of an edition hold neither control characters nor backslashes. */
const quoted = (path: string): string => `"${path.replace(/["\\]/g, "\\$&").replace(/\n/g, "\\n")}"`;

/** Who commits, and when, as git prints it: `Name <address> seconds zone`. Git reads the settings of the folder of the edition. */
export async function identityIn(folder: string): Promise<string> {
  const result = await git(folder, ["var", "GIT_COMMITTER_IDENT"]);
  if (result.code === 0) return result.out.trim();
  throw new Failure(
    `Cannot commit the edition: git does not know who you are (${reasonOf(result)})`,
    'Say it once: git config --global user.name "Your Name", and git config --global user.email you@example.org',
  );
}
