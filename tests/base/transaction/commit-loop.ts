/** A process that commits one version of a folder after another until it is killed: `node commit-loop.ts FOLDER FROM`. */
import { join } from "node:path";
import { type Change, commit, newStage, withLock } from "../../../src/base/transaction/transaction.ts";
import { fill } from "../folder-fill.ts";

/** All files of a version. Every third name is missing in turn, and one path is a file and a folder by turns. */
export function version(number: number): Record<string, string> {
  const files: Record<string, string> = { version: String(number) };
  for (let index = 0; index < 40; index++) {
    if ((index + number) % 3 === 0) continue;
    files[`p${index % 7}/f${index}.md`] = `${number} `.repeat(1 + ((number * 31 + index * 7) % 50));
  }
  files[number % 2 === 0 ? "turn" : "turn/in.md"] = String(number);
  files[`new-${number % 5}/a/b.md`] = String(number);
  return { ...files, ...moved(number) };
}

/** Those that are prepared and moved: a file that replaces another, and a whole folder. */
const moved = (number: number): Record<string, string> => ({
  moved: String(number),
  [`whole-${number}/a.md`]: String(number),
  [`whole-${number}/b/c.md`]: String(number),
});

/** From one version to the next. */
function step(number: number, stage: string): readonly Change[] {
  const files = version(number);
  const gone = number === 0 ? [] : Object.keys(version(number - 1)).filter((path) => !(path in files));
  return [
    ...Object.entries(files)
      .filter(([path]) => !(path in moved(number)))
      .map(([path, bytes]) => ({ path, bytes })),
    ...["moved", `whole-${number}`].map((path) => ({ path, move: join(stage, path) })),
    ...gone.map((path) => ({ path, remove: true as const })),
  ];
}

const [, script, folder, from] = process.argv;
if (script === import.meta.filename && folder !== undefined) {
  process.stdout.write("begun\n");
  for (let number = Number(from); ; number++) {
    await withLock(folder, () => {
      const stage = newStage(folder);
      fill(stage, moved(number));
      commit(folder, step(number, stage));
    });
  }
}
