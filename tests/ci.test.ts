/** `.ci/run` is itself under test, with an npm that does what it is told: it must never call a failure a success. */
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";

const repository = path.resolve(import.meta.dirname, "..");

/** What the npm of a test does: a line of shell for each of its commands. */
interface FakeNpm {
  readonly ci?: string;
  readonly test?: string;
  /** Looks for a full Chromium. */
  readonly look?: string;
  readonly browser?: string;
  readonly long?: string;
  readonly bench?: string;
}

const leaves = (passed: number, failed: number, skipped = 0) =>
  `echo ${passed} ${failed} ${skipped} >"$AFTERLIVE_TALLY"`;

const foundBrowser = "mkdir -p node_modules/.cache; echo full >node_modules/.cache/browser.json";

function runCi(npm: FakeNpm, env: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "afterlive-ci-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(path.join(repository, ".ci"), path.join(folder, ".ci"), { recursive: true });
  const script = `#!/bin/sh
case "$*" in
  ci) ${npm.ci ?? "true"} ;;
  test) ${npm.test ?? leaves(12, 0)} ;;
  "run --silent pretest") ${npm.look ?? "exit 1"} ;;
  "run --silent test:browser") ${npm.browser ?? leaves(5, 0)} ;;
  "run test:long") ${npm.long ?? leaves(30, 0)} ;;
  "run --silent bench "*) ${npm.bench ?? "true"} ;;
  *) exit 99 ;;
esac
`;
  writeFileSync(path.join(folder, "npm"), script);
  chmodSync(path.join(folder, "npm"), 0o755);
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("AFTERLIVE_")));
  const { status, stdout } = spawnSync(path.join(folder, ".ci/run"), {
    cwd: tmpdir(),
    env: { ...clean, ...env, PATH: `${folder}:${process.env.PATH}` },
    encoding: "utf8",
  });
  const printed = stdout.trimEnd().split("\n");
  return { status, last: printed.at(-1), before: printed.slice(0, -1) };
}

const cases: readonly [what: string, npm: FakeNpm, env: Record<string, string>, status: number, last: string][] = [
  ["adds up both suites", {}, {}, 0, "42 passed, 0 failed"],
  ["tells what was skipped", { test: leaves(12, 0, 2) }, {}, 0, "42 passed, 0 failed, 2 skipped"],
  ["passes whatever the benchmark says", { bench: "echo 9 failed; exit 1" }, {}, 0, "42 passed, 0 failed"],
  [
    "passes where the benchmark does not end",
    { bench: "exec sleep 20" },
    { AFTERLIVE_BENCH_SECONDS: "1" },
    0,
    "42 passed, 0 failed",
  ],
  ["adds the tests in a full Chromium, where there is one", { look: foundBrowser }, {}, 0, "47 passed, 0 failed"],
  [
    "leaves a full Chromium out where it is told to",
    { look: foundBrowser },
    { AFTERLIVE_BROWSER_SECONDS: "0" },
    0,
    "42 passed, 0 failed",
  ],
  [
    "tries a full Chromium once, where the short suite had it",
    { test: `${foundBrowser}; ${leaves(12, 0)}`, look: foundBrowser },
    {},
    0,
    "42 passed, 0 failed",
  ],
  [
    "fails where a test fails in a full Chromium",
    { look: foundBrowser, browser: `${leaves(4, 1)}; exit 1` },
    {},
    1,
    "46 passed, 1 failed",
  ],
  [
    "fails where the tests in a full Chromium do not end",
    { look: foundBrowser, browser: "exec sleep 20" },
    { AFTERLIVE_BROWSER_SECONDS: "1" },
    1,
    "42 passed, 1 failed",
  ],
  ["fails where npm ci fails", { ci: "exit 1" }, {}, 1, "0 passed, 1 failed"],
  ["fails where the types or the lint fail, before any test", { test: "exit 2" }, {}, 1, "0 passed, 1 failed"],
  [
    "fails where a test fails, and leaves the long suite",
    { test: `${leaves(10, 3)}; exit 1` },
    {},
    1,
    "10 passed, 3 failed",
  ],
  ["fails where all tests pass and npm does not", { test: `${leaves(10, 0)}; exit 1` }, {}, 1, "10 passed, 1 failed"],
  ["fails where a test of the long suite fails", { long: `${leaves(29, 1)}; exit 1` }, {}, 1, "41 passed, 1 failed"],
  ["fails where the long suite cannot start", { long: "exit 1" }, {}, 1, "12 passed, 1 failed"],
  ["fails where failed tests end with 0", { test: leaves(10, 1) }, {}, 1, "40 passed, 1 failed"],
  ["fails where nothing ran", { test: leaves(0, 0), long: leaves(0, 0) }, {}, 1, "0 passed, 0 failed"],
  ["fails where no test left a count", { test: "true", long: "true" }, {}, 1, "0 passed, 0 failed"],
  [
    "counts what the long suite finished in its time",
    { long: `${leaves(7, 0)}; sleep 30` },
    { AFTERLIVE_LONG_SECONDS: "1" },
    0,
    "19 passed, 0 failed",
  ],
  [
    "fails where the long suite had failed when its time was up",
    { long: `${leaves(7, 1)}; sleep 30` },
    { AFTERLIVE_LONG_SECONDS: "1" },
    1,
    "19 passed, 1 failed",
  ],
  ["leaves the long suite out where it is told so", {}, { AFTERLIVE_LONG_SECONDS: "0" }, 0, "12 passed, 0 failed"],
  [
    "waits for nobody at the keyboard",
    { test: `${leaves(12, 0)}; if read -r line; then exit 1; fi` },
    {},
    0,
    "42 passed, 0 failed",
  ],
  ["says to all that it is a machine", { test: `${leaves(12, 0)}; test "$CI" = true` }, {}, 0, "42 passed, 0 failed"],
];

test.skipIf(process.platform === "win32").each(cases)(".ci/run %s", (_, npm, env, status, last) => {
  const run = runCi(npm, env);
  expect([run.status, run.last]).toEqual([status, last]);
});

test.skipIf(process.platform === "win32")(".ci/run names the tests that failed", () => {
  const stopped = `echo "Failed: a.test.ts > adds" >>"$AFTERLIVE_TALLY.failed"; ${leaves(7, 1)}; sleep 30`;
  const { before } = runCi({ long: stopped }, { AFTERLIVE_LONG_SECONDS: "1" });
  expect(before.at(-1)).toBe("Failed: a.test.ts > adds");
});

test(".ci/run runs the line with which the README says how to test", () => {
  const line = /^npm ci && npm test$/m;
  expect(readFileSync(path.join(repository, "README.md"), "utf8")).toMatch(line);
  expect(readFileSync(path.join(repository, ".ci/run"), "utf8")).toMatch(/^ +npm ci && npm test$/m);
});

test(".ci/run says in its head how long each part may take", () => {
  const text = readFileSync(path.join(repository, ".ci/run"), "utf8");
  const said = [...text.matchAll(/^# +(AFTERLIVE_\w+_SECONDS) .*\(default (\d+)/gm)].map(([, name, seconds]) => [
    name,
    seconds,
  ]);
  const used = new Set(
    [...text.matchAll(/\$\{(AFTERLIVE_\w+_SECONDS):-(\d+)\}/g)].map(([, name, seconds]) => `${name} ${seconds}`),
  );
  expect(said).toContainEqual(["AFTERLIVE_LONG_SECONDS", "1500"]);
  expect(said.map((one) => one.join(" ")).sort()).toEqual([...used].sort());
});
