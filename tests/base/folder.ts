/** Folders for tests: made, filled, read as a map from path to text. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

export { fill } from "./folder-fill.ts";

/** In memory where there is such a disk: flushing a busy one takes longer than all the rest. The long suite takes the real one. */
const disk = process.env.AFTERLIVE_LONG === undefined && existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** An empty folder that goes with the test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(disk, "afterlive-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Every file below the folder with its text; an empty folder stands as its path and "/". */
export function contents(folder: string, below = ""): Record<string, string> {
  const found: Record<string, string> = {};
  const names = readdirSync(join(folder, below), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const name of names) {
    const path = `${below}${name.name}`;
    if (name.isDirectory()) Object.assign(found, contents(folder, `${path}/`));
    else found[path] = readFileSync(join(folder, path), "utf8");
  }
  if (names.length === 0 && below !== "") found[below] = "";
  return found;
}

/** What a call throws. */
export function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error("expected it to throw");
}
