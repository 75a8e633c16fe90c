/** What `init` writes into an empty folder, and what it leaves alone in a folder with files. */
import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { parseArchive } from "../../../src/archive/archive-text.ts";
import { postSchema } from "../../../src/archive/schema/schema.ts";
import { initArchive, titleOfFolder } from "../../../src/authoring/init/init.ts";
import { keepOutOfGit } from "../../../src/base/cache/keep-out-of-git.ts";
import { packageVersion } from "../../../src/base/package-folder.ts";
import { commands } from "../../../src/commands/registry.ts";
import { parseBlocks } from "../../../src/markdown/parse.ts";
import { mediaKinds } from "../../../src/model/block.ts";
import { formatProblem } from "../../../src/model/problem.ts";

function folder(files: Readonly<Record<string, string>> = {}): string {
  const root = path.join(mkdtempSync(path.join(realpathSync(tmpdir()), "afterlive-init-")), "River towns");
  onTestFinished(() => rmSync(path.dirname(root), { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return root;
}
const textOf = (root: string, name: string): string => readFileSync(path.join(root, name), "utf8");
const filesOf = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(path.join(root, name)).isFile())
    .sort();
const init = (root: string, title = "Pages: that were live") => initArchive({ root, title, language: "en-GB" });

const all = [
  ".github/workflows/pages.yml",
  ".gitignore",
  ".vscode/afterlive.code-snippets",
  ".vscode/tasks.json",
  "README.md",
  "content/archive.md",
  "package.json",
];

describe("initArchive in a new folder", () => {
  test("writes all files and nothing else, and the settings read back", async () => {
    const root = folder();
    const report = await init(root);
    expect(report.map((file) => file.path).sort()).toEqual(all);
    expect(filesOf(root)).toEqual(all);
    expect(parseArchive(textOf(root, "content/archive.md"), "archive.md")).toMatchObject({
      settings: { title: "Pages: that were live", language: "en-GB" },
      problems: [],
    });
  });

  test("pins this version, under a name that npm takes, with scripts that call commands", async () => {
    const root = folder();
    await init(root);
    const { name, type, scripts, devDependencies } = JSON.parse(textOf(root, "package.json"));
    expect([name, type]).toEqual(["river-towns", "module"]);
    expect(devDependencies).toEqual({ afterlive: packageVersion() });
    const names = commands.map((command) => command.name);
    expect(Object.keys(scripts)).toEqual(["start", "build", "check"]);
    for (const line of Object.values(scripts)) expect(names).toContain(String(line).replace("afterlive ", ""));
  });

  test("has the workflow of this repository, which calls afterlive itself, and a README with commands that exist", async () => {
    const root = folder();
    await init(root);
    const [comment, ...workflow] = textOf(root, ".github/workflows/pages.yml").split("\n");
    const own = readFileSync(path.resolve(import.meta.dirname, "../../../.github/workflows/pages.yml"), "utf8");
    expect(comment).toMatch(/^# /);
    expect(workflow.join("\n")).toBe(own.replaceAll(/npm run (check|build)/g, "npx afterlive $1"));
    const { jobs } = parse(workflow.join("\n"));
    const runs: readonly string[] = jobs.build.steps.flatMap(({ run }: { run?: string }) => run ?? []);
    const called = [...runs, textOf(root, "README.md")].flatMap((text) => [
      ...text.matchAll(/^npx afterlive (\w+(?: (?:page|post|add))?)/gm),
    ]);
    expect(called.length).toBeGreaterThan(3);
    for (const [, name] of called) expect([...commands.map((command) => command.name), "help"]).toContain(name);
  });

  test("has a task whose matcher reads a problem as it is printed, and knows where a build begins and ends", async () => {
    const root = folder();
    await init(root);
    const [serve] = JSON.parse(textOf(root, ".vscode/tasks.json")).tasks;
    const { pattern, background } = serve.problemMatcher;
    const place = {
      file: "content/a visit/a.md",
      line: 3,
      column: 12,
      message: "Cannot read this: no such key",
      hint: "Go",
    };
    const read = (line: string) => new RegExp(pattern.regexp).exec(line)?.slice(1);
    const [error = ""] = formatProblem({ ...place, severity: "error" }).split("\n");
    expect(read(error)).toEqual(["content/a visit/a.md", "3", "12", undefined, "Cannot read this: no such key"]);
    expect(read(formatProblem({ ...place, severity: "warning" }).split("\n")[0]!)?.[3]).toBe("warning");
    expect("building").toMatch(new RegExp(background.beginsPattern));
    for (const end of ["built: 3 posts, 1 file written", "not built: the last good site stays up"])
      expect(end).toMatch(new RegExp(background.endsPattern));
  });

  test("has a snippet for a post with the keys that it needs, and snippets of blocks that are read without a problem", async () => {
    const root = folder();
    await init(root);
    const snippets = JSON.parse(textOf(root, ".vscode/afterlive.code-snippets"));
    const needed = Object.entries(postSchema).filter(([, { optional }]) => optional !== true);
    for (const [key] of needed) expect(snippets.post.body.join("\n")).toContain(`${key}: `);
    expect(Object.keys(snippets)).toEqual(["post", "figure", "quotation", ...mediaKinds]);
    const filled = (name: string) =>
      snippets[name].body.join("\n").replace(/\$\{\d+:?([^}]*)\}|\$0/g, (_: string, text = "") => text || "Words");
    for (const kind of mediaKinds) {
      const { blocks, problems } = parseBlocks(filled(kind).replace("https://", "https://example.org/"));
      expect(problems).toEqual([]);
      expect(blocks[0]).toMatchObject({ kind, provider: "Words", poster: "picture.jpg" });
    }
    expect(parseBlocks(filled("figure")).blocks[0]).toMatchObject({
      kind: "figure",
      file: "picture.jpg",
      alt: "What it shows",
    });
    expect(parseBlocks(filled("quotation")).blocks[0]).toMatchObject({ kind: "quote", person: [{ text: "Words" }] });
  });
});

describe("initArchive in a folder with files", () => {
  test("a second time changes no byte and says of each file that it stays", async () => {
    const root = folder();
    await init(root);
    const before = all.map((name) => textOf(root, name));
    const report = await init(root, "Another title");
    expect(report.every((file) => file.text === undefined && file.report.startsWith("kept"))).toBe(true);
    expect(all.map((name) => textOf(root, name))).toEqual(before);
  });

  test("replaces nothing that is there", async () => {
    const mine = Object.fromEntries(
      all.filter((name) => !/ignore|package/.test(name)).map((name) => [name, `mine: ${name}\n`]),
    );
    const root = folder(mine);
    await init(root);
    for (const [name, text] of Object.entries(mine)) expect(textOf(root, name)).toBe(text);
  });

  test("adds to .gitignore only the lines that it lacks, with its line ends", async () => {
    const root = folder({ ".gitignore": "x\r\n/_site/\r\nlast" });
    await init(root);
    expect(textOf(root, ".gitignore")).toBe("x\r\n/_site/\r\nlast\r\n.afterlive\r\nnode_modules\r\n");
  });

  test("adds to package.json what it lacks, in its own form, and keeps a script of the same name", async () => {
    const root = folder({ "package.json": '{\n\t"name": "mine",\n\t"scripts": {\n\t\t"start": "vite"\n\t}\n}' });
    const report = await init(root);
    const text = textOf(root, "package.json");
    expect(JSON.parse(text).scripts).toEqual({ start: "vite", build: "afterlive build", check: "afterlive check" });
    expect(text).toMatch(/^\{\n\t"name": "mine",\n\t"scripts": \{\n\t\t"start": "vite",\n[\s\S]*\}$/);
    expect(report.find((file) => file.path === "package.json")?.report).toMatch(/^added: the script "build"/);
  });

  test("leaves a package.json in a form of its own, or with a version of its own, and says what to do", async () => {
    const forms: readonly [text: string, report: RegExp][] = [
      ['{ "name": "mine" }\n', /^kept, its form is its own: run npm install/],
      ["{ broken", /^kept, it is no JSON.* npm install/],
      [
        '{\n  "scripts": {\n    "start": "a",\n    "build": "b",\n    "check": "c"\n  },\n  "dependencies": {\n    "afterlive": "0.0.1"\n  }\n}\n',
        /^kept, it has all/,
      ],
    ];
    for (const [text, expected] of forms) {
      const root = folder({ "package.json": text });
      const report = await init(root);
      expect(textOf(root, "package.json")).toBe(text);
      expect(report.find((file) => file.path === "package.json")?.report).toMatch(expected);
    }
  });

  test("that cannot take one of the files gets none of them", async () => {
    const root = folder({ ".vscode": "a file\n" });
    await expect(init(root)).rejects.toThrow(/\.vscode/);
    expect(filesOf(root)).toEqual([".vscode"]);
  });
});

test("titleOfFolder makes words of the folder's name", () => {
  expect(["/a/river-towns", "/a/North_Sea", "/"].map(titleOfFolder)).toEqual(["River towns", "North Sea", "Archive"]);
});

test("keepOutOfGit hides a folder and all that lies in it, itself too", () => {
  const root = folder({ "a.txt": "a" });
  keepOutOfGit(path.join(root, ".afterlive"));
  writeFileSync(path.join(root, ".afterlive/x"), "x");
  execFileSync("git", ["init", "-q"], { cwd: root });
  const status = execFileSync("git", ["status", "--porcelain", "-uall"], { cwd: root, encoding: "utf8" });
  expect(status).toBe("?? a.txt\n");
});

describe("initArchive beside what is no text", () => {
  test("keeps links, folders and bytes that are not UTF-8 as they are, and says so", async () => {
    const root = folder({ "package.json/x": "", "content/.keep": "" });
    for (const name of ["README.md", "content/archive.md"]) symlinkSync("nowhere", path.join(root, name));
    writeFileSync(path.join(root, ".gitignore"), "caf\xe9\n", "latin1");
    const said = new Map((await init(root)).map((file) => [file.path, file.report]));
    expect(["content/archive.md", ".gitignore", "package.json", "README.md"].map((name) => said.get(name))).toEqual([
      "kept",
      "kept, it is not UTF-8",
      "kept, it is no file",
      "kept, it is a link; not written",
    ]);
    expect(readFileSync(path.join(root, ".gitignore"), "latin1")).toBe("caf\xe9\n");
    expect(readlinkSync(path.join(root, "README.md"))).toBe("nowhere");
    expect(readdirSync(path.join(root, "package.json"))).toEqual(["x"]);
  });

  test("adds nothing to a file behind a link, and says what it lacks", async () => {
    const root = folder({ "shared/ignored": "_site\n" });
    symlinkSync("shared/ignored", path.join(root, ".gitignore"));
    const report = await init(root, "A title\nof two lines");
    expect(report.find((file) => file.path === ".gitignore")?.report).toBe(
      "kept, it is a link; not added: .afterlive, node_modules",
    );
    expect(textOf(root, "shared/ignored")).toBe("_site\n");
    expect(textOf(root, "README.md").split("\n", 1)).toEqual(["# A title of two lines"]);
  });
});
