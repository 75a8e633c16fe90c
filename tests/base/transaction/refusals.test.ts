/** What a transaction refuses, before it changes anything. */
import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Change, commit, newStage, withLock } from "../../../src/base/transaction/transaction.ts";
import { contents, fill, makeFolder, thrownBy } from "../folder.ts";

type Files = Readonly<Record<string, string>>;

describe("commit refuses", () => {
  const inside = "Cannot change %: expected a path inside the folder";
  it.each(["", ".", "..", "../x", "a/../../x", "/etc/x", "a//b", "a/", "./a", "C:/x", "a\\b", "a\0b", "a\nb", "a/.."])(
    "the path %j",
    (path) => {
      const folder = makeFolder();
      for (const change of [
        { path, bytes: "" },
        { path, remove: true as const },
      ]) {
        expect(thrownBy(() => commit(folder, [{ path: "fine", bytes: "" }, change]))).toMatchObject({
          message: inside.replace("%", JSON.stringify(path)),
          hint: 'Write names with "/" between them, without "..", a leading "/", a drive, a backslash or a control character',
        });
      }
      expect(contents(folder)).toEqual({});
    },
  );

  const refusals: readonly [string, Files, readonly Change[], string, string][] = [
    [
      "its own folder",
      {},
      [{ path: ".afterlive/lock", bytes: "" }],
      'Cannot change ".afterlive/lock": ".afterlive" is kept for the program\'s own files',
      "Choose another name for that folder",
    ],
    [
      "its own folder in capitals",
      {},
      [{ path: "a/.AfterLive/x", bytes: "" }],
      'Cannot change "a/.AfterLive/x": ".afterlive" is kept for the program\'s own files',
      "Choose another name for that folder",
    ],
    [
      "half a character",
      {},
      [{ path: "a\ud800", bytes: "" }],
      'Cannot change "a\\ud800": half of a character is missing in it',
      "Write the name in whole Unicode characters",
    ],
    [
      "a file twice",
      {},
      [
        { path: "a", bytes: "" },
        { path: "a", remove: true },
      ],
      'Cannot change "a" twice in one step',
      "Ask for each file once",
    ],
    [
      "a file that is a folder too",
      {},
      [
        { path: "a/b/c", bytes: "" },
        { path: "a", bytes: "" },
      ],
      'Cannot write both "a" and "a/b/c": "a" would have to be a file and a folder',
      "Choose another name for one of them",
    ],
    [
      "a folder to be removed",
      { "a/b": "text" },
      [{ path: "a", remove: true }],
      'Cannot remove "a": it is a folder',
      "Name the files in it; an emptied folder goes by itself",
    ],
    [
      "to write below a file that stays",
      { a: "text" },
      [{ path: "a/b", bytes: "" }],
      'Cannot write "a/b": "a" is a file or a link, not a folder',
      "Remove it first, or choose another name",
    ],
    [
      "a file in place of a folder with files that stay",
      { "a/b": "text", "a/c/d": "text" },
      [
        { path: "a/b", remove: true },
        { path: "a", bytes: "" },
      ],
      'Cannot write "a": it is a folder that holds other files, such as "a/c/d"',
      "Move them away, or choose another name",
    ],
    [
      "a name that is too long",
      {},
      [{ path: "x".repeat(300), bytes: "" }],
      'Cannot write to "%": the name is too long for this disk',
      "Shorten the name; nothing was changed",
    ],
  ];
  it.each(refusals)("%s", (_, before, asked, message, hint) => {
    const folder = makeFolder();
    fill(folder, before);
    expect(thrownBy(() => commit(folder, asked))).toMatchObject({ message: message.replace("%", folder), hint });
    expect(contents(folder)).toEqual(before);
  });

  const below = "expected a file or a folder below a stage of";
  const moves: readonly [string, (stage: string) => readonly (readonly [path: string, move: string])[], string][] = [
    ["what lies elsewhere", () => [["new", "/etc/hostname"]], `Cannot move "/etc/hostname": ${below} "FOLDER"`],
    ["the stage itself", (stage) => [["new", stage]], `Cannot move "STAGE": ${below} "FOLDER"`],
    ["a way out", (stage) => [["new", `${stage}/../../a`]], `Cannot move "STAGE/../../a": ${below} "FOLDER"`],
    [
      "nothing",
      (stage) => [["new", `${stage}/no`]],
      'Cannot move "STAGE/no": expected a file or a folder, got nothing',
    ],
    [
      "a link",
      (stage) => [["new", `${stage}/link`]],
      'Cannot move "STAGE/link": expected a file or a folder, got something else',
    ],
    [
      "what lies behind a link",
      (stage) => [["new", `${stage}/link/x`]],
      'Cannot move "STAGE/link/x": expected a file or a folder, got what lies behind a link',
    ],
    [
      "one thing to two places",
      (stage) => [
        ["n", `${stage}/file`],
        ["m", `${stage}/file`],
      ],
      'Cannot move "STAGE/file" to two places',
    ],
    [
      "a part of what is moved",
      (stage) => [
        ["n", `${stage}/in`],
        ["m", `${stage}/in/x`],
      ],
      'Cannot move both "STAGE/in" and "STAGE/in/x", which lies in it',
    ],
    [
      "a folder over a folder",
      (stage) => [["d", `${stage}/in`]],
      'Cannot move a folder to "d": expected nothing there, got a folder',
    ],
    [
      "a folder over a file",
      (stage) => [["a", `${stage}/in`]],
      'Cannot move a folder to "a": expected nothing there, got a file',
    ],
    [
      "something into a folder that is moved",
      (stage) => [
        ["n", `${stage}/in`],
        ["n/y", `${stage}/file`],
      ],
      'Cannot write both "n" and "n/y": "n" is moved there as one',
    ],
  ];
  it.each(moves)("to move %s", async (_, asked, message) => {
    const folder = makeFolder();
    const before = { a: "text", "d/b": "text" };
    fill(folder, before);
    await withLock(folder, () => {
      const stage = newStage(folder);
      fill(stage, { file: "", "in/x": "" });
      symlinkSync("in", join(stage, "link"));
      const changes = asked(stage).map(([path, move]) => ({ path, move }));
      expect(thrownBy(() => commit(folder, changes))).toMatchObject({
        message: message.replaceAll("STAGE", stage).replaceAll("FOLDER", folder),
      });
      expect(existsSync(join(stage, "in/x"))).toBe(true);
    });
    expect(contents(folder)).toEqual(before);
  });

  it("a stage where the lock is not held, and what lies in the stage of another time", async () => {
    const folder = makeFolder();
    expect(thrownBy(() => newStage(folder))).toMatchObject({
      message: `Cannot prepare files for "${folder}": expected its lock to be held, got none`,
      hint: "Call newStage within withLock",
    });
    const stage = await withLock(folder, () => newStage(folder));
    fill(stage, { x: "" });
    expect(thrownBy(() => commit(folder, [{ path: "x", move: join(stage, "x") }]))).toMatchObject({
      message: `Cannot move "${join(stage, "x")}": ${below} "${folder}"`,
    });
    expect(contents(folder)).toEqual({});
  });

  it("a link that leads out of the folder, however it is written", () => {
    const folder = makeFolder();
    const outside = makeFolder();
    fill(outside, { "x.md": "theirs" });
    symlinkSync(outside, join(folder, "link"));
    symlinkSync(`${folder}/../${outside.split("/").pop()}`, join(folder, "other"));
    for (const link of ["link", "other"]) {
      for (const change of [
        { path: `${link}/x.md`, bytes: "ours" },
        { path: `${link}/x.md`, remove: true as const },
        { path: `${link}/new/y.md`, bytes: "" },
      ]) {
        expect(thrownBy(() => commit(folder, [change]))).toMatchObject({
          message: `Cannot change what lies in "${link}": it is a link that leads out of "${folder}"`,
          hint: "Replace the link by a folder",
        });
      }
    }
    expect(contents(outside)).toEqual({ "x.md": "theirs" });
  });

  it("to remove a link and to write below it in one step", () => {
    const folder = makeFolder();
    mkdirSync(join(folder, "real"));
    symlinkSync("real", join(folder, "link"));
    const asked: readonly Change[] = [
      { path: "link", remove: true },
      { path: "link/x", bytes: "" },
    ];
    expect(thrownBy(() => commit(folder, asked))).toMatchObject({
      message: 'Cannot write "link/x": "link" is a file or a link, not a folder',
    });
  });

  it("a link in place of its own folder", () => {
    const folder = makeFolder();
    const outside = makeFolder();
    symlinkSync(outside, join(folder, ".afterlive"));
    expect(thrownBy(() => commit(folder, [{ path: "a", bytes: "" }]))).toMatchObject({
      message: `Cannot write to "${folder}": ".afterlive" in it is a link, not a folder`,
      hint: "Remove it; a folder is made in its place",
    });
    expect(contents(outside)).toEqual({});
  });
});
