/** A transaction whose process dies, or whose disk is full, at each of its calls to the system in turn. */
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../src/base/digest.ts";
import { explain, Failure } from "../../src/base/failure.ts";
import { takeLock } from "../../src/base/lock.ts";
import { type Change, commit, newStage } from "../../src/base/transaction.ts";
import { forgetStages } from "../../src/base/transaction-laid.ts";
import { systemError, withFaults } from "./faults.ts";
import { contents, fill, makeFolder, thrownBy } from "./folder.ts";

const long = process.env.AFTERLIVE_LONG !== undefined;

const before = {
  "a.md": "a, old",
  "gone/x.md": "x",
  "gone/deep/y.md": "y",
  "file-to-be-folder": "text",
  "folder-to-be-file/z.md": "z",
  "folder-to-be-file/in/z.md": "z",
  "kept.md": "kept",
  "moved-over.md": "old",
  "moved-equal.md": "equal",
};
const laid = {
  "over.md": "moved, new",
  "equal.md": "equal",
  "below.md": "moved below",
  "whole/one.md": "one",
  "whole/deep/two.md": "two",
};
const asked = (stage: string): readonly Change[] => [
  { path: "a.md", bytes: "a, new and longer" },
  { path: "new.md", bytes: "new" },
  { path: "new/folder/one.md", bytes: "one" },
  { path: "new/two.md", bytes: "two" },
  { path: "gone/x.md", remove: true },
  { path: "gone/deep/y.md", remove: true },
  { path: "file-to-be-folder", remove: true },
  { path: "file-to-be-folder/in.md", bytes: "in" },
  { path: "folder-to-be-file/z.md", remove: true },
  { path: "folder-to-be-file/in/z.md", remove: true },
  { path: "folder-to-be-file", bytes: "a file" },
  { path: "kept.md", bytes: "kept" },
  { path: "moved-over.md", move: join(stage, "over.md") },
  { path: "moved-equal.md", move: join(stage, "equal.md") },
  { path: "new/moved.md", move: join(stage, "below.md") },
  { path: "whole", move: join(stage, "whole") },
];

/** What a command does: it lays files ready, then commits. */
function change(folder: string): void {
  const giveBack = takeLock(folder);
  try {
    const stage = newStage(folder);
    try {
      fill(stage, laid);
    } catch (error) {
      throw explain(`write to "${folder}"`, error, "nothing was changed");
    }
    commit(folder, asked(stage));
  } finally {
    giveBack();
  }
}

const after = {
  "a.md": "a, new and longer",
  "new.md": "new",
  "new/folder/one.md": "one",
  "new/two.md": "two",
  "file-to-be-folder/in.md": "in",
  "folder-to-be-file": "a file",
  "kept.md": "kept",
  "moved-over.md": "moved, new",
  "moved-equal.md": "equal",
  "new/moved.md": "moved below",
  "whole/one.md": "one",
  "whole/deep/two.md": "two",
};

function prepared(): string {
  const folder = makeFolder();
  fill(folder, before);
  return folder;
}

/** What other commands see, and what the next one leaves. */
const visible = (folder: string) =>
  Object.fromEntries(Object.entries(contents(folder)).filter(([path]) => !path.startsWith(".afterlive/")));

const key = (files: object) => JSON.stringify(files, Object.keys({ ...before, ...after }).sort());

class Death extends Error {}

/** Runs until the n-th call, from which on every call finds the process dead. */
function dies(run: () => void, moment: number): { died: boolean } {
  let died = false;
  withFaults(
    () => {
      try {
        run();
      } catch (error) {
        if (!(error instanceof Death)) throw error;
      }
    },
    (number) => {
      died ||= number >= moment;
      return died ? new Death() : undefined;
    },
  );
  return { died };
}

/** A folder in which a transaction has died at its n-th call; undefined if it has fewer. */
function diedAt(moment: number): string | undefined {
  const folder = prepared();
  const { died } = dies(() => change(folder), moment);
  forgetStages(folder);
  return died ? folder : undefined;
}

describe("commit that dies", () => {
  it("at any call leaves a folder that the next command brings to exactly before or exactly after", () => {
    const seen = new Set<string>();
    let moment = 0;
    for (; ; moment++) {
      const folder = diedAt(moment);
      if (folder === undefined) break;
      commit(folder, []);
      const found = contents(folder);
      expect([key(before), key(after)], `at call ${moment}`).toContain(key(found));
      expect(Object.keys(found).sort()).toEqual(Object.keys("new.md" in found ? after : before).sort());
      seen.add(key(found));
    }
    expect(moment).toBeGreaterThan(60);
    expect(seen).toEqual(new Set([key(before), key(after)]));
  });

  it("and whose successor dies too, at any call, is finished or discarded by the third", () => {
    for (let moment = 0; diedAt(moment) !== undefined; moment += long ? 1 : 7) {
      for (let second = 0, died = true; died; second += long ? 1 : 5) {
        const folder = diedAt(moment)!;
        died = dies(() => commit(folder, []), second).died;
        commit(folder, []);
        const found = contents(folder);
        expect([before, after], `at calls ${moment} and ${second}`).toContainEqual(found);
      }
    }
  });
});

describe("commit on a disk that is full", () => {
  it("at any call either does all, or nothing and says so, or says that the next command goes on", () => {
    const seen = new Set<string>();
    for (let moment = 0; ; moment++) {
      const folder = prepared();
      let thrown: unknown;
      const count = withFaults(
        () => {
          try {
            change(folder);
          } catch (error) {
            thrown = error;
          }
        },
        (number) => (number === moment ? systemError("ENOSPC") : undefined),
      );
      if (count <= moment) break;
      const found = visible(folder);
      if (thrown === undefined) {
        expect(found, `at call ${moment}`).toEqual(after);
        seen.add("done");
      } else if (!(thrown instanceof Failure)) throw thrown;
      else if (thrown.hint.endsWith("nothing was changed")) {
        expect(thrown.message).toMatch(/^Cannot write to ".*": the disk is full$/);
        expect(found, `at call ${moment}`).toEqual(before);
        commit(folder, []);
        expect(contents(folder), `at call ${moment}, and again`).toEqual(before);
        seen.add("nothing");
      } else {
        expect(thrown.message).toBe(`Cannot finish the change of "${folder}": the disk is full`);
        expect(thrown.hint).toBe(
          "Free some space on that disk; then run the command again: it goes on where this one stopped",
        );
        commit(folder, []);
        expect(contents(folder), `at call ${moment}, and again`).toEqual(after);
        seen.add("later");
      }
    }
    expect(seen).toEqual(new Set(["done", "nothing", "later"]));
  });
});

let decision = 0;

/** A folder whose change is decided and not yet begun. */
function decided(): string {
  for (; ; decision++) {
    const folder = diedAt(decision)!;
    const copy = makeFolder();
    cpSync(folder, copy, { recursive: true, preserveTimestamps: true });
    commit(copy, []);
    if ("new.md" in contents(copy)) return folder;
  }
}

describe("a journal that is found", () => {
  it("leaves a file as it is that somebody changed or made in the meantime, and finishes the rest", () => {
    const folder = decided();
    fill(folder, { "a.md": "a person's", "new.md": "a person's too", "gone/x.md": "kept by a person" });
    commit(folder, []);
    expect(contents(folder)).toEqual({
      ...after,
      "a.md": "a person's",
      "new.md": "a person's too",
      "gone/x.md": "kept by a person",
    });
  });

  it("puts files into a folder that somebody made in the meantime", () => {
    const folder = decided();
    fill(folder, { "new/two.md": "a person's", "new/three.md": "a person's" });
    commit(folder, []);
    expect(contents(folder)).toEqual({ ...after, "new/two.md": "a person's", "new/three.md": "a person's" });
  });

  it("is finished in a copy of the folder too, where every file looks changed", () => {
    const folder = makeFolder();
    cpSync(decided(), folder, { recursive: true });
    utimesSync(join(folder, "a.md"), 1, 1);
    commit(folder, []);
    expect(contents(folder)).toEqual(after);
  });

  it("is thrown away when it is cut short by one byte or changed in one", () => {
    for (const harm of [
      (file: string) => truncateSync(file, readFileSync(file).length - 2),
      (file: string) => writeFileSync(file, readFileSync(file, "utf8").replace("new.md", "nex.md")),
      (file: string) => truncateSync(file, 0),
    ]) {
      const folder = decided();
      harm(join(folder, ".afterlive/journal"));
      commit(folder, []);
      expect(contents(folder)).toEqual(before);
    }
  });

  const forged = (steps: object, more: object = {}) => {
    const body = JSON.stringify({
      format: 2,
      staged: "staged-00",
      inode: 0,
      steps: { cleared: [], clearedFolders: [], placed: [], dropped: [], emptied: [], ...steps },
      ...more,
    });
    return `${body}\n${sha256(body)}\n`;
  };

  it.each([
    { dropped: [["../victim", null]] },
    { cleared: [["/victim", null]] },
    { placed: [{ path: "../victim", was: null, from: "staged-00/0" }] },
    { placed: [{ path: "x", was: null, from: "staged-00/0", formerly: "../victim" }] },
    { placed: [{ path: "x", was: null, from: "staged-00/../../../victim" }] },
    { emptied: ["../victim"] },
    { clearedFolders: ["a/../../victim"] },
  ])("reaches no further than a change of ours: %j", (steps) => {
    const folder = join(makeFolder(), "archive");
    fill(folder, { "../victim": "text", ".afterlive/staged-00/0": "evil", ".afterlive/journal": forged(steps) });
    const refused = thrownBy(() => commit(folder, []));
    expect(refused).toBeInstanceOf(Failure);
    expect((refused as Failure).message).toMatch(/^Cannot change ".*": expected a path inside the folder$/);
    expect(readFileSync(join(folder, "../victim"), "utf8")).toBe("text");
  });

  it("goes through no link, neither to what lies ready nor through what it has placed itself", () => {
    const victims = { "victim/passwd": "text" };
    const place = (path: string, from: string) => ({ path, was: null, from });
    const cases: readonly (readonly [object, RegExp])[] = [
      [{ placed: [place("x", "staged-00/link/passwd")] }, /"staged-00\/link", which it names, is a link/],
      [
        { placed: [place("x", "staged-00/link"), place("x/passwd", "staged-00/1")] },
        /"x": it is a link that leads out/,
      ],
      [{ placed: [place("x", "staged-00/in")], dropped: [["x/link/passwd", null]] }, /"x\/link": it is a link that/],
      [
        { placed: [place("own/staged-00/y", "staged-00/link"), place("x", "staged-00/y/passwd")] },
        /"staged-00\/y", which it names, is a link/,
      ],
    ];
    for (const [steps, message] of cases) {
      const outside = makeFolder();
      const folder = join(outside, "archive");
      fill(outside, victims);
      fill(folder, {
        ".afterlive/staged-00/1": "evil",
        ".afterlive/staged-00/in/a": "",
        ".afterlive/journal": forged(steps),
      });
      symlinkSync(join(outside, "victim"), join(folder, ".afterlive/staged-00/link"));
      symlinkSync(join(outside, "victim"), join(folder, ".afterlive/staged-00/in/link"));
      symlinkSync(".afterlive", join(folder, "own"));
      expect((thrownBy(() => commit(folder, [])) as Error).message).toMatch(message);
      expect(contents(join(outside, "victim"))).toEqual({ passwd: "text" });
    }
  });

  it.each(["0", "../0", "staged-00", "staged-zz/0", "/staged-00/0", "lock/0", "staged-00/"])(
    "is refused when what it places lies at %j",
    (from) => {
      const folder = makeFolder();
      fill(folder, { ".afterlive/journal": forged({ placed: [{ path: "x", was: null, from }] }) });
      expect(thrownBy(() => commit(folder, []))).toBeInstanceOf(Failure);
      expect(Object.keys(contents(folder))).toEqual([".afterlive/journal"]);
    },
  );

  it("is refused when it names another folder than a staged one, or comes from another version", () => {
    const folder = makeFolder();
    mkdirSync(join(folder, ".afterlive"));
    const journal = join(folder, ".afterlive/journal");
    writeFileSync(journal, forged({}, { staged: "../../x" }));
    expect(thrownBy(() => commit(folder, []))).toMatchObject({
      message: `Cannot use "${journal}": it names a folder that is not the program's own`,
      hint: "Remove that file",
    });
    writeFileSync(journal, forged({}, { format: 1 }));
    expect(thrownBy(() => commit(folder, []))).toMatchObject({
      message: `Cannot finish the interrupted change of "${folder}": its journal has format 1, expected 2`,
      hint: "Run a command of the version of the program that began it",
    });
  });

  it("is ended by its checksum: whatever stands behind it does not count", () => {
    const folder = decided();
    appendFileSync(join(folder, ".afterlive/journal"), "more");
    commit(folder, []);
    expect(contents(folder)).toEqual(after);
    expect(readdirSync(folder)).not.toContain(".afterlive");
  });
});
