/** A journal that is found: of a process that died, of a copied folder, of a stranger. */
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
import { sha256 } from "../../../src/base/digest.ts";
import { Failure } from "../../../src/base/failure.ts";
import { commit } from "../../../src/base/transaction/transaction.ts";
import { contents, fill, makeFolder, thrownBy } from "../folder.ts";
import { after, before, decided } from "./crash.ts";

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
