/** Builds an archive as a person does, by the command line. */
import { runInThread } from "../e2e/in-thread.ts";

/** Throws what the command says where it does not succeed. */
export function buildSite(root: string, out: string): void {
  const { status, stderr } = runInThread(["build", "--root", root, "--out", out]);
  if (status !== 0) throw new Error(stderr);
}
