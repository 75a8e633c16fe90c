/** What is left in the system's folder for temporary files. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { expect, it, vi } from "vitest";
import { ownClaim } from "../../src/base/lock/claim.ts";
import { makeTemporaryFolder } from "../../src/base/temporary-folder.ts";
import { makeFolder } from "./folder.ts";

it("makeTemporaryFolder removes what a killed process left, and nothing of a living one, of another machine or of others", () => {
  vi.stubEnv("TMPDIR", makeFolder());
  const module = new URL("../../src/base/temporary-folder.ts", import.meta.url).href;
  const killed = `const { makeTemporaryFolder } = await import(${JSON.stringify(module)});
    require("fs").writeFileSync(makeTemporaryFolder("git") + "/file", ""); process.kill(process.pid, "SIGKILL");`;
  const { signal } = spawnSync(process.execPath, ["-e", `(async () => { ${killed} })()`]);
  expect([signal, readdirSync(tmpdir()).length]).toEqual(["SIGKILL", 1]);
  const kept = [`afterlive-git-1-1--elsewhere-aB3dE6`, "afterlive-git-notes", `afterlive-git-${ownClaim()}-aB3dE6`];
  for (const name of kept) mkdirSync(join(tmpdir(), name));
  const made = makeTemporaryFolder("importing");
  expect(existsSync(made) && dirname(made)).toBe(tmpdir());
  expect(readdirSync(tmpdir()).sort()).toEqual([...kept, basename(made)].sort());
  rmSync(made, { recursive: true });
  vi.unstubAllEnvs();
});
