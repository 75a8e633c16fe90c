/** The compiled program: it does what its sources do, and it is not run when they have changed since. */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newFolder, repository, treeOf } from "./command-line.ts";

const copy = mkdtempSync(path.join(realpathSync(tmpdir()), "afterlive-"));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

beforeAll(() => {
  const needed = ["bin", "src", "templates", "public", "fonts"];
  for (const name of [...needed, "tools/compile.mjs", "tools/packs.mjs", "package.json", "package-lock.json"])
    cpSync(path.join(repository, name), path.join(copy, name), { recursive: true });
  cpSync(path.join(repository, ".eleventy.ts"), path.join(copy, ".eleventy.ts"));
  symlinkSync(path.join(repository, "node_modules"), path.join(copy, "node_modules"), "junction");
  const { status, stderr } = spawnSync(process.execPath, [path.join(copy, "tools/compile.mjs")], { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(status).toBe(0);
});

/** Writes to standard error which of the two a process has loaded. */
const tracer = `
  import { registerHooks } from "node:module";
  import { isMainThread } from "node:worker_threads";
  const seen = new Set();
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      const own = /\\/(bin\\/packs\\.cjs|src\\/cli\\.ts)$/.exec(found.url)?.[1];
      if (own !== undefined) seen.add(own);
      return found;
    },
  });
  if (isMainThread) process.on("exit", () => process.stderr.write([...seen].join()));
`;

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = copy) {
  const hook = `data:text/javascript,${encodeURIComponent(tracer)}`;
  const options = { encoding: "utf8", cwd, env: { ...process.env, ...env } } as const;
  return spawnSync(process.execPath, ["--import", hook, path.join(copy, "bin/afterlive.cjs"), ...args], options);
}

/** An archive that is large enough for threads, with a template of its own that takes what the sources export. */
function archive(): string {
  const root = newFolder();
  mkdirSync(path.join(root, "content"));
  // With an address its pages have cards to be drawn.
  writeFileSync(path.join(root, "content/archive.md"), "---\ntitle: Visits\nurl: https://example.org/\n---\n");
  for (const slug of ["one", "two"]) {
    const folder = path.join(root, "content", slug);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, "page.md"), `---\ntitle: Visit ${slug}\nzone: Europe/London\n---\n\n- A point\n`);
    for (let index = 0; index < 350; index += 1) {
      const time = `2024-05-${String(10 + Math.floor(index / 60)).padStart(2, "0")}T10:${String(index % 60).padStart(2, "0")}:00+01:00`;
      const head = `---\nid: p-${index}\npublished: ${time}\nheadline: Post ${index}\n---\n`;
      writeFileSync(path.join(folder, `${index}.md`), `${head}\nWords & *more* of ${index}.\n`);
    }
  }
  mkdirSync(path.join(root, "templates"));
  writeFileSync(
    path.join(root, "templates/words.11ty.ts"),
    `import { html, raw } from ${JSON.stringify(path.join(copy, "src/base/html.ts"))};
    export default {
      name: "words",
      of: "live page",
      views: (page) => page.posts,
      path: ({ page, post }) => \`\${page.slug}/\${post.id}/words.html\`,
      render: ({ bodyHtml }) => "<!doctype html>" + html\`<title>\${"<&>"}</title>\${raw(bodyHtml())}\`,
    };`,
  );
  return root;
}

test("the compiled program builds, to the byte, what its sources build: by Eleventy, in threads", () => {
  const root = archive();
  const [compiled, sources] = [path.join(root, "compiled"), path.join(root, "sources")];
  const built = run(["build", "--root", root, "--out", compiled]);
  expect(built).toMatchObject({ status: 0, stderr: "bin/packs.cjs" });
  const other = run(["build", "--root", root, "--out", sources], { AFTERLIVE_SOURCES: "1" });
  expect(other).toMatchObject({ status: 0, stderr: "src/cli.ts" });
  expect(treeOf(compiled)).toEqual(treeOf(sources));
  expect(readFileSync(path.join(compiled, "one/card.png")).subarray(1, 4).toString()).toBe("PNG");
  expect(readFileSync(path.join(compiled, "one/p-7/words.html"), "utf8")).toBe(
    "<!doctype html><title>&lt;&amp;&gt;</title><p>Words &amp; <em>more</em> of 7.</p>",
  );
});

/** Where a command keeps what was compiled of a pack, below a cache of its own. */
const keptAt = (cache: string, command: string, pack: string): string =>
  path.join(cache, "afterlive/compiled", command, `${pack}-${process.version}-${process.arch}`);

/** In how many runs code was kept, as the first line of its file says. */
const runsOf = (file: string): number => Number(readFileSync(file, "latin1").split("\n", 1)[0]?.split(" ")[1]);

test("what was compiled is kept for each command: the first three runs add to it, later ones read it, but for the first of a day", () => {
  const cache = newFolder();
  const root = newFolder();
  mkdirSync(path.join(root, "content/visit"), { recursive: true });
  writeFileSync(path.join(root, "content/visit/page.md"), "---\ntitle: Visit\nzone: Europe/London\n---\n");
  const build = (body: string) => {
    writeFileSync(
      path.join(root, "content/visit/a.md"),
      `---\nid: a\npublished: 2024-05-17T10:00:00+01:00\n---\n${body}\n`,
    );
    expect(run(["build"], { XDG_CACHE_HOME: cache }, root)).toMatchObject({
      status: 0,
      stderr: "bin/packs.cjs",
    });
    return readFileSync(path.join(root, "_site/visit/index.html"), "utf8");
  };
  expect(build("none")).toContain("<p>none</p>");
  expect(runsOf(keptAt(cache, "build", "build"))).toBe(1);
  // An archive that was built before calls other functions.
  const file = keptAt(cache, "rebuild", "build");
  for (const [index, body] of ["one", "two", "three"].entries()) {
    expect(build(body)).toContain(`<p>${body}</p>`);
    expect(runsOf(file)).toBe(index + 1);
  }
  const kept = readFileSync(file);
  expect(build("four")).toContain("<p>four</p>");
  expect(readFileSync(file).equals(kept)).toBe(true);
  // The first run of another day adds what it called.
  const before = new Date(Date.now() - 25 * 3_600_000);
  utimesSync(file, before, before);
  expect(build("five")).toContain("<p>five</p>");
  expect(runsOf(file)).toBe(4);
  const later = readFileSync(file);
  expect(build("six")).toContain("<p>six</p>");
  expect(readFileSync(file).equals(later)).toBe(true);
  // Nothing lies half written beside them, and no pack is there that was not asked for.
  const names = readdirSync(path.dirname(file)).filter((name) => !/^v\d/.test(name));
  expect(names).toEqual(["afterlive", "build"].map((pack) => path.basename(keptAt(cache, "rebuild", pack))));
});

test("what was kept is not run, but kept anew, where it was damaged or belongs to another program", () => {
  const cache = newFolder();
  const file = keptAt(cache, "help", "afterlive");
  const version = () => run(["--version"], { XDG_CACHE_HOME: cache });
  const { stdout } = version();
  const whole = readFileSync(file);
  const middle = Buffer.from(whole);
  middle[whole.length >> 1] = (middle[whole.length >> 1] ?? 0) ^ 255;
  const other = Buffer.from(whole);
  other.write("x", 30, "latin1");
  for (const bytes of [
    middle,
    other,
    whole.subarray(0, -100),
    whole.subarray(0, 30),
    Buffer.alloc(0),
    Buffer.from("\n"),
  ]) {
    writeFileSync(file, bytes);
    expect(version()).toMatchObject({ status: 0, stdout });
    expect(runsOf(file)).toBe(1);
  }
});

test("the compiled program runs where nothing can be kept", () => {
  const file = path.join(newFolder(), "file");
  writeFileSync(file, "");
  expect(run(["--version"], { XDG_CACHE_HOME: file })).toMatchObject({ status: 0, stderr: "bin/packs.cjs" });
});

test("the compiled program is run while the sources hold the same bytes, whatever their times", () => {
  const file = path.join(copy, "src/cli.ts");
  utimesSync(file, 1_000_000, 1_000_000);
  expect(run(["--version"])).toMatchObject({ status: 0, stderr: "bin/packs.cjs" });
});

test("the sources are run once one of them has changed, and where nothing is compiled", () => {
  const file = path.join(copy, "src/commands/version.ts");
  const before = readFileSync(file, "utf8");
  writeFileSync(file, before.replaceAll("`afterlive ", "`After-live "));
  expect(run(["--version"])).toMatchObject({ status: 0, stderr: "src/cli.ts" });
  expect(run(["--version"]).stdout).toMatch(/^After-live \d/);
  writeFileSync(file, before);
  expect(run(["--version"])).toMatchObject({ status: 0, stderr: "bin/packs.cjs" });
  writeFileSync(path.join(copy, "dist/made-from.json"), "[[");
  expect(run(["--version"])).toMatchObject({ status: 0, stderr: "src/cli.ts" });
});
