/** Plans for a disk that takes two names for one if they differ in capitals only: such disks are rare where tests run. */
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Change } from "../../../src/base/transaction/change.ts";
import { carryOut, writeJournal } from "../../../src/base/transaction/journal.ts";
import { openDisk } from "../../../src/base/transaction/paths.ts";
import { planChanges } from "../../../src/base/transaction/plan.ts";
import { stage } from "../../../src/base/transaction/stage.ts";
import { contents, fill, makeFolder, thrownBy } from "../folder.ts";

const plan = (folder: string, changes: readonly Change[], foldsCase = true) =>
  planChanges(openDisk(folder, { foldsCase }), changes);

describe("planChanges on a disk that folds case", () => {
  it("refuses two files that would be one there, and takes them elsewhere", () => {
    const changes = [
      { path: "Écrit.md", bytes: "one" },
      { path: "e\u0301crit.md", bytes: "two" },
    ];
    const folder = makeFolder();
    expect(thrownBy(() => plan(folder, changes))).toMatchObject({
      message: 'Cannot write both "Écrit.md" and "e\u0301crit.md": this disk takes them for the same file',
      hint: "Give them names that differ in more than capitals",
    });
    expect(plan(folder, changes, false).written).toHaveLength(2);
  });

  it("refuses a file and a folder that would be one there", () => {
    const changes = [
      { path: "Post", bytes: "" },
      { path: "post/a", bytes: "" },
    ];
    expect(thrownBy(() => plan(makeFolder(), changes))).toMatchObject({
      message: 'Cannot write both "Post" and "post/a": "Post" would have to be a file and a folder',
    });
  });

  it("renames a file that is removed under one name and written under the other, and does not remove it after", () => {
    const folder = makeFolder();
    fill(folder, { "Post.md": "old" });
    const changes: readonly Change[] = [
      { path: "Post.md", remove: true },
      { path: "post.md", bytes: "new" },
    ];
    const planned = plan(folder, changes);
    expect(planned.steps.placed).toMatchObject([{ path: "post.md", formerly: "Post.md" }]);
    expect(planned.steps.dropped).toEqual([]);
    expect(planned.removed).toEqual(["Post.md"]);
    mkdirSync(join(folder, ".afterlive"));
    const steps = stage(folder, "staged-00", planned);
    const journal = writeJournal(folder, "staged-00", steps);
    for (const late of [false, true]) carryOut(folder, journal, late);
    expect(contents(folder)).toMatchObject({ "post.md": "new" });
    expect(Object.keys(contents(folder)).filter((path) => path.endsWith("ost.md"))).toEqual(["post.md"]);
  });
});

describe("openDisk", () => {
  it("finds out by itself whether the disk tells capitals apart", () => {
    const folder = makeFolder();
    fill(folder, { ".afterlive/x": "" });
    const disk = openDisk(folder);
    expect(disk.key("A") === disk.key("a")).toBe(existsSync(join(folder, ".AFTERLIVE")));
  });
});
