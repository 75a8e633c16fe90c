/**
 * From an edition to a commit on a branch of a git repository, as GitHub Pages and similar hosts serve it. The commit is made in a
 * temporary repository, so that no checkout changes. CNAME and files whose names begin with a dot stay as they are on the branch.
 */
import { existsSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";
import { explain, Failure } from "../base/failure.ts";
import { adoptSummary, type DeployPlan, type DeployReport, type OptionValues, type Target } from "./contract.ts";
import { countChanges, isSame } from "./difference.ts";
import type { Edition } from "./edition.ts";
import { git, reasonOf, withoutPassword } from "./git.ts";
import {
  after,
  type Branch,
  commitEdition,
  differenceTo,
  identityIn,
  type Remote,
  withBranch,
} from "./git-branch-commit.ts";

const usualBranch = "gh-pages";

export const gitBranch: Target = {
  name: "git-branch",
  summary: "a branch of a git repository, as GitHub Pages serves it",
  where: "REMOTE-OR-PATH",
  replacesFolder: false,
  options: [
    { name: "branch", value: "BRANCH", summary: `the branch (usually ${usualBranch})` },
    { name: "adopt", summary: adoptSummary },
    { name: "force", summary: "overwrite what somebody else has pushed there in the meantime" },
  ],
  plan: async (edition, where, options) => guarded(where, () => makePlan(edition, where, options)),
  carryOut: async (plan) => guarded(plan.where, () => carryOut(plan)),
};

async function makePlan(edition: Edition, where: string, options: OptionValues): Promise<DeployPlan> {
  const remote = await remoteOf(edition, where, options);
  const identity = await identityIn(edition.folder);
  return withBranch(remote, async (repository, present) => {
    checkOurs(remote, present, options);
    const difference = await differenceTo(repository, present, edition);
    const committer = identity.replace(/ \d+ [+-]\d+$/, "");
    const steps = isSame(difference)
      ? []
      : [
          `${present.commit === "" ? "Begin" : "Commit to"} the branch "${remote.branch}" as ${committer}: "Publish edition ${edition.id}"`,
          `Push it to "${withoutPassword(remote.address)}"${options.force === true ? ", overwriting what others pushed" : ""}`,
        ];
    const shown = withoutPassword(remote.address);
    return { target: gitBranch.name, where, shown, edition, options, difference, steps, present: present.commit };
  });
}

async function carryOut({ edition, where, options, present: planned }: DeployPlan): Promise<DeployReport> {
  const remote = await remoteOf(edition, where, options);
  const place = `"${remote.branch}" of "${withoutPassword(remote.address)}"`;
  return withBranch(remote, async (repository, present) => {
    const difference = await differenceTo(repository, present, edition);
    if (isSame(difference)) {
      const message = `Edition ${edition.id} is on ${place} already: nothing was pushed`;
      return { changed: false, edition: edition.id, difference, message };
    }
    if (present.commit !== planned && options.force !== true) throw overtaken(place);
    const tree = await commitEdition(repository, present, edition, await identityIn(edition.folder));
    if (tree !== present.tree) await push(repository, remote, place, options.force === true);
    const message = `Edition ${edition.id} is on ${place}: ${countChanges(difference)}`;
    return { changed: true, edition: edition.id, difference, message };
  });
}

/** Throws Failure for the branch of somebody else, such as one that holds the sources of something. */
function checkOurs({ address, branch }: Remote, { ours, blobs, kept }: Branch, { adopt }: OptionValues): void {
  const theirs = [...blobs.keys()].filter((path) => !kept.has(path));
  if (ours || adopt === true || theirs.length === 0) return;
  throw new Failure(
    `Cannot deploy to the branch "${branch}" of "${withoutPassword(address)}": it holds files that this program did not publish, such as "${theirs[0]}"`,
    `Name another branch${branch === usualBranch ? "" : `, such as --branch ${usualBranch}`}; or add --adopt: the site takes the place of its files, and its commits stay`,
  );
}

async function push(repository: string, { address, branch }: Remote, place: string, force: boolean): Promise<void> {
  const forced = force ? ["--force"] : [];
  const refs = `${after}:refs/heads/${branch}`;
  const result = await git(repository, ["push", "--porcelain", "--no-verify", ...forced, "--", address, refs]);
  if (result.code !== 0) throw pushFailure(place, result.out, reasonOf(result));
}

/** Why a push failed, from the lines of `git push --porcelain`: `!`, references, `[rejected] (fetch first)`. */
export function pushFailure(place: string, porcelain: string, reason: string): Failure {
  const [, kind, why] = /^!\t[^\t]*\t\[([^\]]+)\] \((.*)\)$/m.exec(porcelain) ?? [];
  if (kind === "rejected" && why !== "stale info") return overtaken(place);
  if (kind !== undefined) {
    return new Failure(
      `Cannot push to ${place}: the repository refuses it (${why})`,
      "Ask the owner of that repository; nothing was published",
    );
  }
  return new Failure(
    `Cannot push to ${place}: ${reason}`,
    "Look whether the address is right and whether you may write there; nothing was published",
  );
}

const overtaken = (place: string): Failure =>
  new Failure(
    `Cannot push to ${place}: somebody else has pushed to it in the meantime`,
    "Deploy again to go on from there, or add --force to overwrite it; nothing was published",
  );

/** The address: a path, the name of a remote of the repository in which the edition lies, or what git takes for an address. */
async function remoteOf(edition: Edition, where: string, { branch = usualBranch }: OptionValues): Promise<Remote> {
  if (where === "" || where.startsWith("-")) {
    throw new Failure(
      `Cannot deploy to ${JSON.stringify(where)}: expected a repository`,
      "Write its address, its folder, or the name of a remote, such as origin",
    );
  }
  const good = typeof branch === "string" && !branch.startsWith("-") ? branch : "";
  if ((await git(edition.folder, ["check-ref-format", `refs/heads/${good}`])).code !== 0) {
    throw new Failure(
      `Cannot deploy to the branch ${JSON.stringify(branch)}: git does not allow that name`,
      `Write another, such as --branch ${usualBranch}`,
    );
  }
  if (existsSync(where)) return { address: resolve(where), branch: good };
  if (!/[/:\\]/.test(where)) {
    const named = await git(edition.folder, ["remote", "get-url", "--push", "--", where]);
    if (named.code === 0) return { address: await fromCheckout(edition.folder, named.out.trim()), branch: good };
    throw new Failure(
      `Cannot deploy to "${where}": there is no such folder and no remote of that name`,
      "Write the repository's address, its folder, or the name of a remote, such as origin",
    );
  }
  return { address: where, branch: good };
}

/** A remote may have a path from the top of its checkout, such as `../site.git`; the branch is made in another folder. */
async function fromCheckout(folder: string, address: string): Promise<string> {
  const isWhole = isAbsolute(address) || address.startsWith("~") || /^[^/\\]*:/.test(address);
  const top = isWhole ? undefined : await git(folder, ["rev-parse", "--show-toplevel"]);
  return top?.code === 0 ? resolve(top.out.trim(), address) : address;
}

async function guarded<T>(where: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw explain(`deploy to "${withoutPassword(where)}"`, error, "nothing was published");
  }
}
