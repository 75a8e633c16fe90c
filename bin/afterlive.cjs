#!/usr/bin/env node
// Starts the command line with a Node that can run it: this one, or the one that `npm ci` fetched. It runs dist/, or the
// sources where dist/ was not made of them as they are now.
const { enableCompileCache } = require("node:module");
const { constants } = require("node:os");
const path = require("node:path");
const { isCompiled } = require("./compiled.cjs");
const { nodeRunsThis, ownNode } = require("./node-version.cjs");

const root = path.dirname(__dirname);

if (nodeRunsThis(process.versions.node)) start();
else runWith(ownNode(root));

async function start() {
  // Inside this package: in a folder that all users share, others could place code for us to run.
  enableCompileCache(path.join(root, "dist", "cache"));
  const { main } = await (isCompiled(root) ? import("../dist/src/cli.js") : import("../src/cli.ts"));
  await main(process.argv.slice(2));
}

function runWith(node) {
  if (node === undefined) {
    console.error(`afterlive needs Node 22.22 or later, 24.8 or later, or 26; this is ${process.version}.`);
    console.error("Run npm ci in the folder of afterlive, or install Node 24 from https://nodejs.org");
    process.exit(1);
  }
  const { spawn } = require("node:child_process");
  const child = spawn(node, [...process.execArgv, __filename, ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}
