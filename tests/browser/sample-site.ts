/** Before the browser tests: the repository's own content/, built once through the real command line, and a place for invented archives. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of the built sample archive. */
    readonly sampleSite: string;
    /** An empty folder: see invented.ts. */
    readonly inventedArchives: string;
  }
}

const repository = path.resolve(import.meta.dirname, "../..");

export default function setup(project: TestProject): () => void {
  const whole = mkdtempSync(path.join(realpathSync(tmpdir()), "afterlive-site-"));
  const out = path.join(whole, "sample");
  const inventedArchives = path.join(whole, "invented");
  mkdirSync(inventedArchives);
  const command = [path.join(repository, "bin/afterlive.cjs"), "build", "--root", repository, "--out", out];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  if (status !== 0) throw new Error(`afterlive build ended with ${status}:\n${stdout}${stderr}`);
  project.provide("sampleSite", out);
  project.provide("inventedArchives", inventedArchives);
  return () => rmSync(whole, { recursive: true, force: true });
}
