/** The package that `npm pack` makes, installed beside nothing but its dependencies: what README and docs/api.md say of it works. */
import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { afterlive, repository, treeOf, writeFiles } from "./command-line.ts";

const folder = mkdtempSync(path.join(realpathSync(tmpdir()), "afterlive-package-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const [checkout, home] = [path.join(folder, "checkout"), path.join(folder, "home")];
const installed = path.join(home, "node_modules/afterlive");

interface Manifest {
  readonly name: string;
  readonly scripts?: object;
  readonly dependencies: Readonly<Record<string, string>>;
}
const manifestIn = (where: string) => JSON.parse(readFileSync(path.join(where, "package.json"), "utf8")) as Manifest;

beforeAll(() => {
  const parts = ["bin", "fonts", "public", "src", "templates", "types", "package-lock.json", "package.json"];
  const files = ["tsconfig.json", "README.md", "CHANGELOG.md", "LICENSE", "tools"];
  for (const name of [...parts, ...files])
    cpSync(path.join(repository, name), path.join(checkout, name), {
      recursive: true,
      filter: (file) => !file.includes("node_modules"),
    });
  symlinkSync(path.join(repository, "node_modules"), path.join(checkout, "node_modules"), "junction");
  execFileSync("npm", ["pack", "--silent", "--offline"], { cwd: checkout, stdio: "pipe" });
  const tarball = readdirSync(checkout).find((name) => name.endsWith(".tgz"))!;
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["-xzf", path.join(checkout, tarball), "--strip-components=1", "-C", installed]);
  // As npm lays them out, but from those that are installed here: the test needs no network.
  for (const name of Object.keys(manifestIn(installed).dependencies)) {
    mkdirSync(path.dirname(path.join(home, "node_modules", name)), { recursive: true });
    symlinkSync(path.join(repository, "node_modules", name), path.join(home, "node_modules", name), "junction");
  }
  writeFileSync(path.join(home, "package.json"), '{ "type": "module" }');
});

/** Runs Node in a folder, without what the test runner and npm have put into the environment. */
function node(args: readonly string[], cwd: string) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:npm_|NODE_|VITEST)/i.test(name)));
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: "utf8" });
  return { status, stdout, stderr };
}

const command = path.join(installed, "bin/afterlive.cjs");

const page = `<!doctype html><html lang="en"><title>A ferry</title><h1>A ferry</h1><main>${[4, 3, 2, 1]
  .map(
    (hour) =>
      `<article class="entry"><time datetime="2024-05-17T0${hour}:00:00Z">${hour}.00</time><p>The ferry was seen from the pier at hour ${hour}.</p></article>`,
  )
  .join("")}</main>`;

/** A folder of its own below the one in which the package is installed; `elsewhere`: beside it. */
function archive(name: string, files: Readonly<Record<string, string>> = {}, elsewhere = false): string {
  const root = path.join(elsewhere ? folder : home, name);
  writeFiles(root, { "page.html": page, ...files });
  expect(node([command, "import", "page.html", "--slug", "ferry"], root)).toMatchObject({ status: 0 });
  return root;
}

test("the package holds the compiled program, its types and what it prints with, and nothing else", () => {
  const files = readdirSync(installed, { recursive: true, withFileTypes: true })
    .filter((found) => !found.isDirectory())
    .map((found) => path.relative(installed, path.join(found.parentPath, found.name)));
  const kinds =
    /^(?:package\.json|README\.md|CHANGELOG\.md|LICENSE|bin\/[\w-]+\.cjs|dist\/made-from\.json|dist\/[\w./-]+\.(?:js|css)|dist\/types\/[\w./-]+\.d\.ts|fonts\/[\w-]+\.(?:ttf|txt)|public\/[\w-]+\.\w+)$/;
  expect(files.filter((file) => !kinds.test(file))).toEqual([]);
  expect(files).toContain("dist/src/cli.js");
  const bytes = files.reduce((sum, file) => sum + readFileSync(path.join(installed, file)).length, 0);
  expect(bytes).toBeLessThan(10_000_000);
});

test("the package runs no script where it is installed, and the checkout keeps its own", () => {
  expect(manifestIn(installed)).not.toHaveProperty("scripts");
  expect(manifestIn(installed)).not.toHaveProperty("private");
  expect(readFileSync(path.join(checkout, "package.json"), "utf8")).toBe(
    readFileSync(path.join(repository, "package.json"), "utf8"),
  );
});

test("the package imports, checks and builds, to the byte, what the checkout does", () => {
  const root = archive("walk");
  expect(node([command, "check"], root)).toMatchObject({ status: 0, stderr: "" });
  expect(node([command, "build"], root)).toMatchObject({ status: 0, stderr: "" });
  const sources = path.join(root, "sources");
  expect(afterlive(["build", "--root", root, "--out", sources], { env: { AFTERLIVE_SOURCES: "1" } }).status).toBe(0);
  expect(treeOf(path.join(root, "_site"))).toEqual(treeOf(sources));
});

test("the package builds parts of an archive and merges them", () => {
  const root = archive("shards");
  for (const part of ["1", "2"])
    expect(node([command, "build", "--shard", `${part}/2`, "--out", `part-${part}`], root).status).toBe(0);
  expect(node([command, "merge", "part-1", "part-2"], root)).toMatchObject({ status: 0, stderr: "" });
  expect(readFileSync(path.join(root, "_site/ferry/index.html"), "utf8")).toContain("from the pier at hour 4");
});

const ownTemplate = `import { defineTemplate, html, type PageSite } from "afterlive/templates";
export default defineTemplate({
  name: "names",
  of: "live page",
  views: (site: PageSite) => [{ slug: site.page.slug, names: site.posts.map(({ post }) => post.name) }],
  path: ({ slug }) => \`\${slug}/names.html\`,
  render: ({ names }) => html\`<title>\${"<&>"}</title>\${names.map((name) => html\`<p>\${name}</p>\`)}\`,
});
`;

test.each([
  ["below the folder of the package", "own-template", false],
  ["elsewhere, as with a global afterlive", "other-template", true],
])("a template in TypeScript %s imports afterlive/templates", (_, name, elsewhere) => {
  const root = archive(
    name,
    { "templates/names.11ty.ts": ownTemplate, "package.json": '{ "type": "module" }' },
    elsewhere,
  );
  expect(node([command, "build"], root)).toMatchObject({ status: 0, stderr: "" });
  expect(readFileSync(path.join(root, "_site/ferry/names.html"), "utf8")).toMatch(/^<title>&lt;&amp;&gt;<\/title><p>/);
});

test("a program imports the package, and imports, opens, checks and builds an archive with it", () => {
  const root = path.join(home, "program");
  writeFiles(root, {
    "page.html": page,
    "walk.mjs": `import { buildSite, checkArchive, importCapture, openArchive } from "afterlive";
const { imported, slug } = await importCapture({ root: ".", sources: "page.html" });
const { livePages } = await openArchive({ root: "." });
const { posts } = await checkArchive({ root: "." });
const { built, written } = await buildSite({ root: "." });
console.log(JSON.stringify([imported, slug, livePages[0].posts.map(({ text }) => text), posts, built, written.length > 5]));
`,
  });
  const { stdout, stderr } = node(["walk.mjs"], root);
  expect(stderr).toBe("");
  const texts = [4, 3, 2, 1].map((hour) => `The ferry was seen from the pier at hour ${hour}.`);
  expect(JSON.parse(stdout)).toEqual([true, "a-ferry", texts, 4, true, true]);
});

test("a site of Eleventy takes live pages from the package", () => {
  const root = path.join(home, "eleventy");
  archive("eleventy/archive");
  writeFiles(root, {
    "eleventy.config.js": `import { afterlive } from "afterlive/eleventy";
export default (config) => {
  config.addPlugin(afterlive, { root: "archive", prefix: "/live/" });
  return { dir: { input: "src" } };
};
`,
    "src/index.njk": "{% for live in livePages %}{{ live.url }} {{ live.title }}{% endfor %}\n",
    "package.json": '{ "type": "module" }',
  });
  const eleventy = path.join(home, "node_modules/@11ty/eleventy/cmd.cjs");
  // Where it takes long, Eleventy says so on standard error.
  expect(node([eleventy, "--quiet"], root)).toMatchObject({ status: 0 });
  expect(readFileSync(path.join(root, "_site/index.html"), "utf8")).toBe("/live/ferry/ A ferry\n");
  expect(readFileSync(path.join(root, "_site/live/ferry/index.html"), "utf8")).toContain("from the pier at hour 4");
});

test("the types of the package are whole: a strict program in TypeScript needs no others", () => {
  const root = path.join(home, "typed");
  writeFiles(root, {
    "names.11ty.ts": ownTemplate,
    "program.ts": `import { buildSite, type ImportCaptureResult, importCapture, openArchive, type Problem } from "afterlive";
import { afterlive } from "afterlive/eleventy";
const result: ImportCaptureResult = await importCapture({ root: ".", sources: ["page.html"], year: 2024 });
const problems: readonly Problem[] = result.problems;
const { livePages } = await openArchive({ root: "." });
const ids: readonly string[] = livePages.flatMap(({ posts }) => posts.map(({ id }) => id));
// @ts-expect-error: root is needed
await buildSite({ out: "x" });
export const all = [problems, ids, afterlive];
`,
    "tsconfig.json": JSON.stringify({
      compilerOptions: { module: "nodenext", target: "es2024", strict: true, noEmit: true, types: [] },
      include: ["."],
    }),
    "package.json": '{ "type": "module" }',
  });
  const compiler = path.join(repository, "node_modules/typescript/bin/tsc");
  expect(node([compiler, "--project", root], root)).toEqual({ status: 0, stdout: "", stderr: "" });
});

test("the package says in one line that a Node is too old, and names no npm ci", () => {
  const old = path.join(folder, "old.cjs");
  writeFileSync(old, 'Object.defineProperty(process.versions, "node", { value: "20.9.0" });\n');
  const { status, stdout, stderr } = node(["--require", old, command, "--version"], home);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toMatch(/^afterlive needs Node 22\.22 .*: install Node 24 from https:\/\/nodejs\.org\n$/);
});
