// After `npm ci` in a checkout: puts `afterlive` where npx finds it and, on a machine whose Node cannot run this project
// (it needs 22.22+, 24.8+ or 26+), brings Node 24 from the npm registry, locked by tools/node24/package-lock.json,
// for npm's own scripts and for the launcher; then compiles the program. It changes nothing outside this folder. npm runs a script of the name `prepare` in a checkout
// alone: who installs the package runs no script of ours.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { nodeRunsThis, ownNode } from "../bin/node-version.cjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const win = process.platform === "win32";
const bin = path.join(root, "node_modules", ".bin");
mkdirSync(bin, { recursive: true });
linkLauncher();
if (!nodeRunsThis(process.versions.node)) bringNode24();
await compile();

/** Without it everything works, more slowly. */
async function compile() {
  try {
    await import("./compile.mjs");
  } catch (error) {
    console.error(`afterlive runs from its sources, since they cannot be compiled: ${error}`);
  }
}

function linkLauncher() {
  const link = path.join(bin, win ? "afterlive.cmd" : "afterlive");
  const launcher = path.relative(bin, path.join(root, "bin", "afterlive.cjs"));
  // Left where it is right: in that moment others may run it.
  if (!win && existsSync(link) && readlinkSync(link) === launcher) return;
  rmSync(link, { force: true });
  if (win) writeFileSync(link, '@node "%~dp0\\..\\..\\bin\\afterlive.cjs" %*\r\n');
  else symlinkSync(launcher, link);
}

function bringNode24() {
  const home = path.join(root, "tools", "node24");
  if (!ownNode(root)) {
    console.log(`Node ${process.version} is too old for afterlive: fetching Node 24 for its own use`);
    const result = npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], home);
    if (result.status !== 0 || !ownNode(root)) {
      console.error(
        "Cannot fetch Node 24 from the npm registry: install Node 24 from https://nodejs.org and run npm ci again",
      );
      process.exit(1);
    }
  }
  const link = path.join(bin, win ? "node.exe" : "node");
  const exe = /** @type {string} */ (ownNode(root));
  rmSync(link, { force: true });
  if (win) copyFileSync(exe, link);
  else symlinkSync(path.relative(bin, exe), link);
}

/** npm in another folder, without what this run of npm put into the environment. */
function npm(args, cwd) {
  const foreign =
    /^npm_(lifecycle|package|config_(?!registry|cache|cafile|.*proxy|userconfig|globalconfig|offline|prefer))/i;
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !foreign.test(key)));
  const own = process.env.npm_execpath;
  return own && existsSync(own)
    ? spawnSync(process.execPath, [own, ...args], { cwd, env, stdio: "inherit" })
    : spawnSync("npm", args, { cwd, env, stdio: "inherit", shell: win });
}
