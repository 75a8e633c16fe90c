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
  for (const name of [...needed, "tools/compile.mjs", "package.json", "package-lock.json"])
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
      const own = /\\/(dist\\/src\\/cli\\.js|src\\/cli\\.ts)$/.exec(found.url)?.[1];
      if (own !== undefined) seen.add(own);
      return found;
    },
  });
  if (isMainThread) process.on("exit", () => process.stderr.write([...seen].join()));
`;

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = copy) {
  const hook = `data:text/javascript,${encodeURIComponent(tracer)}`;
  const own = { NODE_COMPILE_CACHE: undefined, ...env };
  const options = { encoding: "utf8", cwd, env: { ...process.env, ...own } } as const;
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
  expect(built).toMatchObject({ status: 0, stderr: "dist/src/cli.js" });
  const other = run(["build", "--root", root, "--out", sources], { AFTERLIVE_SOURCES: "1" });
  expect(other).toMatchObject({ status: 0, stderr: "src/cli.ts" });
  expect(treeOf(compiled)).toEqual(treeOf(sources));
  expect(readFileSync(path.join(compiled, "one/card.png")).subarray(1, 4).toString()).toBe("PNG");
  expect(readFileSync(path.join(compiled, "one/p-7/words.html"), "utf8")).toBe(
    "<!doctype html><title>&lt;&amp;&gt;</title><p>Words &amp; <em>more</em> of 7.</p>",
  );
});

test("the compiled program keeps Node's compile cache beside itself, and runs where it cannot", () => {
  const cache = path.join(copy, "dist/cache");
  expect(readdirSync(cache).length).toBeGreaterThan(0);
  rmSync(cache, { recursive: true });
  writeFileSync(cache, "");
  expect(run(["--version"])).toMatchObject({ status: 0, stderr: "dist/src/cli.js" });
  rmSync(cache);
});

test("the compiled program is run while the sources hold the same bytes, whatever their times", () => {
  const file = path.join(copy, "src/cli.ts");
  utimesSync(file, 1_000_000, 1_000_000);
  expect(run(["--version"])).toMatchObject({ status: 0, stderr: "dist/src/cli.js" });
});

test("the sources are run once one of them has changed, and where nothing is compiled", () => {
  const file = path.join(copy, "src/commands/version.ts");
  const before = readFileSync(file, "utf8");
  writeFileSync(file, before.replaceAll("`afterlive ", "`After-live "));
  expect(run(["--version"])).toMatchObject({ status: 0, stderr: "src/cli.ts" });
  expect(run(["--version"]).stdout).toMatch(/^After-live \d/);
  writeFileSync(file, before);
  expect(run(["--version"])).toMatchObject({ status: 0, stderr: "dist/src/cli.js" });
  writeFileSync(path.join(copy, "dist/made-from.json"), "[[");
  expect(run(["--version"])).toMatchObject({ status: 0, stderr: "src/cli.ts" });
});
