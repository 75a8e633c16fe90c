/** The laws of every deploy target. */
import { existsSync, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { OptionValues } from "../../src/deploy/contract.ts";
import { printPlan } from "../../src/deploy/print-plan.ts";
import { targets } from "../../src/deploy/registry.ts";
import { contents, makeFolder } from "../base/folder.ts";
import { branchContents, built, type Files, first, hasGit, runGit, second, somebody } from "./site.ts";

interface Bench {
  readonly name: string;
  readonly target: string;
  readonly options: OptionValues;
  /** A place to deploy to, within a folder that holds nothing else. */
  readonly place: (folder: string) => string;
  readonly published: (where: string) => Files;
  /** What the target adds to the files of an edition, as it documents. */
  readonly added: Files;
}

const inFolder = {
  target: "directory",
  place: (folder: string) => join(folder, "live"),
  published: (where: string) => (existsSync(where) ? contents(where) : {}),
  added: {},
};

const benches: readonly Bench[] = [
  { name: "directory", options: {}, ...inFolder },
  { name: "directory, in place", options: { "in-place": true }, ...inFolder },
  {
    name: "git-branch",
    target: "git-branch",
    options: {},
    place: (folder) => {
      runGit(folder, "init", "--quiet", "--bare", "live.git");
      return join(folder, "live.git");
    },
    published: (where) =>
      runGit(where, "branch", "--list", "gh-pages") === "" ? {} : branchContents(where, "gh-pages"),
    added: { ".nojekyll": "" },
  },
];

beforeEach(() => {
  for (const [name, value] of Object.entries(somebody)) vi.stubEnv(name, value === "" ? undefined : value);
});

afterEach(() => void vi.unstubAllEnvs());

/** Everything below a folder: names, kinds, texts, file numbers. */
function snapshot(folder: string): unknown {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return [names.map((name) => [name, lstatSync(join(folder, name)).ino, lstatSync(join(folder, name)).mtimeMs])];
}

describe("targets", () => {
  it("are each on this bench", () => {
    expect(new Set(benches.map(({ target }) => target))).toEqual(new Set(targets.map(({ name }) => name)));
  });

  it("have names, summaries and options that a command line can show", () => {
    for (const { name, summary, where, options } of targets) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(where).toMatch(/^[A-Z-]+$/);
      for (const option of options) expect(option.name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      for (const text of [summary, ...options.map((option) => option.summary)]) expect(text).toMatch(/^[a-z].*[^.]$/);
    }
  });
});

describe.each(benches)("$name", ({ target: name, options, place, published, added }) => {
  const target = targets.find((each) => each.name === name)!;
  const skip = name === "git-branch" && !hasGit;
  const deploy = async (files: Files, where: string) =>
    target.carryOut(await target.plan(built(files), where, options));

  it.skipIf(skip)("plans without changing anything", async () => {
    const folder = makeFolder();
    const where = place(folder);
    let before = snapshot(folder);
    await target.plan(built(first), where, options);
    expect(snapshot(folder)).toEqual(before);
    await deploy(first, where);
    before = snapshot(folder);
    const plan = await target.plan(built(second), where, options);
    expect(snapshot(folder)).toEqual(before);
    expect(plan.difference.added).toEqual(["visit/p2/index.html"]);
    expect(plan.difference.changed).toEqual(["visit/index.html"]);
    expect(plan.difference.removed).toEqual(["visit/p1/index.html"]);
    expect(plan.difference.kept).toEqual([...Object.keys(added), "index.html", "pictures/a-b.avif", "style.css"]);
  });

  it.skipIf(skip)("publishes exactly the edition, and the next one in its place", async () => {
    const where = place(makeFolder());
    const report = await deploy(first, where);
    expect(report.changed).toBe(true);
    expect(published(where)).toEqual({ ...added, ...first });
    await deploy(second, where);
    expect(published(where)).toEqual({ ...added, ...second });
    await deploy(first, where);
    expect(published(where)).toEqual({ ...added, ...first });
  });

  it.skipIf(skip)("does what it planned", async () => {
    const where = place(makeFolder());
    await deploy(first, where);
    const plan = await target.plan(built(second), where, options);
    const report = await target.carryOut(plan);
    expect(report.difference).toEqual(plan.difference);
    expect(report.edition).toBe(plan.edition.id);
    expect(report.message).toContain(plan.edition.id);
    expect(report.message).toContain(`1 file added, 1 changed, 1 removed, ${3 + Object.keys(added).length} kept`);
  });

  it.skipIf(skip)("does nothing the second time, and says so", async () => {
    const folder = makeFolder();
    const where = place(folder);
    await deploy(first, where);
    const before = snapshot(folder);
    const plan = await target.plan(built(first), where, options);
    expect(plan.steps).toEqual([]);
    expect(printPlan(plan)).toContain("Nothing to do: this edition is there already\n");
    const report = await target.carryOut(plan);
    expect(report.changed).toBe(false);
    expect(report.message).toMatch(/^Edition [0-9a-f]{12} is (at|on) .* already: nothing was (changed|pushed)$/);
    expect(snapshot(folder)).toEqual(before);
  });

  it.skipIf(skip)("prints a plan with counts, paths and steps", async () => {
    const where = place(makeFolder());
    await deploy(first, where);
    const text = printPlan(await target.plan(built(second), where, options));
    expect(text).toContain(`1 file added, 1 changed, 1 removed, ${3 + Object.keys(added).length} kept\n`);
    expect(text).toContain(`(5 files, 43 bytes) to ${name} "${where}"\n`);
    expect(text).toContain("  + visit/p2/index.html\n  ~ visit/index.html\n  - visit/p1/index.html\nSteps:\n  1. ");
  });

  it.skipIf(skip)("refuses an edition that changed after it was read, and publishes nothing of it", async () => {
    const where = place(makeFolder());
    await deploy(first, where);
    const edition = built(second);
    const plan = await target.plan(edition, where, options);
    built({ ...second, "visit/index.html": "visit, edited again" }, edition.folder);
    await expect(target.carryOut(plan)).rejects.toMatchObject({
      message: `Cannot deploy "${edition.folder}": "visit/index.html" changed in the meantime`,
      hint: "Let no other command write there, then deploy again",
    });
    expect(published(where)).toEqual({ ...added, ...first });
  });
});
