/** The git-branch target, against a bare repository in a temporary folder. */
import { chmodSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { OptionValues } from "../../src/deploy/contract.ts";
import { withoutPassword } from "../../src/deploy/git.ts";
import { gitBranch, pushFailure } from "../../src/deploy/git-branch.ts";
import { printPlan } from "../../src/deploy/print-plan.ts";
import { contents, fill, makeFolder } from "../base/folder.ts";
import { branchContents, built, type Files, first, hasGit, nobody, runGit, second, somebody } from "./site.ts";

const become = (who: Files) => {
  for (const [name, value] of Object.entries(who)) vi.stubEnv(name, value === "" ? undefined : value);
};
beforeEach(() => become(somebody));
afterEach(() => void vi.unstubAllEnvs());

function bare(): string {
  const folder = join(makeFolder(), "pages.git");
  runGit(makeFolder(), "init", "--quiet", "--bare", folder);
  return folder;
}

/** Somebody else's commit: the branch holds these files and no others. */
function push(repository: string, branch: string, files: Files): void {
  const folder = makeFolder();
  fill(folder, files);
  runGit(folder, "init", "--quiet", "--initial-branch", branch);
  runGit(folder, "add", "--all", "--force");
  runGit(folder, "commit", "--quiet", "--message", "theirs");
  runGit(folder, "push", "--quiet", "--force", repository, branch);
}

const deploy = async (files: Files, where: string, options: OptionValues = {}) =>
  gitBranch.carryOut(await gitBranch.plan(built(files), where, options));
const refs = (repository: string) => runGit(repository, "for-each-ref");
const log = (repository: string, branch: string, format: string) =>
  runGit(repository, "log", `--format=${format}`, branch).trim();

describe.skipIf(!hasGit)("git-branch", () => {
  it("begins the branch with the edition and .nojekyll, in the name of whoever deploys", async () => {
    const repository = bare();
    const report = await deploy(first, repository);
    const { id } = built(first);
    expect(report.message).toBe(
      `Edition ${id} is on "gh-pages" of "${repository}": 6 files added, 0 changed, 0 removed, 0 kept`,
    );
    expect(branchContents(repository, "gh-pages")).toEqual({ ...first, ".nojekyll": "" });
    expect(log(repository, "gh-pages", "%an <%ae> %cn <%ce>%n%B")).toBe(
      `Ada Editor <ada@example.org> Ada Editor <ada@example.org>\nPublish edition ${id}\n\n5 files, made by afterlive.`,
    );
  });

  it("keeps CNAME and dot files of the branch, removes what else is not in the edition, and keeps its history", async () => {
    const repository = bare();
    const theirs = { CNAME: "example.org", ".well-known/acme/x": "key", ".nojekyll": "", "old.html": "old" };
    push(repository, "pages", theirs);
    const plan = await gitBranch.plan(built(first), repository, { branch: "pages", adopt: true });
    expect(plan.difference.removed).toEqual(["old.html"]);
    expect(plan.difference.kept).toEqual([".nojekyll", ".well-known/acme/x", "CNAME"]);
    await gitBranch.carryOut(plan);
    const { "old.html": _, ...kept } = theirs;
    expect(branchContents(repository, "pages")).toEqual({ ...first, ...kept });
    expect(log(repository, "pages", "%s").split("\n")).toEqual([`Publish edition ${built(first).id}`, "theirs"]);
  });

  it("refuses a branch that no deploy made, and changes nothing there", async () => {
    const repository = bare();
    push(repository, "main", { "src/boat.c": "source", CNAME: "example.org" });
    const before = refs(repository);
    await expect(deploy(first, repository, { branch: "main" })).rejects.toMatchObject({
      message: `Cannot deploy to the branch "main" of "${repository}": it holds files that this program did not publish, such as "src/boat.c"`,
      hint: "Name another branch, such as --branch gh-pages; or add --adopt: the site takes the place of its files, and its commits stay",
    });
    expect(refs(repository)).toBe(before);
  });

  it("knows its branch again under what somebody committed on top", async () => {
    const repository = bare();
    await deploy(first, repository);
    const folder = join(makeFolder(), "clone");
    runGit(makeFolder(), "clone", "--quiet", "--branch", "gh-pages", repository, folder);
    fill(folder, { CNAME: "example.org" });
    runGit(folder, "add", "--all");
    runGit(folder, "commit", "--quiet", "--message", "Create CNAME");
    runGit(folder, "push", "--quiet", "origin", "gh-pages");
    await deploy(second, repository);
    expect(branchContents(repository, "gh-pages")).toEqual({ ...second, CNAME: "example.org", ".nojekyll": "" });
  });

  it("lets the edition's own CNAME and dot files win", async () => {
    const repository = bare();
    push(repository, "gh-pages", { CNAME: "old.example.org", ".well-known/x": "old" });
    await deploy({ ...first, CNAME: "new.example.org", ".well-known/x": "new" }, repository);
    expect(branchContents(repository, "gh-pages")).toMatchObject({ CNAME: "new.example.org", ".well-known/x": "new" });
  });

  it("keeps names and bytes as they are, whatever git would make of them", async () => {
    const repository = bare();
    const odd: Files = {
      ...first,
      '"quoted" name.html': "a",
      "é ü/日本.txt": "b",
      "-dash": "c",
      "lines.txt": "a\r\nb\r\n",
      ".gitattributes": "* text eol=lf\n",
      "_private/x": "d",
    };
    await deploy(odd, repository);
    expect(branchContents(repository, "gh-pages")).toEqual({ ...odd, ".nojekyll": "" });
    expect((await deploy(odd, repository)).changed).toBe(false);
  });

  it("leaves the repository as it is when it only plans, or has nothing to do", async () => {
    const repository = bare();
    await deploy(first, repository);
    const before = refs(repository);
    const plan = await gitBranch.plan(built(second), repository, {});
    expect(printPlan(plan)).toContain(
      `  1. Commit to the branch "gh-pages" as Ada Editor <ada@example.org>: "Publish edition ${built(second).id}"\n  2. Push it to "${repository}"\n`,
    );
    const again = await deploy(first, repository);
    expect(again.message).toBe(
      `Edition ${built(first).id} is on "gh-pages" of "${repository}" already: nothing was pushed`,
    );
    expect(refs(repository)).toBe(before);
    expect(Object.keys(contents(repository)).filter((path) => path.includes("afterlive"))).toEqual([]);
  });

  it("touches neither the checkout in which the edition lies nor its hooks, and takes a remote by its name", async () => {
    const repository = bare();
    const project = makeFolder();
    fill(project, { "README.md": "mine", ".gitignore": "_site\n" });
    runGit(project, "init", "--quiet", "--initial-branch", "main");
    runGit(project, "add", "--all");
    runGit(project, "commit", "--quiet", "--message", "mine");
    runGit(project, "remote", "add", "origin", repository);
    for (const hook of ["pre-push", "pre-commit", "post-checkout", "reference-transaction"]) {
      writeFileSync(join(project, ".git/hooks", hook), "#!/bin/sh\nexit 1\n");
      chmodSync(join(project, ".git/hooks", hook), 0o755);
    }
    const edition = built(first, join(project, "_site"));
    const before = [runGit(project, "status", "--porcelain"), refs(project), contents(project)];
    vi.stubEnv("GIT_DIR", join(project, ".git"));
    vi.stubEnv("GIT_INDEX_FILE", join(project, ".git/index"));
    await gitBranch.carryOut(await gitBranch.plan(edition, "origin", {}));
    vi.stubEnv("GIT_DIR", undefined);
    vi.stubEnv("GIT_INDEX_FILE", undefined);
    expect([runGit(project, "status", "--porcelain"), refs(project), contents(project)]).toEqual(before);
    expect(branchContents(repository, "gh-pages")).toEqual({ ...first, ".nojekyll": "" });
  });

  it("takes a remote whose address is a path from the top of the checkout", async () => {
    const repository = bare();
    const project = join(makeFolder(), "deeper/than/the/repository/of/a/deploy");
    fill(project, { "README.md": "mine" });
    runGit(project, "init", "--quiet");
    runGit(project, "remote", "add", "origin", relative(project, repository));
    const edition = built(first, join(project, "archive/_site"));
    await gitBranch.carryOut(await gitBranch.plan(edition, "origin", {}));
    expect(branchContents(repository, "gh-pages")).toEqual({ ...first, ".nojekyll": "" });
  });

  it("refuses when somebody has pushed since the plan, unless it is told to overwrite", async () => {
    const repository = bare();
    await deploy(first, repository);
    const plan = await gitBranch.plan(built(second), repository, {});
    push(repository, "gh-pages", { "theirs.html": "theirs", CNAME: "example.org" });
    await expect(gitBranch.carryOut(plan)).rejects.toMatchObject({
      message: `Cannot push to "gh-pages" of "${repository}": somebody else has pushed to it in the meantime`,
      hint: "Deploy again to go on from there, or add --force to overwrite it; nothing was published",
    });
    expect(branchContents(repository, "gh-pages")).toEqual({ "theirs.html": "theirs", CNAME: "example.org" });
    await gitBranch.carryOut({ ...plan, options: { force: true } });
    expect(branchContents(repository, "gh-pages")).toEqual({ ...second, ".nojekyll": "", CNAME: "example.org" });
  });

  it("says why the repository refuses a push", async () => {
    const repository = bare();
    writeFileSync(join(repository, "hooks/pre-receive"), "#!/bin/sh\nexit 1\n");
    chmodSync(join(repository, "hooks/pre-receive"), 0o755);
    await expect(deploy(first, repository)).rejects.toMatchObject({
      message: `Cannot push to "gh-pages" of "${repository}": the repository refuses it (pre-receive hook declined)`,
      hint: "Ask the owner of that repository; nothing was published",
    });
    expect(refs(repository)).toBe("");
  });

  it("asks who commits before it does anything", async () => {
    const repository = bare();
    become(nobody);
    await expect(gitBranch.plan(built(first), repository, {})).rejects.toMatchObject({
      message: expect.stringMatching(/^Cannot commit the edition: git does not know who you are \(.+\)$/),
      hint: 'Say it once: git config --global user.name "Your Name", and git config --global user.email you@example.org',
    });
  });

  it("says that there is no git", async () => {
    vi.stubEnv("PATH", makeFolder());
    await expect(gitBranch.plan(built(first), "/x/y", {})).rejects.toMatchObject({
      message: "Cannot run git: it is not installed",
      hint: "Install git (https://git-scm.com), then deploy again",
    });
  });

  it.each(["", "-x", "--upload-pack=touch /tmp/x"])("refuses the repository %j", async (where) => {
    await expect(gitBranch.plan(built(first), where, {})).rejects.toMatchObject({
      message: `Cannot deploy to ${JSON.stringify(where)}: expected a repository`,
      hint: "Write its address, its folder, or the name of a remote, such as origin",
    });
  });

  it.each(["", "-x", "--force", "a b", "a..b", "x.lock", "a:b", "/", true])("refuses the branch %j", async (branch) => {
    await expect(gitBranch.plan(built(first), bare(), { branch })).rejects.toMatchObject({
      message: `Cannot deploy to the branch ${JSON.stringify(branch)}: git does not allow that name`,
      hint: "Write another, such as --branch gh-pages",
    });
  });

  it("refuses an address that runs a program, a folder that is no repository, and a name nobody knows", async () => {
    const folder = makeFolder();
    await expect(gitBranch.plan(built(first), `ext::touch ${folder}/ran`, {})).rejects.toMatchObject({
      message: `Cannot read "gh-pages" of "ext::touch ${folder}/ran": transport 'ext' not allowed`,
    });
    expect(contents(folder)).toEqual({});
    await expect(gitBranch.plan(built(first), folder, {})).rejects.toMatchObject({
      message: `Cannot read "gh-pages" of "${folder}": '${folder}' does not appear to be a git repository`,
      hint: "Look whether the address is right and whether you may read and write there; nothing was published",
    });
    await expect(gitBranch.plan(built(first), "nowhere", {})).rejects.toMatchObject({
      message: 'Cannot deploy to "nowhere": there is no such folder and no remote of that name',
      hint: "Write the repository's address, its folder, or the name of a remote, such as origin",
    });
  });
});

describe("pushFailure", () => {
  const place = '"gh-pages" of "x"';
  const line = (what: string) => `To x\n!\trefs/a:refs/heads/gh-pages\t${what}\nDone\n`;

  it.each(["[rejected] (fetch first)", "[rejected] (non-fast-forward)"])("tells %j as somebody else's push", (what) => {
    expect(pushFailure(place, line(what), "")).toMatchObject({
      message: `Cannot push to ${place}: somebody else has pushed to it in the meantime`,
    });
  });

  it("gives git's own reason when no reference was refused", () => {
    expect(pushFailure(place, "", "Authentication failed")).toMatchObject({
      message: `Cannot push to ${place}: Authentication failed`,
      hint: "Look whether the address is right and whether you may write there; nothing was published",
    });
  });
});

describe("withoutPassword", () => {
  it("takes names and passwords out of addresses, wherever they stand", () => {
    expect(withoutPassword("unable to access 'https://ada:secret@host/x.git/'")).toBe(
      "unable to access 'https://host/x.git/'",
    );
    expect(withoutPassword("https://token@host/x")).toBe("https://host/x");
    expect(withoutPassword("git@host:x/y.git")).toBe("git@host:x/y.git");
    expect(withoutPassword("https://host/a@b")).toBe("https://host/a@b");
  });
});
