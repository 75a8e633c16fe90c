/** Fills folders for tests; apart, for processes in which no test runs. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export function fill(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
