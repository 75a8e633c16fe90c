// Compiles src/ and templates/ into dist/, which starts several times as fast: one file, no types, markdown-it inside.
// The launcher takes it as long as dist/made-from.json fits the sources, so nobody who edits a source must think of it.
// Runs on Node 20 and later, after `npm ci` and as `npm run compile`.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { madeFrom, noteOf } from "../bin/compiled.cjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const dist = path.join(root, "dist");
const { dependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
const inside = ["markdown-it"];
/** What is started: by the launcher, as a thread, as a process. */
const entries = ["src/cli.ts", "src/build/crew-member.ts", "src/build/build-worker.ts"];
const templates = readdirSync(path.join(root, "templates")).filter((name) => name.endsWith(".11ty.ts"));

/** What the script of the pages is made of. */
const scripts = [];

rmSync(dist, { recursive: true, force: true });

const load = (file, name = file) => `${JSON.stringify(name)}: () => import(${JSON.stringify(path.join(root, file))}),`;

const { metafile } = await build({
  absWorkingDir: root,
  stdin: { contents: `export const modules = {${entries.map((file) => load(file)).join("\n")}};`, resolveDir: root },
  outfile: path.join(dist, "afterlive.cjs"),
  bundle: true,
  format: "cjs",
  platform: "node",
  target: "node22",
  minifyWhitespace: true,
  define: { "import.meta.url": "addressOfProgram" },
  banner: { js: 'const addressOfProgram = require("node:url").pathToFileURL(__filename).href;' },
  external: Object.keys(dependencies).filter((name) => !inside.includes(name)),
  metafile: true,
  logLevel: "warning",
  plugins: [{ name: "what the sources leave open", setup: fillIn }],
});

/** All three ways are for a program that is not compiled. */
function fillIn({ onLoad }) {
  // A library that is loaded when it is needed hides from esbuild behind a `require` of its own.
  onLoad({ filter: /[\\/]src[\\/]markdown[\\/]parser\.ts$/ }, ({ path: file }) => ({
    contents: readFileSync(file, "utf8").replace("const require = createRequire(import.meta.url);", ""),
    loader: "ts",
  }));
  // The script of the pages is bundled once.
  onLoad({ filter: /[\\/]src[\\/]build[\\/]compiled-script\.ts$/ }, async () => ({
    contents: `export const compiledScript = ${JSON.stringify(await clientScript())};`,
    loader: "js",
  }));
  // Templates are found by reading a folder.
  onLoad({ filter: /[\\/]src[\\/]build[\\/]compiled-templates\.ts$/ }, () => ({
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

for (const file of entries) {
  const at = path.join(dist, file.replace(/ts$/, "cjs"));
  mkdirSync(path.dirname(at), { recursive: true });
  const whole = path.relative(path.dirname(at), path.join(dist, "afterlive.cjs")).split(path.sep).join("/");
  writeFileSync(at, `module.exports = require("${whole}").modules[${JSON.stringify(file)}]();\n`);
}
const sources = [...Object.keys(metafile.inputs), ...scripts].filter((file) => /^(src|templates)\//.test(file));
// Last: without it nobody takes what lies there.
writeFileSync(
  path.join(root, madeFrom),
  JSON.stringify([...sources, "package-lock.json", "tools/compile.mjs"].map((file) => noteOf(root, file))),
);
