/** One change of every kind, its folder before and after, and a process that dies in it at a given call to the system. */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { explain } from "../../../src/base/failure.ts";
import { takeLock } from "../../../src/base/lock/lock.ts";
import { forgetStages } from "../../../src/base/transaction/prepared.ts";
import { type Change, commit, newStage } from "../../../src/base/transaction/transaction.ts";
import { contents, fill, makeFolder } from "../folder.ts";
import { withFaults } from "./faults.ts";

export const before = {
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
const inStage = {
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
export function change(folder: string): void {
  const giveBack = takeLock(folder);
  try {
    const stage = newStage(folder);
    try {
      fill(stage, inStage);
    } catch (error) {
      throw explain(`write to "${folder}"`, error, "nothing was changed");
    }
    commit(folder, asked(stage));
  } finally {
    giveBack();
  }
}

export const after = {
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

export function prepared(): string {
  const folder = makeFolder();
  fill(folder, before);
  return folder;
}

class Death extends Error {}

/** Runs until the n-th call, from which on every call finds the process dead. */
export function dies(run: () => void, moment: number): { died: boolean } {
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
export function diedAt(moment: number): string | undefined {
  const folder = prepared();
  const { died } = dies(() => change(folder), moment);
  forgetStages(folder);
  return died ? folder : undefined;
}

let decision = 0;

/** A folder whose change is decided and not yet begun. */
export function decided(): string {
  for (; ; decision++) {
    const folder = diedAt(decision)!;
    const copy = makeFolder();
    cpSync(folder, copy, { recursive: true, preserveTimestamps: true });
    commit(copy, []);
    if ("new.md" in contents(copy)) return folder;
  }
}
