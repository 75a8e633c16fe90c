/** A folder -> the files in it; a saved page -> the files that the browser saved beside it. A link that leads out of the folder is not followed. */
import { closeSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { isFolderOf } from "../../captures/containers/beside.ts";
import type { HeldFile } from "../../captures/containers/files.ts";
import { ContainerFault, type FindBeside } from "../../captures/document.ts";
import { limits, megabytes } from "../../captures/limits.ts";

/** Folders in folders: no mirror of a site is deeper. */
const deepest = 24;

/** All files in a folder and below it, sorted by path, hidden ones left out. Where there are too many, it stops one beyond `limits.entries`. */
export function filesInFolder(folder: string): readonly HeldFile[] {
  const root = realpathSync(folder);
  const files: HeldFile[] = [];
  const visit = (relative: string, depth: number): void => {
    const listed = readdirSync(path.join(root, relative), { withFileTypes: true });
    for (const entry of listed.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (files.length > limits.entries) return;
      if (entry.name.startsWith(".")) continue;
      const name = relative === "" ? entry.name : `${relative}/${entry.name}`;
      if (entry.isDirectory()) {
        if (depth < deepest) visit(name, depth + 1);
      } else {
        const file = entry.isFile() ? path.join(root, name) : entry.isSymbolicLink() ? within(root, name) : undefined;
        const stats = file === undefined ? undefined : statSync(file, { throwIfNoEntry: false });
        if (file !== undefined && stats?.isFile() === true) files.push(heldFile(file, name, stats.size));
      }
    }
  };
  visit("", 0);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

const heldFile = (file: string, name: string, size: number): HeldFile => ({
  path: name,
  size,
  async start() {
    const handle = openSync(file, "r");
    try {
      const bytes = Buffer.alloc(4096);
      return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, 0));
    } finally {
      closeSync(handle);
    }
  },
  async bytes(limit) {
    const bytes = statSync(file).size;
    if (bytes > limit)
      throw new ContainerFault(
        `Cannot read "${name}": it has ${megabytes(bytes)}, and such a file has at most ${megabytes(limit)}`,
        "Import the page in it alone, or leave the file out",
      );
    return readFileSync(file);
  },
});

/** Finds the files that a browser saved with a page: only in the folder beside it that has the page's name ("page_files"). */
export function finderBeside(file: string): FindBeside {
  const folder = path.dirname(path.resolve(file));
  const page = path.basename(file);
  return async (address) => {
    if (/^[a-z][a-z0-9+.-]*:|^[/\\]/i.test(address)) return undefined;
    try {
      const plain = path.normalize(decodeURIComponent(address.replace(/[?#].*/s, "")));
      const [own = "", ...rest] = plain.split(path.sep);
      if (rest.length === 0 || !isFolderOf(page, own)) return undefined;
      const found = within(path.join(realpathSync(folder), own), rest.join(path.sep));
      const stats = found === undefined ? undefined : statSync(found);
      return found !== undefined && stats?.isFile() === true && stats.size <= limits.picture
        ? readFileSync(found)
        : undefined;
    } catch {
      return undefined;
    }
  };
}

/** The real path of a file in a folder; undefined where there is no such file or a link leads out of the folder. */
function within(folder: string, relative: string): string | undefined {
  try {
    const found = realpathSync(path.join(folder, relative));
    return found.startsWith(folder + path.sep) ? found : undefined;
  } catch {
    return undefined;
  }
}
