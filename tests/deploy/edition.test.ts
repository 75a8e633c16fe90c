/** Reading a built folder. */
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEdition } from "../../src/deploy/edition.ts";
import { fill, makeFolder, thrownBy } from "../base/folder.ts";
import { built, first, second } from "./site.ts";

describe("readEdition", () => {
  it("names an edition by its files alone: not by folder, order or time", () => {
    const files = fc.dictionary(fc.constantFrom("a", "b/c", "b/d", "é.html"), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(files, files, (some, others) => {
        const one = { "index.html": "", ...some };
        const other = { ...others, "index.html": "" };
        const same = JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
        expect(built(one).id === built(other).id).toBe(same);
      }),
      { numRuns: 60 },
    );
  });

  it("lists files by path with digest and size, and passes over the program's own folder", () => {
    const edition = built({ "index.html": "<p>", "a/b.css": "", ".afterlive/lock/1": "", ".well-known/x": "y" });
    expect(edition.files).toEqual([
      { path: ".well-known/x", digest: "a1fce4363854ff888cff4b8e7875d600c2682390412a8cf79b37d0b11148b0fa", size: 1 },
      { path: "a/b.css", digest: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", size: 0 },
      { path: "index.html", digest: "33f2799467177287a29260780a107ac98ea63dd6165f67fcc0d74767d0a82090", size: 3 },
    ]);
    expect(edition.id).toMatch(/^[0-9a-f]{12}$/);
    expect(built(first).id).not.toBe(built(second).id);
  });

  const hint = 'Run "afterlive build" first, or name the folder it wrote with --out';

  it("refuses a folder that is not there, is empty, or has no page to begin with", () => {
    const folder = makeFolder();
    expect(thrownBy(() => readEdition(join(folder, "no")))).toMatchObject({
      message: `Cannot deploy "${join(folder, "no")}": it does not exist`,
      hint: 'Look whether the path is written as you meant it; or run "afterlive build" first',
    });
    mkdirSync(join(folder, "empty/below"), { recursive: true });
    expect(thrownBy(() => readEdition(join(folder, "empty")))).toMatchObject({
      message: `Cannot deploy "${join(folder, "empty")}": the folder is empty`,
      hint,
    });
    fill(folder, { "other/page.html": "" });
    expect(thrownBy(() => readEdition(join(folder, "other")))).toMatchObject({
      message: `Cannot deploy "${join(folder, "other")}": there is no "index.html" in it`,
      hint,
    });
  });

  it("refuses a link, which may lead anywhere, and a name that no server can be asked for", () => {
    const folder = makeFolder();
    fill(folder, { "index.html": "" });
    symlinkSync("/etc/passwd", join(folder, "x"));
    expect(thrownBy(() => readEdition(folder))).toMatchObject({
      message: `Cannot deploy "${folder}": "x" in it is a link or a device, not a file`,
      hint: "Put the file itself in its place",
    });
    fill(folder, { "a\nb": "" });
    expect(thrownBy(() => readEdition(folder))).toMatchObject({
      message: 'Cannot change "a\\nb": expected a path inside the folder',
    });
  });
});
