/** Builds an archive as a person does, by the command line. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { repository } from "./harness.ts";

/** Throws what the command says where it does not succeed. */
export function buildSite(root: string, out: string): void {
  const command = [path.join(repository, "bin/afterlive.cjs"), "build", "--root", root, "--out", out];
  const { status, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}
