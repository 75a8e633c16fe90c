import fs, { lstatSync, readFileSync, symlinkSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import type { OptionValues } from "../../src/deploy/contract.ts";
import { directory } from "../../src/deploy/directory.ts";
import { contents, fill, makeFolder } from "../base/folder.ts";
import { systemError } from "../base/transaction/faults.ts";
import { built, type Files, first, second } from "./site.ts";

const deploy = async (files: Files, where: string, options: OptionValues = {}) =>
  directory.carryOut(await directory.plan(built(files), where, options));
const refusal = (files: Files, where: string, options: OptionValues = {}) =>
  expect(deploy(files, where, options)).rejects;

describe("directory, in place", () => {
  const options = { "in-place": true };

  it("writes a folder, no link, and goes on so without being asked again", async () => {
    const live = join(makeFolder(), "live");
    await deploy(first, live, options);
    expect(lstatSync(live).isDirectory()).toBe(true);
    const report = await deploy(second, live);
    expect(report.message).toMatch(/kept; the folder itself was written, as before$/);
    expect(contents(live)).toEqual(second);
  });

  it("leaves what others put into the folder, and replaces what it wrote", async () => {
    const live = join(makeFolder(), "live");
    await deploy(first, live, options);
    fill(live, { ".htaccess": "theirs", "visit/notes.txt": "theirs" });
    await deploy(second, live, options);
    expect(contents(live)).toEqual({ ...second, ".htaccess": "theirs", "visit/notes.txt": "theirs" });
    expect((await deploy(second, live, options)).changed).toBe(false);
  });

  it("refuses a target that is a link already", async () => {
    const live = join(makeFolder(), "live");
    await deploy(first, live);
    await refusal(second, live, options).toMatchObject({
      message: `Cannot fill "${live}" in place: it is a link to an edition`,
      hint: "Leave --in-place out, or remove the link first",
    });
  });

  it("keeps a folder that it adopts beside it", async () => {
    const folder = makeFolder();
    const live = join(folder, "live");
    fill(live, { "index.html": "theirs" });
    await deploy(first, live, { ...options, adopt: true });
    expect(lstatSync(live).isDirectory()).toBe(true);
    expect(contents(live)).toEqual(first);
    expect(contents(`${live}.editions/before-afterlive`)).toEqual({ "index.html": "theirs" });
  });

  it("replaces a link that it adopts by a folder", async () => {
    const folder = makeFolder();
    fill(folder, { "old/index.html": "theirs" });
    symlinkSync("old", join(folder, "live"));
    await deploy(first, join(folder, "live"), { ...options, adopt: true });
    expect(lstatSync(join(folder, "live")).isDirectory()).toBe(true);
    expect(contents(join(folder, "old"))).toEqual({ "index.html": "theirs" });
  });

  it.each(["EPERM", "ENOTSUP"])("is what happens, and is said, where links are impossible (%s)", async (code) => {
    const live = join(makeFolder(), "live");
    const links = [vi.spyOn(fs, "symlinkSync"), vi.spyOn(fs, "linkSync")];
    for (const link of links) {
      link.mockImplementation(() => {
        throw systemError(code);
      });
    }
    syncBuiltinESMExports();
    try {
      const report = await deploy(first, live);
      expect(report.message).toMatch(/kept; there are no links on this disk, so the folder itself was written$/);
      await deploy(second, live);
    } finally {
      for (const link of links) link.mockRestore();
      syncBuiltinESMExports();
    }
    expect(lstatSync(live).isDirectory()).toBe(true);
    expect(contents(live)).toEqual(second);
  });

  it("writes pictures and styles first, then pages, then feeds", async () => {
    const live = join(makeFolder(), "live");
    await deploy(first, live, options);
    const renamed: string[] = [];
    const rename = fs.renameSync;
    const spy = vi.spyOn(fs, "renameSync").mockImplementation((from, to) => {
      renamed.push(String(to).slice(live.length + 1));
      rename(from, to);
    });
    syncBuiltinESMExports();
    try {
      await deploy({ ...second, "a.xml": "", "feed.json": "", "index.html": "new", "z.css": "" }, live);
    } finally {
      spy.mockRestore();
      syncBuiltinESMExports();
    }
    const places = renamed.filter((path) => /\.(css|html|xml)$|feed\.json$|p2$/.test(path));
    expect(places).toEqual(["z.css", "visit/p2", "index.html", "visit/index.html", "a.xml", "feed.json"]);
    expect(readFileSync(join(live, "index.html"), "utf8")).toBe("new");
  });
});
