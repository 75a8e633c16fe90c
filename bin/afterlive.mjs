#!/usr/bin/env node
// Starts the command line with a Node that can run it: this one, or the one `npm ci` brought along.
import module from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { nodeRunsThis, ownNode } from "./node-version.mjs";

if (nodeRunsThis(process.versions.node)) {
  const cache = cacheFolder(process.env);
  // Node fills it when the process ends; where it cannot be written, everything is only compiled anew.
  if (cache !== undefined) module.enableCompileCache(cache);
  const { main } = await import("../src/cli.ts");
  await main(process.argv.slice(2));
} else runWith(ownNode(path.dirname(path.dirname(fileURLToPath(import.meta.url)))));

/** A folder of this person's own: in one that all share, such as /tmp, others could lay code for us to run. */
function cacheFolder({ XDG_CACHE_HOME: given, LOCALAPPDATA: local, HOME: home }) {
  const own = process.platform === "win32" ? local : home && path.join(home, ".cache");
  const base = given && path.isAbsolute(given) ? given : own;
  return base ? path.join(base, "afterlive", "compiled") : undefined;
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
  const { spawn } = module.createRequire(import.meta.url)("node:child_process");
  const own = [...process.execArgv, fileURLToPath(import.meta.url)];
  const child = spawn(node, [...own, ...process.argv.slice(2)], { stdio: "inherit" });
  const pass = (signal) => child.kill(signal);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, pass);
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeListener(name, pass);
    process.kill(process.pid, signal);
  });
}
