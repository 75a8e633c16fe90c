#!/usr/bin/env node
// Starts the command line with a Node that can run it: this one, or the one `npm ci` brought along. It runs what
// tools/compile.mjs made of the sources, or the sources: where they have changed since, or AFTERLIVE_SOURCES is set.
// CommonJS, as is what it starts: a module that imports `node:fs` makes Node load all that `fs` would load when asked.
const { enableCompileCache } = require("node:module");
const path = require("node:path");
const { isCompiled } = require("./compiled.cjs");
const { nodeRunsThis, ownNode } = require("./node-version.cjs");

const root = path.dirname(__dirname);

if (nodeRunsThis(process.versions.node)) {
  const cache = cacheFolder(process.env, process.argv[2]);
  // Node fills it when the process ends; where it cannot be written, everything is only compiled anew.
  if (cache !== undefined) enableCompileCache(cache);
  start();
} else runWith(ownNode(root));

async function start() {
  const compiled = !process.env.AFTERLIVE_SOURCES && isCompiled(root);
  const { main } = await (compiled ? require("../dist/src/cli.cjs") : import("../src/cli.ts"));
  await main(process.argv.slice(2));
}

/**
 * A folder of this person's own: in one that all share, such as /tmp, others could lay code for us to run. One for each
 * command, since Node keeps of a file what its first run has called, and never adds to it.
 */
function cacheFolder({ XDG_CACHE_HOME: given, LOCALAPPDATA: local, HOME: home }, command = "") {
  const own = process.platform === "win32" ? local : home && path.join(home, ".cache");
  const base = given && path.isAbsolute(given) ? given : own;
  return base ? path.join(base, "afterlive", "compiled", /^[a-z]+$/.test(command) ? command : "help") : undefined;
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
