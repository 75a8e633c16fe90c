/** A process that commits one version of a folder after another until it is killed: `node commit-loop.ts FOLDER FROM`. */
import { type Change, commit } from "../../src/base/transaction.ts";

/** All files of a version. Every third name is missing in turn, and one path is a file and a folder by turns. */
export function version(number: number): Record<string, string> {
  const files: Record<string, string> = { version: String(number) };
  for (let index = 0; index < 40; index++) {
    if ((index + number) % 3 === 0) continue;
    files[`p${index % 7}/f${index}.md`] = `${number} `.repeat(1 + ((number * 31 + index * 7) % 50));
  }
  files[number % 2 === 0 ? "turn" : "turn/in.md"] = String(number);
  files[`new-${number % 5}/a/b.md`] = String(number);
  return files;
}

/** From one version to the next. */
export function step(number: number): readonly Change[] {
  const files = version(number);
  const gone = number === 0 ? [] : Object.keys(version(number - 1)).filter((path) => !(path in files));
  return [
    ...Object.entries(files).map(([path, bytes]) => ({ path, bytes })),
    ...gone.map((path) => ({ path, remove: true as const })),
  ];
}

const [, script, folder, from] = process.argv;
if (script === import.meta.filename && folder !== undefined) {
  process.stdout.write("begun\n");
  for (let number = Number(from); ; number++) commit(folder, step(number));
}
