#!/usr/bin/env node
// Starts the command line with a Node that can run it: this one, or the one `npm ci` brought along. It runs what
// tools/compile.mjs made of the sources, or the sources: where they have changed since, or AFTERLIVE_SOURCES is set.
// CommonJS, as is what it starts: a module that imports `node:fs` makes Node load all that `fs` would load when asked.
const { existsSync } = require("node:fs");
const { enableCompileCache } = require("node:module");
const path = require("node:path");
const { isCompiled, keptFolder } = require("./compiled.cjs");
const { nodeRunsThis, ownNode } = require("./node-version.cjs");

const root = path.dirname(__dirname);

if (nodeRunsThis(process.versions.node)) start();
else runWith(ownNode(root));

async function start() {
  // An archive that was built before calls other functions than one that was not.
  const again = process.argv[2] === "build" && existsSync(".afterlive");
  const kept = keptFolder(again ? "rebuild" : process.argv[2]);
  // For sources, libraries and templates. Where nothing can be written, everything is only compiled anew.
  if (kept !== undefined) enableCompileCache(kept);
  const compiled = !process.env.AFTERLIVE_SOURCES && isCompiled(root);
  const { main } = await (compiled ? packed(kept) : import("../src/cli.ts"));
  await main(process.argv.slice(2));
}

function packed(kept) {
  const { keepIn, load } = require("./packs.cjs");
  keepIn(kept);
  return load("afterlive/src/cli.js");
}

function runWith(node) {
  if (node === undefined) {
    console.error(`afterlive needs Node 22.22 or later, 24.8 or later, or 26; this is ${process.version}.`);
    console.error(
      "Run npm ci in the folder of afterlive, which brings one along, or install Node 24 from https://nodejs.org",
    );
    process.exit(1);
  }
  // Asked for here, so that a Node that needs no second one does not load it.
  const { spawn } = require("node:child_process");
  const child = spawn(node, [...process.execArgv, __filename, ...process.argv.slice(2)], { stdio: "inherit" });
  const pass = (signal) => child.kill(signal);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, pass);
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeListener(name, pass);
    process.kill(process.pid, signal);
  });
}
