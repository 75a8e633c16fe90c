import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Terminal } from "../../../src/base/terminal/terminal.ts";
import { limits } from "../../../src/captures/limits.ts";
import { openNamed } from "../../../src/import/gather/files.ts";
import { filesInFolder, finderBeside } from "../../../src/import/gather/folder-files.ts";
import { Refusal } from "../../../src/model/problem.ts";
import { newFolder } from "../../e2e/command-line.ts";

const html = "<!doctype html><html><p>x";

/** A terminal that keeps what it is told; standard input holds `input`. */
function listening(input = "") {
  const said: string[] = [];
  const terminal: Terminal = {
    out: () => {},
    err: (line) => void said.push(line),
    progress: () => {},
    input: async (limit) => (input.length > limit ? undefined : Buffer.from(input)),
    ask: async () => undefined,
    elapsed: () => 0,
    now: () => 0,
    interrupted: () => new Promise(() => {}),
  };
  return { terminal, said };
}

function folderOf(files: Readonly<Record<string, string>>): string {
  const root = newFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return root;
}

describe("openNamed", () => {
  test("openNamed gives the pages of a mirror, and says what in it was passed over", async () => {
    const root = folderOf({
      "e.org/live/index.html": html,
      "e.org/live/index.html?page=2": `${html}2`,
      "e.org/live/list.doc": "x",
      "e.org/a.css": "x",
    });
    const { terminal, said } = listening();
    const { documents: found, passedOver } = await openNamed([root], terminal);
    expect(found.map(({ name }) => name)).toEqual(["index.html", "index.html?page=2"]);
    expect(said).toEqual([`${root}  warning: 1 file in it is no capture and was passed over: "e.org/live/list.doc"`]);
    expect(passedOver).toEqual([{ in: root, files: ["e.org/live/list.doc"] }]);
  });

  test("openNamed gives names that end no line, of files, of what is in them, and of what is passed over", async () => {
    const forged = "\nevery word is kept";
    const root = folderOf({ [`a${forged}.html`]: html, [`b${forged}.doc`]: "x", [`c${forged}/c.html`]: `${html}c` });
    const { terminal, said } = listening();
    const found = [
      ...(await openNamed([root], terminal)).documents,
      ...(await openNamed([path.join(root, `a${forged}.html`)], terminal)).documents,
    ];
    expect(found.length).toBe(3);
    for (const { file, among = "" } of found) expect(file + among).not.toContain("\n");
    expect(said).toEqual([expect.stringContaining('passed over: "b\\u000aevery word is kept.doc"')]);
    await expect(openNamed([path.join(root, `d${forged}.html`)], terminal)).rejects.toThrow(
      /^\S+d\\u000aevery word is kept\.html {2}Cannot find the capture ".*d\\u000aevery word is kept\.html"\n {4}Check/,
    );
  });

  test("openNamed gives equal documents once, and says so", async () => {
    const root = folderOf({ "a.html": html, "b.html": html, "c.html": `${html}c` });
    const { terminal, said } = listening();
    expect((await openNamed([path.join(root, "c.html"), root], terminal)).documents.map(({ name }) => name)).toEqual([
      "c.html",
      "a.html",
    ]);
    expect(said.join()).toContain("2 documents in the import are the same as another and were read once");
  });

  test("openNamed reads the bytes of a file when they are asked for", async () => {
    const root = folderOf({ "a.html": html });
    const { documents } = await openNamed([path.join(root, "a.html")], listening().terminal);
    writeFileSync(path.join(root, "a.html"), "later");
    expect(Buffer.from(await documents[0]!.bytes()).toString()).toBe("later");
    expect([documents[0]!.size, documents[0]!.digest.length]).toEqual([html.length, 64]);
  });

  test("openNamed refuses standard input beyond the limit, and names a file that is not there", async () => {
    const endless = { ...listening().terminal, input: async () => undefined };
    await expect(openNamed(["-"], endless)).rejects.toThrow(`more than ${limits.file / 1024 / 1024} MB`);
    await expect(openNamed(["/no/such/file"], listening().terminal)).rejects.toThrow(Refusal);
  });
});

describe("finderBeside", () => {
  test("finderBeside finds a page's own files, and no others", async () => {
    const root = folderOf({
      "page.html": html,
      "page_files/a.png": "a",
      "page-Dateien/b.png": "b",
      "other_files/c.png": "c",
      "private/d.png": "d",
      "e.png": "e",
    });
    const find = finderBeside(path.join(root, "page.html"));
    const found = async (address: string) => Buffer.from((await find(address)) ?? "").toString();
    expect(
      await Promise.all(["page_files/a.png", "./page_files/a%2Epng?x#y", "page-Dateien/b.png"].map(found)),
    ).toEqual(["a", "a", "b"]);
    for (const address of [
      "other_files/c.png",
      "private/d.png",
      "e.png",
      "page_files/../private/d.png",
      "../page_files/a.png",
      "/page_files/a.png",
      `file://${root}/e.png`,
      "page_files",
    ])
      expect(await found(address), address).toBe("");
  });

  test("finderBeside follows no link out of the page's folder", async () => {
    const root = folderOf({ "page.html": html, "page_files/a.png": "a", "secret/s.png": "secret" });
    symlinkSync(path.join(root, "secret/s.png"), path.join(root, "page_files/s.png"));
    symlinkSync(path.join(root, "secret"), path.join(root, "page_fichiers"));
    const find = finderBeside(path.join(root, "page.html"));
    expect(await find("page_files/s.png")).toBeUndefined();
    expect(await find("page_fichiers/s.png")).toBeUndefined();
  });
});

test("filesInFolder lists all files below a folder, hidden ones and those behind a link that leads out left out", () => {
  const root = folderOf({ "in/a.html": html, "in/b/c.html": html, "in/.git/d": "x", "out/e.html": html });
  symlinkSync(path.join(root, "out/e.html"), path.join(root, "in/e.html"));
  symlinkSync(path.join(root, "out"), path.join(root, "in/out"));
  symlinkSync(path.join(root, "in/a.html"), path.join(root, "in/f.html"));
  expect(filesInFolder(path.join(root, "in")).map((file) => file.path)).toEqual(["a.html", "b/c.html", "f.html"]);
});
