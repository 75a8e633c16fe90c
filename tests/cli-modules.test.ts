/** What a command loads: the heavy libraries only where it needs them, so that it starts as fast as Node does. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";

const repository = path.resolve(import.meta.dirname, "..");
const launcher = path.join(repository, "bin/afterlive.cjs");

/** Writes the address of each module that is resolved, by import and by require, to standard error. */
const tracer = `
  import { registerHooks } from "node:module";
  const seen = new Set();
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      seen.add(found.url);
      return found;
    },
  });
  process.on("exit", () => process.stderr.write("\\n" + JSON.stringify([...seen])));
`;

/** Everything that `afterlive ...args` loads: libraries by their names, our own modules by their paths. */
function loaded(args: readonly string[], root: string): { libraries: readonly string[]; own: readonly string[] } {
  const hook = `data:text/javascript,${encodeURIComponent(tracer)}`;
  const { status, stderr } = spawnSync(process.execPath, ["--import", hook, launcher, ...args], {
    cwd: root,
    encoding: "utf8",
    // Compiled, all of our own is one file; what it asks for is the same.
    env: { ...process.env, AFTERLIVE_SOURCES: "1" },
  });
  expect(status, stderr).toBe(0);
  const urls = JSON.parse(stderr.slice(stderr.lastIndexOf("\n") + 1)) as readonly string[];
  const libraries = urls.flatMap((url) => /\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? []);
  const own = urls.flatMap((url) => /\/(src\/.+|bin\/.+)$/.exec(url)?.[1] ?? []);
  return { libraries: [...new Set(libraries)].sort(), own };
}

function archive(): string {
  const root = mkdtempSync(path.join(realpathSync(tmpdir()), "afterlive-cli-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  cpSync(path.join(repository, "content"), path.join(root, "content"), { recursive: true });
  return root;
}

const fourPosts = `<!doctype html><html lang="en"><title>A ferry</title><h1>A ferry</h1><main>${[4, 3, 2, 1]
  .map(
    (hour) =>
      `<article class="entry"><time datetime="2024-05-17T0${hour}:00:00Z">${hour}.00</time><p>The ferry was seen from the pier at hour ${hour}.</p></article>`,
  )
  .join("")}</main>`;

const ofMarkdown = ["linkify-it", "markdown-it", "mdurl", "punycode.js", "uc.micro"];

describe("main loads", () => {
  test.each(["--version", "help", "--help"])("no library and no command for %s", (word) => {
    const { libraries, own } = loaded([word], tmpdir());
    expect(libraries).toEqual([]);
    expect(
      own.filter(
        (file) =>
          !/^(?:bin|src\/cli|src\/commands|src\/base\/(?:failure|package-folder|printable|terminal\/(?:wrap|colour))|src\/model\/problem)/.test(
            file,
          ),
      ),
    ).toEqual([]);
    expect(own).not.toContain("src/commands/check.ts");
  });

  test("only the reader of Markdown for a check without pictures", () => {
    const root = archive();
    rmSync(path.join(root, "content/state-visit-2024/media"), { recursive: true, force: true });
    const { libraries, own } = loaded(["check"], root);
    expect(libraries).toEqual([...ofMarkdown, "luxon"].sort());
    expect(own.filter((file) => /^src\/(?:builder|site|deploy|importers|captures)\//.test(file))).toEqual([]);
  });

  test("yaml for a check without pictures of a post that the line reader cannot read, and nothing else", () => {
    const root = archive();
    rmSync(path.join(root, "content/state-visit-2024/media"), { recursive: true, force: true });
    const folder = path.join(root, "content/by-hand");
    mkdirSync(folder);
    writeFileSync(path.join(folder, "page.md"), "---\ntitle: A\nzone: UTC\n---\n");
    writeFileSync(path.join(folder, "a.md"), '---\nid: a\ncontext: ["Swimming", "Final"]\n---\nWords\n');
    expect(loaded(["check"], root).libraries).toEqual([...ofMarkdown, "luxon", "yaml"].sort());
  });

  test("nothing that speaks with the network for an import of a file", () => {
    const root = archive();
    writeFileSync(path.join(root, "page.html"), fourPosts);
    const { libraries, own } = loaded(["import", "page.html"], root);
    expect(libraries).not.toContain("warcio");
    expect(own.filter((file) => /^src\/(?:captures|import)\/fetch\//.test(file))).toEqual([]);
  });

  test("no library for the help of a deploy", () => {
    expect(loaded(["deploy", "--help"], tmpdir()).libraries).toEqual([]);
  });

  test("fonts and what sets them for a card that must be drawn, and not for a build after an edit of a text", () => {
    const root = mkdtempSync(path.join(realpathSync(tmpdir()), "afterlive-cli-"));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    const folder = path.join(root, "content/river");
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, "page.md"), "---\ntitle: A river\nzone: UTC\n---\n");
    writeFileSync(path.join(folder, "a.md"), "---\nid: a\npublished: 2024-05-17T02:10:00Z\n---\nWords\n");
    const setters = ["bidi-js", "harfbuzzjs", "sharp"];
    const used = () => loaded(["build"], root).libraries.filter((name) => setters.includes(name));
    expect(used()).toEqual([]);
    writeFileSync(path.join(root, "content/archive.md"), "---\ntitle: A\nurl: https://example.org/\n---\n");
    expect(used()).toEqual(setters);
    writeFileSync(path.join(folder, "a.md"), "---\nid: a\npublished: 2024-05-17T02:10:00Z\n---\nOther words\n");
    expect(used()).toEqual([]);
  });
});
