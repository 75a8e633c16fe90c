/** Laws of a transaction on a healthy disk, against a model. */
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Failure } from "../../../src/base/failure.ts";
import {
  type Change,
  commit,
  finishInterrupted,
  newStage,
  type Outcome,
  withLock,
} from "../../../src/base/transaction/transaction.ts";
import { contents, fill, makeFolder, thrownBy } from "../folder.ts";

const long = process.env.AFTERLIVE_LONG !== undefined;

type Files = Readonly<Record<string, string>>;

const path = fc
  .array(fc.constantFrom("a", "b", "c.md", "ü"), { minLength: 1, maxLength: 3 })
  .map((names) => names.join("/"));
/** A move is asked for by what is to be prepared: a file's text, or the files of a folder. */
type Asked = Exclude<Change, { readonly move: string }> | { readonly path: string; readonly prepared: string | Files };

const change: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({ path, bytes: fc.constantFrom("one", "two", "three", "") }),
  fc.record({ path, bytes: fc.constantFrom("one", "two").map((text) => Buffer.from(text)) }),
  fc.record({ path, remove: fc.constant(true as const) }),
  fc.record({ path, prepared: fc.constantFrom("one", "two", { a: "one" }, { b: "two", "c.md/a": "" }) }),
);
const changes = fc.uniqueArray(change, { selector: ({ path }) => path, maxLength: 12 });

/** The files afterwards, or undefined if the changes cannot be made. */
function model(before: Files, asked: readonly Asked[]): Files | undefined {
  const after: Record<string, string> = { ...before };
  const isFolder = (files: Files, path: string) => Object.keys(files).some((file) => file.startsWith(`${path}/`));
  for (const each of asked) {
    if ("remove" in each) {
      if (isFolder(before, each.path)) return undefined;
      delete after[each.path];
    }
  }
  for (const each of asked) {
    if ("bytes" in each) after[each.path] = String(each.bytes);
    else if (!("prepared" in each)) continue;
    else if (typeof each.prepared === "string") after[each.path] = each.prepared;
    else {
      const others = asked.some((other) => !("remove" in other) && other.path.startsWith(`${each.path}/`));
      if (others || each.path in before || isFolder(before, each.path)) return undefined;
      for (const [name, text] of Object.entries(each.prepared)) after[`${each.path}/${name}`] = text;
    }
  }
  return Object.keys(after).some((path) => isFolder(after, path)) ? undefined : after;
}

/** Lays ready what is to be moved, some of it deeper down, and commits. */
const carryOut = (folder: string, asked: readonly Asked[]): Promise<Outcome> =>
  withLock(folder, () => {
    const stage = newStage(folder);
    const changes = asked.map((each, index): Change => {
      if (!("prepared" in each)) return each;
      const at = index % 2 === 0 ? `${index}` : `deep/${index}`;
      const files = typeof each.prepared === "string" ? { "": each.prepared } : each.prepared;
      fill(stage, Object.fromEntries(Object.entries(files).map(([name, text]) => [join(at, name), text])));
      return { path: each.path, move: join(stage, at) };
    });
    return commit(folder, changes);
  });

const written = (files: Files) => Object.entries(files).map(([path, bytes]) => ({ path, bytes }));
const sorted = (paths: readonly string[]) => [...paths].sort((a, b) => (a < b ? -1 : 1));

describe("commit", () => {
  it("leaves exactly the files of the model, or refuses and leaves them as they were", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(changes, { minLength: 1, maxLength: 4 }), async (steps) => {
        const folder = makeFolder();
        let files: Files = {};
        for (const asked of steps) {
          const after = model(files, asked);
          if (after === undefined) await expect(carryOut(folder, asked)).rejects.toBeInstanceOf(Failure);
          else {
            const outcome = await carryOut(folder, asked);
            const before = files;
            const bytes = asked.filter((each) => !("remove" in each));
            const same = bytes
              .filter((each) => before[each.path] !== undefined && before[each.path] === after[each.path])
              .map((each) => each.path);
            expect(outcome.unchanged).toEqual(sorted(same));
            expect(outcome.written).toEqual(
              sorted(bytes.map((each) => each.path).filter((path) => !same.includes(path))),
            );
            expect(outcome.removed).toEqual(sorted(Object.keys(before).filter((path) => !(path in after))));
            files = after;
          }
          expect(contents(folder)).toEqual(files);
        }
      }),
      { numRuns: long ? 5000 : 150 },
    );
  });

  it("does not touch a file that holds the bytes already", () => {
    const folder = makeFolder();
    fill(folder, { "a/same.md": "text", "a/other.md": "text" });
    utimesSync(join(folder, "a/same.md"), 1000, 1000);
    const before = statSync(join(folder, "a/same.md"));
    commit(folder, [
      { path: "a/same.md", bytes: "text" },
      { path: "a/other.md", bytes: "words" },
    ]);
    const after = statSync(join(folder, "a/same.md"));
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
  });

  it("replaces a file and never writes into it, so that a hard link or an open reader keeps the old one", () => {
    const folder = makeFolder();
    fill(folder, { "a.md": "old" });
    const before = statSync(join(folder, "a.md")).ino;
    commit(folder, [{ path: "a.md", bytes: "new" }]);
    expect(statSync(join(folder, "a.md")).ino).not.toBe(before);
  });

  it("keeps the permissions of the file it replaces", () => {
    const folder = makeFolder();
    fill(folder, { "a.md": "old" });
    chmodSync(join(folder, "a.md"), 0o640);
    commit(folder, [{ path: "a.md", bytes: "new" }]);
    expect(statSync(join(folder, "a.md")).mode & 0o777).toBe(0o640);
  });

  it("copies a file, and knows one that is the same", () => {
    const folder = makeFolder();
    const source = join(makeFolder(), "picture");
    writeFileSync(source, Buffer.alloc(700_000, "x"));
    expect(commit(folder, [{ path: "media/a.jpg", copy: source }]).written).toEqual(["media/a.jpg"]);
    expect(readFileSync(join(folder, "media/a.jpg")).equals(readFileSync(source))).toBe(true);
    expect(commit(folder, [{ path: "media/a.jpg", copy: source }]).unchanged).toEqual(["media/a.jpg"]);
    writeFileSync(source, Buffer.concat([Buffer.alloc(699_999, "x"), Buffer.from("y")]));
    expect(commit(folder, [{ path: "media/a.jpg", copy: source }]).written).toEqual(["media/a.jpg"]);
  });

  it("names the file that it cannot copy, and writes none of the others", () => {
    const folder = makeFolder();
    const asked = [
      { path: "a", bytes: "text" },
      { path: "b", copy: "/nowhere/picture" },
    ];
    expect(thrownBy(() => commit(folder, asked))).toMatchObject({
      message: 'Cannot copy "/nowhere/picture": it does not exist',
      hint: "Look whether the path is written as you meant it; nothing was changed",
    });
    expect(contents(folder)).toEqual({});
  });

  it("makes a folder that is not there, and leaves none when it writes nothing", () => {
    const folder = join(makeFolder(), "new/site");
    commit(folder, [{ path: "a/b.md", bytes: "text" }]);
    expect(contents(folder)).toEqual({ "a/b.md": "text" });
    const other = join(makeFolder(), "other");
    commit(other, []);
    expect(lstatSync(other, { throwIfNoEntry: false })).toBeUndefined();
  });

  it("keeps what others keep in its own folder", () => {
    const folder = makeFolder();
    fill(folder, { ".afterlive/cache/x": "kept" });
    commit(folder, [{ path: "a", bytes: "text" }]);
    expect(contents(folder)).toEqual({ ".afterlive/cache/x": "kept", a: "text" });
  });

  it("removes a link, never what it leads to", () => {
    const folder = makeFolder();
    fill(folder, { "real/x.md": "text" });
    symlinkSync("real", join(folder, "link"));
    commit(folder, [{ path: "link", remove: true }]);
    expect(contents(folder)).toEqual({ "real/x.md": "text" });
  });

  it("writes through a link to a folder that stays inside", () => {
    const folder = makeFolder();
    mkdirSync(join(folder, "real"));
    symlinkSync("real", join(folder, "link"));
    commit(folder, [{ path: "link/x.md", bytes: "text" }]);
    expect(readFileSync(join(folder, "real/x.md"), "utf8")).toBe("text");
    expect(readlinkSync(join(folder, "link"))).toBe("real");
  });

  it("replaces a link to a file by a file", () => {
    const folder = makeFolder();
    const outside = makeFolder();
    fill(outside, { "x.md": "theirs" });
    symlinkSync(join(outside, "x.md"), join(folder, "x.md"));
    commit(folder, [{ path: "x.md", bytes: "ours" }]);
    expect(contents(folder)).toEqual({ "x.md": "ours" });
    expect(contents(outside)).toEqual({ "x.md": "theirs" });
  });
});

describe("withLock", () => {
  it("gives the result, lets commit work inside, and leaves nothing of its own", async () => {
    const folder = makeFolder();
    const result = await withLock(folder, async () => {
      await Promise.resolve();
      return commit(folder, written({ "a.md": "text" })).written;
    });
    expect(result).toEqual(["a.md"]);
    expect(contents(folder)).toEqual({ "a.md": "text" });
  });

  it("gives the lock back when what it runs throws", async () => {
    const folder = makeFolder();
    await expect(withLock(folder, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await withLock(folder, () => 1)).toBe(1);
  });
});

describe("finishInterrupted", () => {
  it("writes nothing where nothing was interrupted, so that what cannot be written to can be read", async () => {
    const folder = makeFolder();
    fill(folder, { "a.txt": "a" });
    await finishInterrupted(folder);
    expect(readdirSync(folder)).toEqual(["a.txt"]);
  });

  it("discards a journal that was cut short, with what was staged for it", async () => {
    const folder = makeFolder();
    fill(folder, { "a.txt": "a" });
    mkdirSync(join(folder, ".afterlive/staged-0123"), { recursive: true });
    writeFileSync(join(folder, ".afterlive/journal"), '{"format":1,"staged":"staged-01');
    await finishInterrupted(folder);
    expect(existsSync(join(folder, ".afterlive/journal"))).toBe(false);
    expect(existsSync(join(folder, ".afterlive/staged-0123"))).toBe(false);
    expect(contents(folder)).toEqual({ "a.txt": "a" });
  });
});
