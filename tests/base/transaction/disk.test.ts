/** Real disks that are full, read-only or not ours. Needs the right to mount, or to be no administrator: else skipped, and says so. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmdirSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type Change, commit } from "../../../src/base/transaction/transaction.ts";
import { contents, fill, makeFolder, thrownBy } from "../folder.ts";

const run = (program: string, ...args: string[]) => spawnSync(program, args, { stdio: "ignore" }).status === 0;
const isRoot = process.getuid?.() === 0;

const canMount = (() => {
  if (process.platform !== "linux" || !isRoot) return false;
  const probe = mkdtempSync(join(tmpdir(), "afterlive-"));
  const can = run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", probe) && run("umount", probe);
  rmdirSync(probe);
  return can;
})();
const needsMount = canMount ? "" : " (skipped: no right to mount)";

function mounted(size: string): string {
  const folder = makeFolder();
  if (!run("mount", "-t", "tmpfs", "-o", `size=${size}`, "tmpfs", folder)) throw new Error("cannot mount");
  onTestFinished(() => void run("umount", "-l", folder));
  return folder;
}

const text = (size: number) => "x".repeat(size);

describe("commit", () => {
  it.skipIf(!canMount)(
    `on a disk that gets full writes nothing, and works when there is space again${needsMount}`,
    () => {
      const folder = mounted("1m");
      const before = { "a.md": "old", "big/file": text(500_000) };
      fill(folder, before);
      const asked = [
        { path: "a.md", bytes: "new" },
        ...Array.from({ length: 20 }, (_, index) => ({ path: `new/${index}`, bytes: text(50_000) })),
      ];
      expect(thrownBy(() => commit(folder, asked))).toMatchObject({
        message: `Cannot write to "${folder}": the disk is full`,
        hint: "Free some space on that disk; nothing was changed",
      });
      expect(contents(folder)).toEqual(before);
      const used = statfsSync(folder);
      expect((used.blocks - used.bfree) * used.bsize).toBeLessThan(600_000);
      commit(folder, asked.slice(0, 3));
      expect(Object.keys(contents(folder))).toEqual(["a.md", "big/file", "new/0", "new/1"]);
    },
  );

  it.skipIf(!canMount)(`on a disk filled to the last byte writes nothing${needsMount}`, () => {
    const folder = mounted("256k");
    fill(folder, { "a.md": "old" });
    for (const size of [4096, 1]) {
      try {
        for (let index = 0; ; index++) writeFileSync(join(folder, `fill-${size}-${index}`), text(size));
      } catch {
        // It is full now.
      }
    }
    const before = contents(folder);
    expect(thrownBy(() => commit(folder, [{ path: "a.md", bytes: "newer" }]))).toMatchObject({
      message: `Cannot write to "${folder}": the disk is full`,
    });
    expect(contents(folder)).toEqual(before);
  });

  it.skipIf(!canMount)(`on a read-only disk says so${needsMount}`, () => {
    const folder = mounted("1m");
    fill(folder, { "a.md": "old" });
    run("mount", "-o", "remount,ro", folder);
    expect(thrownBy(() => commit(folder, [{ path: "a.md", bytes: "new" }]))).toMatchObject({
      message: `Cannot write to "${folder}": the disk is read-only`,
      hint: "Make the disk writable, or choose another folder; nothing was changed",
    });
  });

  it.skipIf(!canMount)(`into a folder that is another disk refuses before it writes${needsMount}`, () => {
    const folder = makeFolder();
    mkdirSync(join(folder, "other"));
    run("mount", "-t", "tmpfs", "tmpfs", join(folder, "other"));
    onTestFinished(() => void run("umount", "-l", join(folder, "other")));
    const asked = [
      { path: "a.md", bytes: "new" },
      { path: "other/b.md", bytes: "new" },
    ];
    expect(thrownBy(() => commit(folder, asked))).toMatchObject({
      message: `Cannot write to "${join(folder, "other")}": it lies on another disk than "${folder}"`,
      hint: "Put both on one disk: only then can files be replaced all at once",
    });
    expect(contents(folder)).toEqual({ "other/": "" });
  });

  it.skipIf(!canMount)(`over a file on a read-only disk of its own refuses before it writes${needsMount}`, () => {
    const folder = makeFolder();
    fill(folder, { "a.md": "old", "b/locked.md": "old" });
    run("mount", "--bind", join(folder, "b"), join(folder, "b"));
    run("mount", "-o", "remount,bind,ro", join(folder, "b"));
    onTestFinished(() => void run("umount", "-l", join(folder, "b")));
    const asked = [
      { path: "a.md", bytes: "new" },
      { path: "b/locked.md", bytes: "new" },
    ];
    expect(thrownBy(() => commit(folder, asked))).toMatchObject({
      message: `Cannot write to "${join(folder, "b")}": the disk is read-only`,
    });
    expect(contents(folder)).toEqual({ "a.md": "old", "b/locked.md": "old" });
  });

  const canLackRights = process.platform !== "win32";

  it.skipIf(!canLackRights)("in a folder without the right to write says so", () => {
    const folder = makeFolder();
    fill(folder, { "a.md": "old" });
    chmodSync(folder, 0o555);
    expect(commitWithoutRights(folder, [{ path: "a.md", bytes: "new" }])).toEqual({
      message: `Cannot write to "${folder}": no permission`,
      hint: "Give yourself the right to write there, or choose another folder; nothing was changed",
    });
    chmodSync(folder, 0o755);
    expect(contents(folder)).toEqual({ "a.md": "old" });
  });

  it.skipIf(!canLackRights)("with one folder among many without the right to write changes none", () => {
    const folder = makeFolder();
    fill(folder, { "a.md": "old", "locked/b.md": "old" });
    chmodSync(folder, 0o777);
    chmodSync(join(folder, "locked"), 0o555);
    const asked = [
      { path: "a.md", bytes: "new" },
      { path: "locked/b.md", bytes: "new" },
    ];
    expect(commitWithoutRights(folder, asked)).toMatchObject({
      message: `Cannot write to "${join(folder, "locked")}": no permission`,
    });
    chmodSync(join(folder, "locked"), 0o755);
    expect(contents(folder)).toEqual({ "a.md": "old", "locked/b.md": "old" });
  });
});

/** What it throws, in a process of its own: an administrator takes another's part, for whom alone rights are missing. */
function commitWithoutRights(folder: string, changes: readonly Change[]): unknown {
  const script = `
    const { commit } = await import(${JSON.stringify(join(import.meta.dirname, "../../../src/base/transaction/transaction.ts"))});
    if (process.getuid() === 0) process.setuid(65534);
    try {
      commit(${JSON.stringify(folder)}, ${JSON.stringify(changes)});
    } catch ({ message, hint }) {
      console.log(JSON.stringify({ message, hint }));
    }`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
  if (stdout === "") throw new Error(`expected it to throw: ${stderr}`);
  return JSON.parse(stdout);
}
