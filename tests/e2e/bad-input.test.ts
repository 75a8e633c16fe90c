/** What people give by mistake, and what machines do to them: a clear message, a non-zero exit, nothing half written. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { withLock } from "../../src/base/transaction/transaction.ts";
import { expectRefusal, newFolder, refuse, startAfterlive, succeed, treeOf, writeFiles } from "./command-line.ts";
import { pageText, regatta, regattaOptions } from "./page-text.ts";

/** An archive with one live page, and what is to be imported beside it. */
function archiveWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = newFolder();
  succeed(["import", "-", "--root", root, "--slug", "before", "--title", "Before", "--year", "2024"], {
    input: pageText([
      { headline: "Fog", stamp: "08:00 British Summer Time 17 May", paragraphs: ["Nobody sees the pier."] },
    ]),
  });
  return writeFiles(root, files);
}

/** Refused, and the archive is byte for byte what it was. */
function refuseImport(root: string, args: readonly string[], message: RegExp): void {
  const before = treeOf(root);
  refuse(["import", ...args], message, { cwd: root });
  expect(treeOf(root)).toEqual(before);
}

describe("import refuses", () => {
  const bytes: readonly [what: string, bytes: string | Uint8Array, message: RegExp][] = [
    ["an empty file", "", /empty|no text|nothing/i],
    ["a file of white space", " \n\t\r\n \u00a0\n", /empty|no text|no post|nothing/i],
    [
      "a PDF",
      new Uint8Array(
        Buffer.from("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n", "latin1"),
      ),
      /PDF/,
    ],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), /PNG|picture|text/i],
    ["a page with no posts", "Summary\n\n  • The regatta has been put off until next week\n", /find a post/i],
    ["text that is no live page", "Dear all,\n\nplease find the minutes attached.\n\nYours\n", /post|live page/i],
  ];

  test.each(bytes)("%s", (_, content, message) => {
    refuseImport(archiveWith({ "page.txt": content }), ["page.txt", ...regattaOptions], message);
  });

  test("200 MB of zeros, without reading them all into memory for ever", () => {
    const root = archiveWith({ "zeros.txt": "" });
    const file = path.join(root, "zeros.txt");
    truncateSync(file, 200_000_000);
    const tree = () => treeOf(root, /^zeros\.txt$/);
    const before = tree();
    refuse(["import", "zeros.txt", ...regattaOptions], /zeros\.txt/, { cwd: root });
    expect(tree()).toEqual(before);
  });

  test.each(["../x", "a/b", "", ".", "..", "Über", "a b", "x".repeat(81), "regatta\n"])("the slug %j", (slug) => {
    const parent = newFolder();
    const root = writeFiles(path.join(parent, "archive"), { "page.txt": pageText(regatta) });
    const before = treeOf(parent);
    refuse(["import", "page.txt", `--slug=${slug}`, "--title", "Regatta", "--year", "2024"], /slug/, { cwd: root });
    expect(treeOf(parent)).toEqual(before);
  });

  const options: readonly [what: string, args: readonly string[], message: RegExp][] = [
    ["a file that is not there", ["nowhere.txt", ...regattaOptions], /nowhere\.txt/],
    ["a folder", ["content", ...regattaOptions], /content.*folder/],
    ["no file at all", [...regattaOptions], /file/],
    ["a zone that is none", ["page.txt", ...regattaOptions, "--zone", "BST"], /zone.*BST|BST.*zone/],
    ["a year that is none", ["page.txt", ...regattaOptions, "--year", "24"], /year.*24/],
    [
      "a capture time without a zone",
      ["page.txt", "--title", "R", "--captured", "2024-05-17T06:00"],
      /captured.*2024-05-17T06:00/,
    ],
    [
      "an address that is none",
      ["page.txt", "--title", "R", "--year", "2024", "--url", "javascript:alert(1)"],
      /url|address/,
    ],
    ["a time without a year, when nobody says which", ["page.txt", "--title", "R"], /--year|--captured/],
    ["a page without a title, when nobody says which", ["page.txt", "--year", "2024"], /--title/],
    ["an option that there is not", ["page.txt", "--titel", "R"], /titel/],
  ];

  test.each(options)("%s", (_, args, message) => {
    refuseImport(archiveWith({ "page.txt": pageText(regatta) }), args, message);
  });

  test("one bad capture among good ones, and writes none of them", () => {
    const root = archiveWith({ "1.txt": pageText(regatta), "2.txt": "%PDF-1.7\n\u0000" });
    refuseImport(root, ["1.txt", "2.txt", ...regattaOptions], /2\.txt/);
  });
});

describe("two imports at once", () => {
  test("do not mix: the second is told to wait while the first works", async () => {
    const root = archiveWith({ "page.txt": pageText(regatta) });
    const content = treeOf(path.join(root, "content"));
    const result = await withLock(
      root,
      () => startAfterlive(["import", "page.txt", ...regattaOptions], { cwd: root }).ended,
    );
    expectRefusal(result, /another|busy|at work|in use|running/i);
    expect(treeOf(path.join(root, "content"))).toEqual(content);
    succeed(["import", "page.txt", ...regattaOptions], { cwd: root });
  });

  test("end as one after the other would, or one is refused", async () => {
    const root = archiveWith({ "a.txt": pageText(regatta), "b.txt": pageText(regatta.slice(1)) });
    const runs = ["a", "b"].map((name) =>
      startAfterlive(["import", `${name}.txt`, "--slug", name, "--title", name, "--year", "2024"], { cwd: root }),
    );
    const results = await Promise.all(runs.map(({ ended }) => ended));
    expect(results.some(({ status }) => status === 0)).toBe(true);
    for (const result of results) if (result.status !== 0) expectRefusal(result, /./);
    const expected = ["before", ...["a", "b"].filter((_, index) => results[index]!.status === 0)].sort();
    const pages = readdirSync(path.join(root, "content"), { withFileTypes: true }).filter((one) => one.isDirectory());
    expect(pages.map(({ name }) => name).sort()).toEqual(expected);
    succeed(["check"], { cwd: root });
    expect(readdirSync(root)).not.toContain(".afterlive");
  });
});

describe("a folder that cannot be written", () => {
  const root = process.getuid?.() === 0;
  // Root may do everything and is told nothing: as root, the program runs as another user.
  const asAnother = root ? { uid: 65_534 } : {};

  test.skipIf(process.platform === "win32")("stops import with a message that names it, and nothing is changed", () => {
    const folder = archiveWith({ "page.txt": pageText(regatta) });
    chmodSync(folder, 0o555);
    chmodSync(path.join(folder, "content"), 0o555);
    onTestFinished(() => {
      for (const locked of [folder, path.join(folder, "content")]) chmodSync(locked, 0o755);
    });
    const before = treeOf(folder);
    refuse(["import", "page.txt", ...regattaOptions], /permission|may not|cannot write|not allowed/i, {
      cwd: folder,
      ...asAnother,
    });
    expect(treeOf(folder)).toEqual(before);
  });

  test.skipIf(process.platform === "win32")("stops build the same way", () => {
    const folder = archiveWith({});
    const out = path.join(newFolder(), "locked");
    mkdirSync(out);
    chmodSync(out, 0o555);
    chmodSync(folder, 0o777);
    refuse(["build", "--out", out], /permission|may not|cannot write|not allowed/i, { cwd: folder, ...asAnother });
    expect(readdirSync(out)).toEqual([]);
  });
});

/** A file system of this many bytes in a folder of its own; undefined where this user may not mount one. */
function smallDisk(size: string): string | undefined {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return undefined;
  const folder = newFolder();
  if (spawnSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", folder]).status !== 0) return undefined;
  onTestFinished(() => {
    spawnSync("umount", [folder]);
  });
  return folder;
}

describe("a full disk", () => {
  test("stops import with a message that says so, and nothing is half written", ({ skip }) => {
    const root = smallDisk("512k");
    if (root === undefined) return skip("no file system can be mounted here");
    const long = regatta.map((post) => ({
      ...post,
      paragraphs: Array.from({ length: 4000 }, (_, n) => `Line ${n} of the log of the race.`),
    }));
    writeFiles(root, { "page.txt": pageText(long.slice(0, 1)) });
    succeed(["import", "page.txt", ...regattaOptions], { cwd: root });
    const page = path.join(newFolder(), "page.txt");
    writeFileSync(page, pageText(long));
    const before = treeOf(root);
    refuse(["import", page, ...regattaOptions], /full|no space/i, { cwd: root });
    expect(treeOf(root)).toEqual(before);
    succeed(["check"], { cwd: root });
  });

  test("stops build the same way, and the site that stood there still stands", ({ skip }) => {
    const out = smallDisk("512k");
    if (out === undefined) return skip("no file system can be mounted here");
    const root = newFolder();
    const site = path.join(out, "site");
    succeed(["import", "-", "--root", root, ...regattaOptions], { input: pageText(regatta) });
    succeed(["build", "--root", root, "--out", site]);
    const before = treeOf(site);
    const many = Array.from({ length: 300 }, (_, n) => ({ ...regatta[n % 3]!, headline: `Log ${n}` }));
    succeed(["import", "-", "--root", root, ...regattaOptions], { input: pageText(many) });
    refuse(["build", "--root", root, "--out", site], /full|no space/i);
    expect(treeOf(site)).toEqual(before);
    expect(readFileSync(path.join(site, "index.html"), "utf8")).toContain("</html>");
  });
});
