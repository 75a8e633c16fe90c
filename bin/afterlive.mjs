#!/usr/bin/env node
// Starts the command line with a Node that can run it: this one, or the one `npm ci` brought along.
import { spawn } from "node:child_process";
import module from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { nodeRunsThis, ownNode } from "./node-version.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

if (nodeRunsThis(process.versions.node)) {
  module.enableCompileCache?.();
  const { main } = await import("../src/cli.ts");
  await main(process.argv.slice(2));
} else {
  const node = ownNode(root);
  if (node === undefined) {
    console.error(`afterlive needs Node 22.22 or later, 24.8 or later, or 26; this is ${process.version}.`);
    console.error(
      "Run npm ci in the folder of afterlive, which brings one along, or install Node 24 from https://nodejs.org",
    );
    process.exit(1);
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
  const pass = (signal) => child.kill(signal);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, pass);
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeListener(name, pass);
    process.kill(process.pid, signal);
  });
}
