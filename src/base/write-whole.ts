/** Writes one file so that a reader finds all of it or none: beside it first, then one rename. Nothing is flushed. */
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Makes the folder if need be. Another process may write the same file at the same time: one of the two stays. */
export function writeWhole(file: string, data: Uint8Array | string): void {
  const beside = `${file}.${process.pid}.tmp`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(beside, data);
  renameSync(beside, file);
}
