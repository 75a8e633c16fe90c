/** A small archive in a folder of its own, for tests that add to it. */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import type { Change } from "../../../src/base/transaction/transaction.ts";

/** Writes files below a new folder that goes when the test ends. */
export function archiveWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(path.join(realpathSync(tmpdir()), "afterlive-new-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), bytes);
  }
  return root;
}

export const london = "---\ntitle: A river\nzone: Europe/London\n---\n";

export const textOf = (root: string, file: string): string => readFileSync(path.join(root, file), "utf8");

/** The text that a change writes. */
export const bytesOf = (change: Change | undefined): string =>
  change && "bytes" in change ? String(change.bytes) : "";
