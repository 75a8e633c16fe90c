// Bundles src/ and templates/ into dist/, which starts several times as fast as the sources. The launcher runs dist/ as long as
// dist/made-from.json fits the sources. Runs on Node 20 and later, after `npm ci` and as `npm run compile`.
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { madeFrom, noteOf } from "../bin/compiled.cjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const languages = "src/site/i18n/interface";

rmSync(path.join(root, "dist"), { recursive: true, force: true });

const shared = {
  absWorkingDir: root,
  outbase: root,
  outdir: "dist",
  bundle: true,
  metafile: true,
  logLevel: "warning",
};
const program = await build({
  ...shared,
  // What is found by its path: the command line, two threads, two processes, and the words of each language; and what others import.
  entryPoints: [
    "src/cli.ts",
    "src/api/afterlive.ts",
    "src/api/templates.ts",
    "src/eleventy/plugin.ts",
    "src/base/lock/heartbeat-thread.ts",
    "src/builder/workers/worker.ts",
    "src/builder/serve/build-process.ts",
    "src/eleventy/print-site.ts",
    ...readdirSync(path.join(root, languages)).map((name) => `${languages}/${name}`),
  ],
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node22",
  packages: "external",
});
/** The script of the pages, with the options of src/builder/render/dependencies.ts. */
const script = await build({
  ...shared,
  entryPoints: ["src/client/main.ts"],
  format: "iife",
  target: "es2022",
  minify: true,
  charset: "utf8",
  tsconfigRaw: {},
});

const style = await build({
  ...shared,
  entryPoints: ["src/style/style.css"],
  minify: true,
  charset: "utf8",
});

const sources = [program, script, style].flatMap(({ metafile }) => Object.keys(metafile.inputs));
// Last: without it the launcher runs the sources.
writeFileSync(
  path.join(root, madeFrom),
  JSON.stringify(noteOf(root, [...sources, "package-lock.json", "tools/compile.mjs"])),
);
