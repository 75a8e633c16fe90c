/** How the tests run: laws in memory, the command line in folders, a browser over the built sample: each with its own patience. */
import { statfsSync } from "node:fs";
import path from "node:path";
import { defineConfig, type TestProjectConfiguration } from "vitest/config";
import { Tally } from "./tests/tally.ts";

const long = process.env.AFTERLIVE_LONG !== undefined && process.env.AFTERLIVE_LONG !== "";
/** Folders of tests lie in memory where there is room for them: a sixth of the time was waiting for the disk. */
if (process.platform === "linux" && roomIn("/dev/shm") > 4_000_000_000) process.env.TMPDIR ??= "/dev/shm";
/** The processes that tests start from the sources load them in a third of the time. `npm run compile` begins it anew. */
process.env.NODE_COMPILE_CACHE ??= path.resolve(import.meta.dirname, "dist/cache");

const commandLine = ["tests/e2e/**/*.test.ts"];
const browser = ["tests/browser/**/*.test.ts"];
/** What the long suite alone looks at. */
const lookedLong = ["firefox", "lighthouse", "long-page", "reading"].map((name) => `tests/browser/${name}.test.ts`);

/**
 * What needs a process of its own: these measure time, or stand in for a module of Node. All others share one, which takes half as
 * long. Projects run in the order of their names: in the long suite the longest file is among the first.
 */
const alone = ["tests/growth.test.ts", "tests/patterns.test.ts", "tests/builder/serve/network.test.ts"];
if (long) alone.push("tests/importers/contract.test.ts");

/** Folders whose tests do in the long suite what they do in the short one. */
const same = ["api", "authoring", "bench", "checks", "client", "docs", "eleventy", "examples", "import", "outputs"];
const inSame = long ? same.map((folder) => `tests/${folder}/**/*.test.ts`) : [];

const lawsOf = (name: string, include: string[], exclude: string[], isolate: boolean): TestProjectConfiguration => ({
  extends: true,
  test: { name, include, exclude, isolate, testTimeout: long ? 600_000 : 60_000, hookTimeout: 60_000 },
});
const laws = [
  lawsOf("laws", ["tests/**/*.test.ts"], [...alone, ...inSame, ...commandLine, ...browser], false),
  lawsOf("alone", alone, [], true),
];

const seen = (include: string[], exclude: string[] = []): TestProjectConfiguration => ({
  extends: true,
  test: {
    name: "browser",
    include,
    exclude,
    isolate: false,
    globalSetup: ["tests/browser/sample-site.ts"],
    testTimeout: long ? 600_000 : 180_000,
    hookTimeout: 180_000,
  },
});

const whole: readonly TestProjectConfiguration[] = [
  {
    extends: true,
    test: { name: "command line", include: commandLine, isolate: false, testTimeout: 180_000, hookTimeout: 180_000 },
  },
  seen(browser, lookedLong),
];

export default defineConfig({
  test: {
    // Forks, not threads: a test may change its folder or be killed, and the threads of sharp end with their process.
    pool: "forks",
    maxWorkers: 2,
    setupFiles: ["tests/seed.ts"],
    reporters: ["default", new Tally()],
    // What a passing test prints, nobody reads.
    silent: "passed-only",
    // The long suite gives the laws more to try; the rest would only be done again.
    projects: long ? [...laws, seen(browser)] : [...laws, ...whole],
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts", "templates/**/*.ts"],
      reporter: ["text-summary", "html", "json-summary"],
      reportsDirectory: "coverage",
    },
  },
});

/** Bytes; 0 where it is no disk. */
function roomIn(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return 0;
  }
}
