/** The directory target: links, folders that were there before, old editions, a death on the way. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import fs, {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { withLock } from "../../src/base/transaction/transaction.ts";
import type { OptionValues } from "../../src/deploy/contract.ts";
import { directory } from "../../src/deploy/directory.ts";
import { writeEditionFolder } from "../../src/deploy/directory-edition.ts";
import { addToHistory } from "../../src/deploy/directory-publish.ts";
import { readEdition } from "../../src/deploy/edition.ts";
import { contents, fill, makeFolder } from "../base/folder.ts";
import { built, type Files, first, second } from "./site.ts";

const long = process.env.AFTERLIVE_LONG !== undefined;
const kills = long ? 200 : 6;

const deploy = async (files: Files, where: string, options: OptionValues = {}) =>
  directory.carryOut(await directory.plan(built(files), where, options));
const refusal = (files: Files, where: string, options: OptionValues = {}) =>
  expect(deploy(files, where, options)).rejects;
const numbered = (number: number): Files => ({ ...first, "number.txt": String(number) });

const many = (word: string): Files =>
  Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`p/${index}/index.html`, `${word} ${index}`]));

describe("directory", () => {
  it("makes the target a relative link, which still holds when all of it moves", async () => {
    const folder = makeFolder();
    await deploy(first, join(folder, "var/www/live"));
    const id = built(first).id;
    expect(readlinkSync(join(folder, "var/www/live"))).toBe(`live.editions/${id}`);
    fs.renameSync(join(folder, "var"), join(folder, "srv"));
    expect(contents(join(folder, "srv/www/live"))).toEqual(first);
  });

  it("shares unchanged files between editions, and none with the built folder", async () => {
    const folder = makeFolder();
    const live = join(folder, "live");
    const inode = (path: string) => statSync(path).ino;
    const edition = built(first);
    await directory.carryOut(await directory.plan(edition, live, {}));
    expect(inode(join(live, "style.css"))).not.toBe(inode(join(edition.folder, "style.css")));
    const before = inode(join(live, "style.css"));
    await deploy(second, live);
    expect(inode(join(live, "style.css"))).toBe(before);
    expect(statSync(join(live, "style.css")).nlink).toBe(2);
    expect(statSync(join(live, "visit/index.html")).nlink).toBe(1);
    expect(statSync(join(live, "style.css")).mode & 0o777).toBe(0o444);
  });

  it("leaves the edition before as it was, whatever comes after", async () => {
    const folder = makeFolder();
    const live = join(folder, "live");
    await deploy(first, live);
    await deploy(second, live);
    expect(contents(join(folder, `live.editions/${built(first).id}`))).toEqual(first);
  });

  it.each([{}, { "in-place": true }])("is readable by a server under any umask (%o)", async (options) => {
    const live = join(makeFolder(), "www/live");
    const own = process.umask(0o077);
    try {
      await deploy(first, live, options);
      await deploy(second, live, options);
      expect(process.umask()).toBe(0o077);
    } finally {
      process.umask(own);
    }
    const reach = (path: string) => statSync(join(live, path)).mode & 0o055;
    for (const folder of ["..", ".", "visit", "visit/p2", "pictures"])
      expect([folder, reach(folder)]).toEqual([folder, 0o055]);
    for (const file of Object.keys(second)) expect([file, reach(file)]).toEqual([file, 0o044]);
  });

  it("goes back to an edition that is kept by turning the link", async () => {
    const live = join(makeFolder(), "live");
    await deploy(first, live);
    const inode = statSync(join(live, ".")).ino;
    await deploy(second, live);
    await deploy(first, live);
    expect(statSync(join(live, ".")).ino).toBe(inode);
  });

  it("writes an edition anew beside one that somebody edited, and mends the live one", async () => {
    const folder = makeFolder();
    const live = join(folder, "live");
    await deploy(first, live);
    const page = join(live, "visit/index.html");
    chmodSync(page, 0o644);
    writeFileSync(page, "edited on the server");
    const report = await deploy(first, live);
    expect(report.difference.changed).toEqual(["visit/index.html"]);
    expect(contents(live)).toEqual(first);
    expect(readlinkSync(live)).toBe(`live.editions/${built(first).id}-2`);
  });

  it("keeps the newest five editions, or as many as asked for, and whatever else lies there", async () => {
    const folder = makeFolder();
    const live = join(folder, "live");
    const ids = [0, 1, 2, 3, 4, 5, 6].map((number) => built(numbered(number)).id);
    const there = () => readdirSync(join(folder, "live.editions")).sort();
    fill(folder, { "live.editions/notes/mine.txt": "kept", "live.editions/aaaaaaaaaaaa/mine.txt": "kept" });
    for (let number = 0; number < 7; number++) await deploy(numbered(number), live);
    const others = ["notes", "aaaaaaaaaaaa", "history"];
    expect(there()).toEqual([...others, ...ids.slice(2)].sort());
    await deploy(numbered(3), live, { keep: "2" });
    expect(there()).toEqual([...others, ids[6], ids[3]].sort());
    await deploy(numbered(6), live, { keep: "1" });
    expect(there()).toEqual([...others, ids[6]].sort());
    expect(contents(live)).toEqual(numbered(6));
  });

  it("takes the place of an empty folder", async () => {
    const live = join(makeFolder(), "live");
    mkdirSync(live);
    await deploy(first, live);
    expect(lstatSync(live).isSymbolicLink()).toBe(true);
    expect(contents(live)).toEqual(first);
  });

  it("refuses a folder that is there, and with --adopt keeps it beside the editions", async () => {
    const folder = makeFolder();
    const live = join(folder, "live");
    fill(folder, { "live/index.html": "theirs", "live/deep/x": "theirs" });
    await refusal(first, live).toMatchObject({
      message: `Cannot deploy to "${live}": a folder is there that this program did not make`,
      hint: `Add --adopt: the folder is kept as "${live}.editions/before-afterlive", and a link takes its place`,
    });
    expect(readdirSync(folder)).toEqual(["live"]);
    const plan = await directory.plan(built(first), live, { adopt: true });
    expect(plan.steps[1]).toBe(
      `Move the folder "${live}" to "${live}.editions/before-afterlive"; for a moment there is none`,
    );
    await directory.carryOut(plan);
    expect(contents(live)).toEqual(first);
    expect(contents(`${live}.editions/before-afterlive`)).toEqual({ "index.html": "theirs", "deep/x": "theirs" });
    rmSync(live);
    fill(folder, { "live/index.html": "theirs again" });
    await deploy(second, live, { adopt: true });
    expect(contents(`${live}.editions/before-afterlive-2`)).toEqual({ "index.html": "theirs again" });
  });

  it("refuses a link of somebody else's, and with --adopt replaces it alone", async () => {
    const folder = makeFolder();
    const live = join(folder, "live");
    fill(folder, { "old/index.html": "theirs" });
    symlinkSync("old", live);
    await refusal(first, live).toMatchObject({
      message: `Cannot deploy to "${live}": it is a link to "old", which this program did not make`,
      hint: "Add --adopt: the link is replaced, and what it leads to stays as it is",
    });
    await deploy(first, live, { adopt: true });
    expect(contents(live)).toEqual(first);
    expect(contents(join(folder, "old"))).toEqual({ "index.html": "theirs" });
  });

  it("puts back a link whose edition is gone", async () => {
    const live = join(makeFolder(), "live");
    await deploy(first, live);
    rmSync(`${live}.editions/${built(first).id}`, { recursive: true });
    await deploy(first, live);
    expect(contents(live)).toEqual(first);
  });

  it("refuses a file, a disk, and folders that lie in each other", async () => {
    const folder = makeFolder();
    fill(folder, { file: "" });
    await refusal(first, join(folder, "file")).toMatchObject({
      message: `Cannot deploy to "${join(folder, "file")}": it is a file`,
      hint: "Name a folder, or move the file away",
    });
    await refusal(first, join(folder, "file/live")).toMatchObject({
      message: expect.stringMatching(/^Cannot .*: a part of the path is a file, not a folder$/),
    });
    await refusal(first, "/").toMatchObject({
      message: 'Cannot deploy to "/": it is a whole disk',
      hint: "Name a folder on it",
    });
    const edition = built(first, join(folder, "site/_site"));
    for (const where of ["site/_site", "site", "site/_site/live", "site/_site/a/b"]) {
      await expect(directory.plan(edition, join(folder, where), { adopt: true })).rejects.toMatchObject({
        message: `Cannot deploy "${edition.folder}" to "${join(folder, where)}": one of them lies in the other`,
        hint: "Name a folder outside of the built one",
      });
    }
    expect(contents(join(folder, "site/_site"))).toEqual(first);
  });

  it.each(["0", "x", "1.5", "-1", true])("refuses to keep %j editions", async (keep) => {
    await refusal(first, join(makeFolder(), "live"), { keep }).toMatchObject({
      message: `Cannot keep "${keep}" editions: expected a whole number from 1`,
      hint: "Write, for example, --keep 3",
    });
  });

  it("lets one deploy at a time at a place, and says which process is at it", async () => {
    const live = join(makeFolder(), "live");
    await deploy(first, live);
    await withLock(`${live}.editions`, async () => {
      await refusal(second, live).toMatchObject({
        message: `Cannot change "${live}.editions": process ${process.pid} on "${fs.readdirSync(`${live}.editions/.afterlive/lock`)[0]?.split("-").at(-1)}" is at work there`,
      });
    });
    expect(contents(live)).toEqual(first);
  });

  it("removes an edition that was written and never shown, as after a kill between the two", async () => {
    const live = join(makeFolder(), "live");
    await deploy(first, live);
    const editions = `${live}.editions`;
    const name = writeEditionFolder(editions, readEdition(built(second).folder), undefined, (announced) => {
      expect(readdirSync(editions)).not.toContain(announced);
      addToHistory(editions, announced);
    });
    expect(readdirSync(editions)).toContain(name);
    await deploy({ ...first, "last.html": "" }, live, { keep: "1" });
    expect(readdirSync(editions)).not.toContain(name);
  });

  it(`shows a whole edition after each of ${kills} kills with signal 9`, { timeout: 300_000 }, async () => {
    const folder = makeFolder();
    const live = join(folder, "live");
    const sites = [first, second].map((files) => ({ ...files, ...many(files === first ? "one" : "two") }));
    const editions = sites.map((files) => built(files).folder);
    await deploy(sites[0]!, live);
    const seen = new Set<string>();
    for (let kill = 0; kill < kills; kill++) {
      const child = spawn(process.execPath, [join(import.meta.dirname, "deploy-loop.ts"), live, ...editions], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      await once(child.stdout, "data");
      await pause(Math.random() * 60);
      child.kill("SIGKILL");
      await once(child, "exit");
      const found = contents(live);
      expect(sites, `after kill ${kill}`).toContainEqual(found);
      seen.add(JSON.stringify(found));
    }
    await deploy({ ...first, "last.html": "" }, live, { keep: "1" });
    expect(contents(live)).toEqual({ ...first, "last.html": "" });
    expect(readdirSync(`${live}.editions`).sort()).toEqual([built({ ...first, "last.html": "" }).id, "history"].sort());
  });
});
