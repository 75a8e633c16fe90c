/** Who holds a folder, and what is left of those who did. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Busy, Failure } from "../../src/base/failure.ts";
import { takeLock } from "../../src/base/lock.ts";
import { processIsAlive, processStart } from "../../src/base/process.ts";
import { contents, fill, makeFolder, thrownBy } from "./folder.ts";

const host = hostname().replace(/[^A-Za-z0-9.]/g, "_");
const deadProcess = () => spawnSync(process.execPath, ["-e", ""]).pid;

function claim(folder: string, name: string): string {
  mkdirSync(join(folder, ".afterlive/lock"), { recursive: true });
  writeFileSync(join(folder, ".afterlive/lock", name), "");
  return join(folder, ".afterlive/lock", name);
}

describe("takeLock", () => {
  it("leaves a claim that names process, start and machine, and takes it away again", () => {
    const folder = makeFolder();
    const giveBack = takeLock(folder);
    expect(readdirSync(join(folder, ".afterlive/lock"))).toEqual([
      `${process.pid}-${processStart(process.pid)}-${host}`,
    ]);
    giveBack();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is Busy while this very process holds the folder, under whatever name", () => {
    const folder = makeFolder();
    const giveBack = takeLock(folder);
    const busy = thrownBy(() => takeLock(`${folder}/.`));
    expect(busy).toBeInstanceOf(Busy);
    giveBack();
    takeLock(folder)();
  });

  it("is Busy while another living process holds it, and says which and what to do", () => {
    const folder = makeFolder();
    const name = `${process.ppid}-${processStart(process.ppid)}-${host}`;
    const file = claim(folder, name);
    const busy = thrownBy(() => takeLock(folder));
    expect(busy).toBeInstanceOf(Busy);
    expect(busy).toMatchObject({
      message: `Cannot change "${folder}": process ${process.ppid} on "${host}" is at work there`,
      hint: `Wait until it has ended and run the command again; if there is no such process, remove "${file}"`,
    });
    expect(contents(folder)).toEqual({ [`.afterlive/lock/${name}`]: "" });
  });

  it("is Busy for a claim of another machine, whose processes it cannot see", () => {
    const folder = makeFolder();
    claim(folder, "1-1-elsewhere.example");
    expect(thrownBy(() => takeLock(folder))).toMatchObject({
      message: `Cannot change "${folder}": process 1 on "elsewhere.example" is at work there`,
    });
  });

  it("passes over the claim of a process that is dead, and over its number's next owner", () => {
    const folder = makeFolder();
    claim(folder, `${deadProcess()}-1234-${host}`);
    claim(folder, `${process.ppid}-1-${host}`);
    claim(folder, "not a claim");
    const giveBack = takeLock(folder);
    expect(readdirSync(join(folder, ".afterlive/lock")).sort()).toEqual(
      [`${process.pid}-${processStart(process.pid)}-${host}`, "not a claim"].sort(),
    );
    giveBack();
  });

  it("refuses a folder that is a file, and one below a file", () => {
    const folder = makeFolder();
    fill(folder, { file: "text" });
    const refused = thrownBy(() => takeLock(join(folder, "file")));
    expect(refused).toBeInstanceOf(Failure);
    expect(refused).toMatchObject({
      message: `Cannot write to "${join(folder, "file")}": a file of that name is in the way`,
      hint: "Move that file away, or choose another folder; nothing was changed",
    });
    expect(thrownBy(() => takeLock(join(folder, "file/below")))).toMatchObject({
      message: `Cannot write to "${join(folder, "file/below")}": a part of the path is a file, not a folder`,
    });
    expect(contents(folder)).toEqual({ file: "text" });
  });
});

describe("processIsAlive", () => {
  it("knows this process by its start, and no other with its number", () => {
    const start = processStart(process.pid);
    expect(start).toMatch(/^[A-Za-z0-9]+$/);
    expect(processIsAlive(process.pid, start)).toBe(true);
    expect(processIsAlive(process.pid, `${start}0`)).toBe(false);
    expect(processIsAlive(process.pid, "")).toBe(true);
    expect(processIsAlive(deadProcess(), start)).toBe(false);
  });
});
