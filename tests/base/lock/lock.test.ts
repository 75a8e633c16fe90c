/** Who holds a folder, and what is left of those who did. */
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Busy, Failure } from "../../../src/base/failure.ts";
import { ownClaim } from "../../../src/base/lock/claim.ts";
import { confirmLock, onLockWait, takeLock } from "../../../src/base/lock/lock.ts";
import { processIsAlive, processStart } from "../../../src/base/lock/process.ts";
import { contents, fill, makeFolder, thrownBy } from "../folder.ts";

const host = hostname().replace(/[^A-Za-z0-9.]/g, "_");
/** The run of the system and the namespace, as the claims of this machine name it. */
const realm = ownClaim().split("-")[2];
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
      `${process.pid}-${processStart(process.pid)}-${realm}-${host}`,
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
    const name = `${process.ppid}-${processStart(process.ppid)}-${realm}-${host}`;
    const file = claim(folder, name);
    const busy = thrownBy(() => takeLock(folder));
    expect(busy).toBeInstanceOf(Busy);
    expect(busy).toMatchObject({
      message: `Cannot change "${folder}": process ${process.ppid} on "${host}" is at work there`,
      hint: `Wait until it has ended and run the command again; if there is no such process, remove "${file}"`,
    });
    expect(contents(folder)).toEqual({ [`.afterlive/lock/${name}`]: "" });
  });

  it.each([
    ["another machine", "1-1--elsewhere.example"],
    ["a container of the same name", `${process.pid}-${processStart(process.pid)}-0123456789ab-${host}`],
  ])("is Busy for a claim of %s as long as it gives signs of life", async (_, name) => {
    const folder = makeFolder();
    const file = claim(folder, name);
    const beat = `setInterval(() => require("fs").writeFileSync(${JSON.stringify(file)}, "."), 50)`;
    const alive = spawn(process.execPath, ["-e", beat], { stdio: "ignore" });
    try {
      const [pid = "", , , on = ""] = name.split("-");
      expect(thrownBy(() => takeLock(folder))).toMatchObject({
        message: `Cannot change "${folder}": process ${pid} on "${on}" is at work there`,
      });
    } finally {
      alive.kill("SIGKILL");
    }
  });

  it("passes over a claim of another machine that gave no sign of life for a minute, and waits for the end of the minute", () => {
    const folder = makeFolder();
    const file = claim(folder, "1-1--elsewhere.example");
    const ago = Date.now() / 1000 - 59;
    utimesSync(file, ago, ago);
    const began = performance.now();
    const said: string[] = [];
    onLockWait((line) => said.push(line));
    const giveBack = takeLock(folder);
    onLockWait(() => {});
    expect(performance.now() - began).toBeGreaterThan(500);
    expect(said).toEqual([
      `waiting, a minute at most, for a sign of life of process 1 on "elsewhere.example", which held "${folder}"`,
    ]);
    expect(readdirSync(join(folder, ".afterlive/lock"))).toEqual([ownClaim()]);
    giveBack();
  });

  it("gives signs of life, also while its own thread has no time for them", () => {
    const folder = makeFolder();
    const giveBack = takeLock(folder);
    confirmLock(folder, true);
    const file = join(folder, ".afterlive/lock", ownClaim());
    const before = statSync(file).mtimeMs;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 6500);
    expect(statSync(file).mtimeMs).toBeGreaterThan(before);
    giveBack();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("passes over the claim of a process that is dead, and over its number's next owner", () => {
    const folder = makeFolder();
    claim(folder, `${deadProcess()}-1234-${realm}-${host}`);
    claim(folder, `${process.ppid}-1-${realm}-${host}`);
    claim(folder, `${process.ppid}-1-${host}`);
    claim(folder, "not a claim");
    const giveBack = takeLock(folder);
    expect(readdirSync(join(folder, ".afterlive/lock")).sort()).toEqual(
      [`${process.pid}-${processStart(process.pid)}-${realm}-${host}`, "not a claim"].sort(),
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

describe("confirmLock", () => {
  it("throws where another process has taken the holder for dead, and only then", () => {
    const folder = makeFolder();
    const giveBack = takeLock(folder);
    confirmLock(folder, false);
    rmSync(join(folder, ".afterlive/lock", ownClaim()));
    expect(thrownBy(() => confirmLock(folder, false))).toMatchObject({
      message: `Cannot change "${folder}": this process lost its lock, since it stood still for too long`,
      hint: "Run the command again; nothing was changed",
    });
    giveBack();
    confirmLock(folder, false);
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
