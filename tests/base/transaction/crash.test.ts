/** A transaction whose process dies, or whose disk is full, at each of its calls to the system in turn. */
import { describe, expect, it } from "vitest";
import { Failure } from "../../../src/base/failure.ts";
import { commit } from "../../../src/base/transaction/transaction.ts";
import { contents } from "../folder.ts";
import { after, before, change, diedAt, dies, prepared } from "./crash.ts";
import { systemError, withFaults } from "./faults.ts";

const long = process.env.AFTERLIVE_LONG !== undefined;

/** What other commands see, and what the next one leaves. */
const visible = (folder: string) =>
  Object.fromEntries(Object.entries(contents(folder)).filter(([path]) => !path.startsWith(".afterlive/")));

const key = (files: object) => JSON.stringify(files, Object.keys({ ...before, ...after }).sort());

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
