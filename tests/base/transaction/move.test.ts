/** What moving costs and leaves: no bytes copied, one rename a folder, nothing of a stage; and what is flushed. */
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Change, commit, newStage, withLock } from "../../../src/base/transaction/transaction.ts";
import { contents, fill, makeFolder } from "../folder.ts";
import { systemError, withFaults } from "./faults.ts";

type Files = Readonly<Record<string, string>>;

/** Commits what is asked for of a stage that holds these files; gives how often each call to the system was made meanwhile. */
function move(
  folder: string,
  prepared: Files,
  asked: (stage: string) => readonly Change[],
  options: { durable?: boolean } = {},
): Promise<Readonly<Record<string, number>>> {
  return withLock(folder, () => {
    const stage = newStage(folder);
    fill(stage, prepared);
    const calls: Record<string, number> = {};
    withFaults(
      () => commit(folder, asked(stage), options),
      (_, name) => {
        calls[name] = (calls[name] ?? 0) + 1;
        return undefined;
      },
    );
    return calls;
  });
}

const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`whole/${index % 7}/${index}`, "text"]));

describe("commit of what a caller prepared", () => {
  it("places the very file, with the permissions of the one it replaces", async () => {
    const folder = makeFolder();
    fill(folder, { a: "old" });
    chmodSync(join(folder, "a"), 0o640);
    let prepared = 0;
    await move(folder, { a: "new" }, (stage) => {
      prepared = statSync(join(stage, "a")).ino;
      return [{ path: "a", move: join(stage, "a") }];
    });
    const { ino, mode } = statSync(join(folder, "a"));
    expect([ino, mode & 0o777]).toEqual([prepared, 0o640]);
    expect(contents(folder)).toEqual({ a: "new" });
  });

  it("does not touch a file that is equal to what is moved", async () => {
    const folder = makeFolder();
    fill(folder, { a: "text" });
    utimesSync(join(folder, "a"), 1000, 1000);
    const before = statSync(join(folder, "a"));
    await move(folder, { a: "text" }, (stage) => [{ path: "a", move: join(stage, "a") }]);
    const after = statSync(join(folder, "a"));
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
    expect(contents(folder)).toEqual({ a: "text" });
  });

  it("places a whole folder by one rename, and names it by its path", async () => {
    const folder = makeFolder();
    const calls = await move(folder, many, (stage) => [{ path: "site", move: join(stage, "whole") }]);
    expect(calls.renameSync).toBe(1);
    expect(Object.keys(contents(folder))).toHaveLength(100);
    const outcome = await withLock(folder, () => {
      const stage = newStage(folder);
      fill(stage, many);
      return commit(folder, [{ path: "other", move: join(stage, "whole") }]);
    });
    expect(outcome).toEqual({ written: ["other"], removed: [], unchanged: [] });
  });

  it("flushes each of few files that it moves, in folders too, with the folders; and nothing where it need not last", async () => {
    const prepared = { a: "a", "in/b": "b", "whole/c": "c", "whole/deep/d": "d" };
    const asked = (stage: string) =>
      ["a", "in/b", "whole"].map((name) => ({ path: name.replace("in/", ""), move: join(stage, name) }));
    const durable = await move(makeFolder(), prepared, asked);
    // a, b, c, d, whole, deep; the stage, the folder "in" in it and the one of the change; the journal and where it lies.
    expect(durable.fsyncSync).toBe(11);
    const folder = makeFolder();
    const quick = await move(folder, prepared, asked, { durable: false });
    expect(quick.fsyncSync).toBeUndefined();
    expect(contents(folder)).toEqual({ a: "a", b: "b", "whole/c": "c", "whole/deep/d": "d" });
  });

  it("writes no reserve where only files are replaced", async () => {
    const folder = makeFolder();
    const asked = (text: string) => () => ["a", "b"].map((path) => ({ path, bytes: text }));
    const fresh = await move(folder, {}, asked("one"));
    const replaced = await move(folder, {}, asked("two"));
    expect([fresh.writeFileSync, replaced.writeFileSync]).toEqual([4, 3]);
  });

  it("keeps the permissions of a replaced file for a copy among written files", () => {
    const folder = makeFolder();
    const source = join(makeFolder(), "source");
    writeFileSync(source, "new");
    chmodSync(source, 0o600);
    fill(folder, { a: "old", b: "old" });
    commit(folder, [
      { path: "a", bytes: "new" },
      { path: "b", copy: source },
    ]);
    expect(["a", "b"].map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([0o644, 0o644]);
  });
});

describe("newStage", () => {
  it("goes with the commit, and with the lock, whatever is thrown under it", async () => {
    const folder = makeFolder();
    await withLock(folder, () => {
      const stages = [newStage(folder), newStage(folder)];
      for (const stage of stages) fill(stage, { "a/b": "text" });
      commit(folder, []);
      expect(stages.map((stage) => existsSync(stage))).toEqual([false, false]);
    });
    const failed = withLock(folder, () => {
      fill(newStage(folder), { "a/b": "text" });
      throw new Error("no");
    });
    await expect(failed).rejects.toThrow("no");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("gives an absolute path also where the folder is named by another", async () => {
    const folder = makeFolder();
    const before = process.cwd();
    process.chdir(folder);
    try {
      await move("site", { a: "text" }, (stage) => {
        expect(stage.startsWith(join(folder, "site/.afterlive/staged-"))).toBe(true);
        return [{ path: "a", move: join(stage, "a") }];
      });
    } finally {
      process.chdir(before);
    }
    expect(readFileSync(join(folder, "site/a"), "utf8")).toBe("text");
  });

  it("outlasts the lock while a journal names what lies in it", async () => {
    const folder = makeFolder();
    const failed = withLock(folder, () => {
      const stage = newStage(folder);
      fill(stage, { a: "a", "whole/b": "b" });
      const asked = ["a", "whole"].map((path) => ({ path, move: join(stage, path) }));
      withFaults(
        () => commit(folder, asked),
        (_, name) => (name === "renameSync" ? systemError("ENOSPC") : undefined),
      );
    });
    await expect(failed).rejects.toThrow(`Cannot finish the change of "${folder}": the disk is full`);
    commit(folder, []);
    expect(contents(folder)).toEqual({ a: "a", "whole/b": "b" });
  });

  it("is removed by the next command after a crash", () => {
    const folder = makeFolder();
    fill(folder, { a: "a", ".afterlive/staged-0123456789abcdef/x/y": "left" });
    commit(folder, []);
    expect(contents(folder)).toEqual({ a: "a" });
  });
});
