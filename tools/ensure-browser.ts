/**
 * Finds a Chromium for the tests, or brings one, and writes where it is to node_modules/.cache/browser.json.
 *
 * In this order: $BROWSER_BIN, one that is installed, Playwright's own, the headless shell inside an npm package
 * (Linux on x64, its own lock file in tools/chromium), `playwright install`, and apt as root.
 * $BROWSER_SKIP leaves ways out, by the names in `ways`: BROWSER_SKIP=installed,npm.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import { chromium } from "playwright-core";

interface Found {
  readonly bin: string;
  readonly version: string;
  readonly how: string;
}

interface Way {
  readonly name: string;
  readonly how: string;
  candidates(): Promise<readonly string[]>;
}

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const cache = path.join(root, "node_modules", ".cache");
const linux = process.platform === "linux";

const ways: readonly Way[] = [
  { name: "installed", how: "installed", candidates: async () => installed() },
  { name: "playwright", how: "Playwright's own", candidates: async () => [chromium.executablePath()] },
  { name: "npm", how: "headless shell from npm", candidates: npmShell },
  { name: "download", how: "fetched by Playwright", candidates: playwrightInstall },
  { name: "apt", how: "installed by apt-get", candidates: aptInstall },
];

function installed(): readonly string[] {
  if (process.platform === "darwin") {
    return ["Google Chrome", "Chromium", "Microsoft Edge"].map((n) => `/Applications/${n}.app/Contents/MacOS/${n}`);
  }
  if (process.platform === "win32") {
    const homes = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA];
    const exes = ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"];
    return homes.flatMap((home) => (home === undefined ? [] : exes.map((exe) => path.join(home, exe))));
  }
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chromium-headless-shell"];
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  return folders.flatMap((folder) => [...names, "microsoft-edge"].map((name) => path.join(folder, name)));
}

/** The headless shell of @sparticuz/chromium, with the libraries and fonts it brings for machines that have none. */
async function npmShell(): Promise<readonly string[]> {
  if (!linux || process.arch !== "x64") return [];
  const home = path.join(root, "tools", "chromium");
  const packed = path.join(home, "node_modules", "@sparticuz", "chromium", "bin");
  if (!existsSync(path.join(packed, "chromium.br"))) {
    console.log("No browser on this machine: fetching one from the npm registry for the tests");
    npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], home);
  }
  if (!existsSync(path.join(packed, "chromium.br"))) return [];
  const shell = path.join(cache, "chromium");
  if (!existsSync(path.join(shell, "run"))) await unpack(packed, shell);
  return [path.join(shell, "run")];
}

async function unpack(packed: string, shell: string): Promise<void> {
  const part = `${shell}.${process.pid}`;
  mkdirSync(part, { recursive: true });
  const bytes = async (name: string) => promisify(brotliDecompress)(await readFile(path.join(packed, name)));
  writeFileSync(path.join(part, "chromium"), await bytes("chromium.br"), { mode: 0o755 });
  for (const name of ["al2023.tar.br", "fonts.tar.br"]) {
    const { status } = spawnSync("tar", ["-xf", "-", "-C", part], { input: await bytes(name) });
    if (status !== 0) throw new Error(`Cannot unpack ${name}: expected the command tar`);
  }
  writeFileSync(path.join(part, "fonts.conf"), fontsConf(path.join(shell, "fonts"), path.join(shell, "font-cache")));
  writeFileSync(path.join(part, "run"), launcher, { mode: 0o755 });
  rmSync(shell, { recursive: true, force: true });
  renameSync(part, shell);
}

const fontsConf = (fonts: string, fontCache: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${xml(fonts)}</dir>
  <cachedir>${xml(fontCache)}</cachedir>
</fontconfig>
`;

const xml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

// The libraries that come along are for machines without NSS only: a system's own are newer.
const launcher = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
export FONTCONFIG_FILE="$here/fonts.conf"
if ldd "$here/chromium" 2>/dev/null | grep -q "not found"; then
  export LD_LIBRARY_PATH="$here/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
fi
exec "$here/chromium" "$@"
`;

async function playwrightInstall(): Promise<readonly string[]> {
  const cli = path.join(root, "node_modules", "playwright-core", "cli.js");
  spawnSync(process.execPath, [cli, "install", "chromium"], { stdio: "ignore", timeout: 300_000 });
  return [chromium.executablePath()];
}

async function aptInstall(): Promise<readonly string[]> {
  if (!linux || process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"]).status !== 0) return [];
  const options = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, stdio: "ignore" } as const;
  spawnSync("apt-get", ["update", "-q"], options);
  spawnSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], options);
  return installed();
}

/** npm in another folder, without what the npm that runs us put into the environment. */
function npm(args: readonly string[], cwd: string): void {
  const foreign =
    /^npm_(lifecycle|package|config_(?!registry|cache|cafile|.*proxy|userconfig|globalconfig|offline|prefer))/i;
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !foreign.test(key)));
  const own = process.env.npm_execpath;
  if (own && existsSync(own)) spawnSync(process.execPath, [own, ...args], { cwd, env, stdio: "inherit" });
  else spawnSync("npm", args, { cwd, env, stdio: "inherit" });
}

/** What the browser says its version is; undefined where it does not run. */
function versionOf(bin: string): string | undefined {
  try {
    accessSync(bin, constants.X_OK);
  } catch {
    return undefined;
  }
  if (process.platform === "win32") return "a browser"; // chrome.exe --version opens a window there.
  const { status, stdout } = spawnSync(bin, ["--version"], { encoding: "utf8", timeout: 30_000 });
  return status === 0 ? stdout.trim() : undefined;
}

function firstThatRuns(candidates: readonly string[], how: string): Found | undefined {
  for (const bin of candidates) {
    const version = versionOf(bin);
    if (version !== undefined) return { bin, version, how };
  }
  return undefined;
}

async function findBrowser(): Promise<Found> {
  const named = process.env.BROWSER_BIN;
  if (named) {
    const found = firstThatRuns([path.resolve(named)], "BROWSER_BIN");
    if (found === undefined) throw new Error(`Cannot run the browser that BROWSER_BIN names: "${named}"`);
    return found;
  }
  const skipped = (process.env.BROWSER_SKIP ?? "").split(",");
  const tried: string[] = [];
  for (const way of ways.filter(({ name }) => !skipped.includes(name))) {
    try {
      const found = firstThatRuns(await way.candidates(), way.how);
      if (found !== undefined) return found;
      tried.push(way.how);
    } catch (error) {
      tried.push(`${way.how} (${error instanceof Error ? error.message : String(error)})`);
    }
  }
  throw new Error(`Cannot find a Chromium for the tests: tried ${tried.join(", ") || "nothing"}`);
}

try {
  const found = await findBrowser();
  mkdirSync(cache, { recursive: true });
  writeFileSync(path.join(cache, "browser.json"), `${JSON.stringify(found)}\n`);
  console.log(`Tests use ${found.version} (${found.how})`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  console.error("Install Chromium, Chrome or Edge, or set BROWSER_BIN to the path of one, and run this again");
  process.exitCode = 1;
}
