#!/usr/bin/env node
// Starts the command line with a Node that can run it: this one, or the one that `npm ci` fetched. It runs dist/, or the
// sources where dist/ was not made of them as they are now. An old Node must be able to read this file and node-version.cjs,
// so that it can say that it is too old.
const { existsSync } = require("fs");
const path = require("path");
const { nodeRunsThis, ownNode } = require("./node-version.cjs");

const root = path.dirname(__dirname);

if (nodeRunsThis(process.versions.node)) start();
else runWith(ownNode(root));

async function start() {
  const { enableCompileCache } = require("node:module");
  const { isCompiled } = require("./compiled.cjs");
  // Inside this package: in a folder that all users share, others could place code for us to run. Without leave to write there
  // Node goes without.
  enableCompileCache(path.join(root, "dist", "cache"));
  const { main } = await (isCompiled(root) ? import("../dist/src/cli.js") : import("../src/cli.ts"));
  await main(process.argv.slice(2));
}

function runWith(node) {
  if (node === undefined) {
    const fetched = existsSync(path.join(root, "src")) ? `run npm ci in ${root}, or ` : "";
    console.error(
      `afterlive needs Node 22.22 or later, 24.8 or later, or 26, and this is ${process.version}: ${fetched}install Node 24 from https://nodejs.org`,
    );
    process.exit(1);
  }
  const { spawn } = require("node:child_process");
  const { constants } = require("node:os");
  const child = spawn(node, [...process.execArgv, __filename, ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code === null ? 128 + constants.signals[signal] : code));
}
