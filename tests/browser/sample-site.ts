/** Before the browser tests: the repository's own content/, built once through the real command line. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of the built sample archive. */
    readonly sampleSite: string;
  }
}

const repository = path.resolve(import.meta.dirname, "../..");

export default function setup(project: TestProject): () => void {
  const out = mkdtempSync(path.join(realpathSync(tmpdir()), "afterlive-site-"));
  const command = [path.join(repository, "bin/afterlive.cjs"), "build", "--root", repository, "--out", out];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  if (status !== 0) throw new Error(`afterlive build ended with ${status}:\n${stdout}${stderr}`);
  project.provide("sampleSite", out);
  return () => rmSync(out, { recursive: true, force: true });
}
