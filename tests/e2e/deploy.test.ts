/** `afterlive deploy`: an edition arrives whole, what was published is remembered, and none of it may vanish. */
import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { withLock } from "../../src/base/transaction/transaction.ts";
import { settle } from "../builder/small-archive.ts";
import { somebody } from "../deploy/site.ts";
import { afterlive, expectRefusal, fileWith, newFolder, refuse, repository, succeed, treeOf } from "./command-line.ts";
import { pageText, regatta, regattaOptions } from "./page-text.ts";

function importedArchive(): string {
  const root = newFolder();
  succeed(["import", "-", "--root", root, ...regattaOptions], { input: pageText(regatta) });
  return root;
}

function builtArchive(): string {
  const root = importedArchive();
  succeed(["build", "--root", root]);
  return root;
}

describe("deploy directory", () => {
  test("with --dry-run prints the plan and does nothing", () => {
    const root = builtArchive();
    const parent = newFolder();
    const before = treeOf(root);
    const { stdout } = succeed(["deploy", "directory", path.join(parent, "live"), "--root", root, "--dry-run"]);
    expect(stdout).toMatch(/index\.html|\d+ files?/);
    expect(treeOf(parent)).toEqual({});
    expect(treeOf(root)).toEqual(before);
  });

  test("puts the edition where the target points, byte for byte, and the next one in its place", () => {
    const root = builtArchive();
    const live = path.join(newFolder(), "live");
    succeed(["deploy", "directory", live, "--root", root]);
    expect(lstatSync(live).isSymbolicLink()).toBe(true);
    expect(treeOf(realpathSync(live))).toMatchObject(treeOf(path.join(root, "_site")));
    const first = realpathSync(live);

    const capture = pageText([
      { headline: "A note", stamp: "18:00 British Summer Time 17 May", paragraphs: ["It rains."] },
      ...regatta,
    ]);
    succeed(["import", "-", "--root", root, ...regattaOptions], { input: capture });
    succeed(["build", "--root", root]);
    succeed(["deploy", "directory", live, "--root", root]);
    expect(realpathSync(live)).not.toBe(first);
    expect(readFileSync(path.join(live, "regatta/index.html"), "utf8")).toContain("It rains.");
  });

  test("finishes what a killed build left, so that it publishes no half of an edition", () => {
    const root = builtArchive();
    const site = path.join(root, "_site");
    const live = path.join(newFolder(), "live");
    const killed = spawnSync(process.execPath, [path.join(repository, "tests/deploy/kill-loop.ts"), site]);
    expect(killed.signal).toBe("SIGKILL");
    expect(readFileSync(path.join(site, "index.html"), "utf8")).not.toBe("new");
    succeed(["deploy", "directory", live, "--root", root, "--no-build"]);
    for (const name of ["about.html", "index.html"]) expect(readFileSync(path.join(live, name), "utf8")).toBe("new");
  });

  test("publishes nothing while a build holds the site", async () => {
    const root = builtArchive();
    const live = path.join(newFolder(), "live");
    await withLock(path.join(root, "_site"), () => {
      refuse(["deploy", "directory", live, "--root", root], /_site/, { apart: true });
    });
    expect(existsSync(live)).toBe(false);
  });

  test("refuses the archive and its sources, also where it may take a folder over", () => {
    const root = builtArchive();
    const out = path.join(newFolder(), "site");
    for (const where of [root, path.join(root, "content"), path.join(root, "public/live")])
      refuse(
        ["deploy", "directory", where, "--adopt", "--root", root, "--out", out],
        /the archive itself|which is read/,
      );
    expect(lstatSync(path.join(root, "content")).isDirectory()).toBe(true);
    expect(existsSync(path.join(root, "public"))).toBe(false);
  });

  test("refuses a folder that is in use for something else, and leaves it as it is", () => {
    const root = builtArchive();
    const live = path.join(newFolder(), "live");
    mkdirSync(path.join(live, "letters"), { recursive: true });
    const before = treeOf(live);
    refuse(["deploy", "directory", live, "--root", root], /--adopt/);
    expect(treeOf(live)).toEqual(before);
  });

  test("records what it published, and a build in which a published page would vanish fails", () => {
    const root = builtArchive();
    succeed(["deploy", "directory", path.join(newFolder(), "live"), "--root", root]);
    const published = readFileSync(path.join(root, "content/published.txt"), "utf8");
    expect(published).toMatch(/^regatta\/[a-z0-9-]+\/index\.html$/m);
    succeed(["build", "--root", root]);
    const site = treeOf(path.join(root, "_site"));
    rmSync(fileWith(path.join(root, "content"), "nine minutes"));
    const result = afterlive(["build", "--root", root]);
    expectRefusal(result, /regatta\/p20240517-1520[a-z0-9-]*/);
    expect(treeOf(path.join(root, "_site"))).toEqual(site);
  });

  test("publishes nothing where it cannot record the addresses, and publishes without the archive's lock where they are recorded", async () => {
    const root = builtArchive();
    const live = path.join(newFolder(), "live");
    await withLock(root, async () => {
      refuse(["deploy", "directory", live, "--root", root], /is at work there/, { apart: true });
      expect(existsSync(live)).toBe(false);
    });
    succeed(["deploy", "directory", live, "--root", root]);
    await withLock(root, async () => {
      succeed(["deploy", "directory", `${live}-2`, "--root", root], { apart: true });
    });
  });

  test("refuses when there is no built site and none may be built, and names the command that makes one", () => {
    const root = importedArchive();
    const parent = newFolder();
    refuse(["deploy", "directory", path.join(parent, "live"), "--root", root, "--no-build"], /afterlive build/);
    expect(treeOf(parent)).toEqual({});
  });

  test("builds first what it publishes; with --no-build it publishes the folder as it is, and says that content is newer", () => {
    const root = importedArchive();
    settle(root);
    succeed(["build", "--root", root]);
    const live = path.join(newFolder(), "live");
    const post = fileWith(path.join(root, "content"), "nine minutes");
    const shown = () => treeOf(realpathSync(live));
    expect(succeed(["deploy", "directory", live, "--root", root, "--no-build"]).stderr).not.toMatch(/newer/);
    writeFileSync(post, readFileSync(post, "utf8").replace("nine minutes", "ten minutes"));
    const before = shown();
    expect(succeed(["deploy", "directory", live, "--root", root, "--no-build"]).stderr).toMatch(/content is newer/);
    expect(succeed(["deploy", "directory", live, "--root", root, "--dry-run"]).stderr).toMatch(/content is newer/);
    expect(shown()).toEqual(before);
    expect(succeed(["deploy", "directory", live, "--root", root]).stderr).not.toMatch(/newer/);
    expect(readFileSync(path.join(live, "regatta/index.html"), "utf8")).toContain("ten minutes");
  });

  test("publishes nothing of an archive with a mistake, and names the mistake and the way round", () => {
    const root = builtArchive();
    const live = path.join(newFolder(), "live");
    const post = fileWith(path.join(root, "content"), "nine minutes");
    writeFileSync(post, readFileSync(post, "utf8").replace("published: 2024", "published: soon, 2024"));
    refuse(["deploy", "directory", live, "--root", root], /Nothing was published\n.*--no-build[\s\S]*soon, 2024/);
    expect(existsSync(live)).toBe(false);
  });

  test("publishes a merged site as it is, though the live pages are not there", () => {
    const root = builtArchive();
    const parts = newFolder();
    succeed(["build", "--root", root, "--shard", "1/1", "--out", path.join(parts, "1")]);
    rmSync(path.join(root, "content/regatta"), { recursive: true });
    rmSync(path.join(root, "_site"), { recursive: true });
    succeed(["merge", path.join(parts, "1"), "--root", root]);
    const live = path.join(newFolder(), "live");
    succeed(["deploy", "directory", live, "--root", root]);
    expect(readFileSync(path.join(live, "regatta/index.html"), "utf8")).toContain("nine minutes");
  });
});

test("published records the addresses of a site that is published by other means, once", () => {
  const root = builtArchive();
  expect(succeed(["published", "--root", root]).stdout).toMatch(
    /^content\/published\.txt: [1-9]\d* paths added, 0 known$/m,
  );
  const list = readFileSync(path.join(root, "content/published.txt"), "utf8");
  expect(list).toMatch(/^regatta\/[a-z0-9-]+\/index\.html$/m);
  expect(succeed(["published", "--root", root]).stdout).toMatch(/: 0 paths added, [1-9]\d* known$/m);
  succeed(["deploy", "directory", path.join(newFolder(), "live"), "--root", root]);
  expect(readFileSync(path.join(root, "content/published.txt"), "utf8")).toBe(list);
  rmSync(fileWith(path.join(root, "content"), "nine minutes"));
  refuse(["build", "--root", root], /regatta\/p20240517-1520/);
});

describe("deploy git-branch", () => {
  test("pushes the edition to a bare repository, and CNAME stays", () => {
    const root = builtArchive();
    const bare = path.join(newFolder(), "pages.git");
    const git = (...args: string[]) => spawnSync("git", ["--git-dir", bare, ...args], { encoding: "utf8" });
    expect(spawnSync("git", ["init", "--bare", "-q", bare]).status).toBe(0);
    succeed(["deploy", "git-branch", bare, "--branch", "pages", "--root", root], { env: somebody });
    const names = git("ls-tree", "-r", "--name-only", "pages").stdout.split("\n");
    expect(names).toEqual(expect.arrayContaining(["index.html", ".nojekyll", "regatta/index.html"]));
    expect(git("show", "pages:index.html").stdout).toBe(readFileSync(path.join(root, "_site/index.html"), "utf8"));
    expect(existsSync(path.join(root, ".git"))).toBe(false);
  });
});

test("deploy refuses a target of a kind that there is not, and lists those there are", () => {
  const root = builtArchive();
  const result = afterlive(["deploy", "ftp", "somewhere", "--root", root]);
  expect(result.status).toBe(2);
  expect(result.stdout + result.stderr).toMatch(/ftp[\s\S]*directory[\s\S]*git-branch/);
});
