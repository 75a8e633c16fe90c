/**
 * Finds a Firefox for the long suite, or brings one where apt may, and writes where it is to node_modules/.cache/firefox.json.
 *
 * In this order: $FIREFOX_BIN, one that is installed, and, where $CI is set, Debian's ESR by apt as root: never on a person's own machine.
 * $BROWSER_SKIP=firefox leaves it out.
 * Where there is none the tests in Firefox are skipped, and say so: this never fails.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const cache = path.join(import.meta.dirname, "../node_modules/.cache");
const note = path.join(cache, "firefox.json");
const skipped = (process.env.BROWSER_SKIP ?? "").split(",");

const installed: Readonly<Record<string, readonly string[]>> = {
  darwin: ["/Applications/Firefox.app/Contents/MacOS/firefox"],
  win32: ["C:\\Program Files\\Mozilla Firefox\\firefox.exe"],
  linux: (process.env.PATH ?? "").split(path.delimiter).flatMap((folder) => {
    return path.isAbsolute(folder) ? ["firefox-esr", "firefox"].map((name) => path.join(folder, name)) : [];
  }),
};

/** The first that says its version. A snap's stand-in does not. */
function firstThatRuns(): { readonly bin: string; readonly version: string } | undefined {
  const named = process.env.FIREFOX_BIN;
  for (const bin of named ? [path.resolve(named)] : (installed[process.platform] ?? [])) {
    const { status, stdout } = spawnSync(bin, ["--version"], { encoding: "utf8", timeout: 30_000 });
    if (status === 0 && stdout.includes("Firefox")) return { bin, version: stdout.trim() };
  }
  return undefined;
}

function installByApt(): void {
  if (!process.env.CI || skipped.includes("apt") || process.platform !== "linux" || process.getuid?.() !== 0) return;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (...args: readonly string[]) => spawnSync("apt-get", args, { env, stdio: "ignore", timeout: 120_000 });
  if (run("update", "-q").status === 0) run("install", "-y", "-q", "--no-install-recommends", "firefox-esr");
}

function find() {
  if (skipped.includes("firefox")) return undefined;
  const found = firstThatRuns();
  if (found !== undefined || process.env.FIREFOX_BIN) return found;
  installByApt();
  return firstThatRuns();
}

const found = find();
if (found === undefined) {
  rmSync(note, { force: true });
  console.log("No Firefox on this machine: the tests in it are skipped. To run them, install one or set FIREFOX_BIN");
} else {
  mkdirSync(cache, { recursive: true });
  writeFileSync(note, `${JSON.stringify(found)}\n`);
  console.log(`Tests use ${found.version}`);
}
