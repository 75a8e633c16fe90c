/** A thread that turns time into signs of life: every few seconds it writes to a claim, until its process ends. */
import { closeSync, openSync, writeSync } from "node:fs";
import { workerData } from "node:worker_threads";

const { file, milliseconds }: { readonly file: string; readonly milliseconds: number } = workerData;

setInterval(() => {
  try {
    // Written, and not given a time: the time is then that of the disk, which all its readers share.
    const claim = openSync(file, "r+");
    writeSync(claim, ".", 0);
    closeSync(claim);
  } catch {
    // The disk may answer the next time.
  }
}, milliseconds);
