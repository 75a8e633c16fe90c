// Compiles src/ and templates/ into dist/, which starts several times as fast: three files, no types, markdown-it inside.
// The launcher takes it as long as dist/made-from.json fits the sources, so nobody who edits a source must think of it.
// Runs on Node 20 and later, after `npm ci` and as `npm run compile`.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { madeFrom, noteOf } from "../bin/compiled.cjs";
import { packsOf } from "./packs.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const dist = path.join(root, "dist");
const { dependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
const inside = ["markdown-it"];
/** What is started: by the launcher, as a thread, as a process. */
const threadEntry = "src/builder/workers/worker.ts";
const entries = ["src/cli.ts", threadEntry, "src/builder/serve/build-process.ts", "src/eleventy/print-site.ts"];
const templates = readdirSync(path.join(root, "templates")).filter((name) => name.endsWith(".11ty.ts"));

/** The words of the pages in other languages than English, each of which is loaded when a page speaks it. */
const asksForLanguage = /require\("\.\/(interface\/[\w-]+)\.ts"\)/g;
const languages = [...readFileSync(path.join(root, "src/site/i18n/language.ts"), "utf8").matchAll(asksForLanguage)].map(
  ([, name]) => `src/site/i18n/${name}.ts`,
);

/** What the script of the pages is made of. */
const scripts = [];

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);

const ownRequire = "const require = createRequire(import.meta.url);";

const load = (file, name = file) => `${JSON.stringify(name)}: () => import(${JSON.stringify(path.join(root, file))}),`;

const program = await build({
  absWorkingDir: root,
  entryPoints: [...entries, ...languages],
  outbase: root,
  outdir: dist,
  write: false,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node22",
  // `createRequire` takes a path as well.
  define: { "import.meta.url": "__filename", "import.meta.filename": "__filename" },
  external: Object.keys(dependencies).filter((name) => !inside.includes(name)),
  metafile: true,
  logLevel: "warning",
  plugins: [{ name: "what the sources leave open", setup: fillIn }],
});

/** What each command begins with, and a build that finds nothing to do; what a build needs; what remains; other languages. */
const { packs, entry } = await packsOf(program, {
  root,
  outdir: dist,
  wanted: {
    afterlive: { from: ["src/cli.ts", "src/commands/build.ts"], later: false },
    build: { from: [...entries.slice(1), "src/builder/incremental-build.ts", "src/commands/check.ts"], later: true },
    rest: { from: ["src/cli.ts"], later: true },
    languages: { from: languages, later: false },
  },
});

/** All these ways are for a program that is not compiled. */
function fillIn({ onLoad }) {
  onLoad({ filter: /[\\/]src[\\/]site[\\/]i18n[\\/]language\.ts$/ }, ({ path: file }) => ({
    contents: readFileSync(file, "utf8")
      .replace(ownRequire, "")
      .replace(asksForLanguage, '$load("languages/src/site/i18n/$1.js")'),
    loader: "ts",
  }));
  // A library that is loaded when it is needed hides from esbuild behind a `require` of its own.
  onLoad({ filter: /[\\/]src[\\/]markdown[\\/]rules[\\/]parser\.ts$/ }, ({ path: file }) => ({
    contents: readFileSync(file, "utf8").replace(ownRequire, ""),
    loader: "ts",
  }));
  // The script of the pages is bundled once.
  onLoad({ filter: /[\\/]src[\\/]builder[\\/]render[\\/]compiled-script\.ts$/ }, async () => ({
    contents: `export const compiledScript = ${JSON.stringify(await clientScript())};`,
    loader: "js",
  }));
  // Templates are found by reading a folder.
  onLoad({ filter: /[\\/]src[\\/]builder[\\/]render[\\/]compiled-templates\.ts$/ }, () => ({
    contents: `export const compiledTemplates = {${templates.map((name) => load(`templates/${name}`, name)).join("\n")}};`,
    loader: "js",
    resolveDir: root,
  }));
}

async function clientScript() {
  const { outputFiles, metafile: parts } = await build({
    absWorkingDir: root,
    entryPoints: ["src/client/main.ts"],
    bundle: true,
    format: "iife",
    target: "es2022",
    minify: true,
    charset: "utf8",
    write: false,
    tsconfigRaw: {},
    metafile: true,
  });
  scripts.push(...Object.keys(parts.inputs));
  return outputFiles[0].text;
}

for (const [name, text] of Object.entries(packs)) writeFileSync(path.join(dist, `${name}.cjs`), text);
// The launcher asks for the first by itself.
for (const file of entries.slice(1)) {
  const at = path.join(dist, file.replace(/ts$/, "cjs"));
  mkdirSync(path.dirname(at), { recursive: true });
  const bin = path.relative(path.dirname(at), path.join(root, "bin")).split(path.sep).join("/");
  writeFileSync(
    at,
    `const { keptFolder } = require("${bin}/compiled.cjs");
const { keepIn, load } = require("${bin}/packs.cjs");
${file === threadEntry ? 'keepIn(keptFolder("build"), true)' : 'keepIn(keptFolder("saves"))'};
module.exports = load(${JSON.stringify(entry(file))});
`,
  );
}
const sources = [...Object.keys(program.metafile.inputs), ...scripts].filter((file) => /^(src|templates)\//.test(file));
// Last: without it nobody takes what lies there.
writeFileSync(
  path.join(root, madeFrom),
  JSON.stringify(noteOf(root, [...sources, "package-lock.json", "tools/compile.mjs", "tools/packs.mjs"])),
);
