/** From `content/` to signatures of its live pages, without opening a file: they tell which live pages have changed. */
import { createHash } from "node:crypto";
import { type Dirent, lstatSync, readdirSync, type Stats } from "node:fs";
import { join } from "node:path";
import { statsAt } from "../../base/stats-at.ts";
import { isOfArchive } from "./files.ts";
import { steadySignatureAt } from "./stat-signature.ts";

/** A folder of `content/`. */
export interface PageScan {
  readonly slug: string;
  /** Changes with the name, kind, inode, size and times of each file of the live page; "" where it cannot be trusted. */
  readonly signature: string;
  /** The number of files, about the number of posts. */
  readonly files: number;
}

export interface ArchiveScan {
  /** Changes with `archive.md` and with the names of the files beside the live pages; not with `published.txt`. */
  readonly signature: string;
  /** The signature of `about.md`, which no live page shows. */
  readonly words: string;
  /** The signature of `published.txt`. */
  readonly published: string;
  /** By slug; also folders whose names are no slugs. */
  readonly pages: ReadonlyMap<string, PageScan>;
}

/** Looks at all of `content/`. `now`: milliseconds since 1970; a file that changed just before it is not trusted. */
export function scanArchive(root: string, now: number): ArchiveScan {
  const content = join(root, "content");
  const pages = new Map<string, PageScan>();
  const names: string[] = [];
  for (const entry of list(content)) {
    if (!isOfArchive(entry.name)) continue;
    if (isFolder(content, entry)) pages.set(entry.name, scanPage(root, entry.name, now));
    else if (entry.name !== "published.txt") names.push(entry.name);
  }
  const signatureOfFile = (name: string): string => steadySignatureAt(join(content, name), now);
  const signature = JSON.stringify([names, signatureOfFile("archive.md")]);
  return { signature, words: signatureOfFile("about.md"), published: signatureOfFile("published.txt"), pages };
}

/** Looks at one folder of `content/`. Of its captures only two lists and the older wordings matter to a site. */
export function scanPage(root: string, slug: string, now: number): PageScan {
  const folder = join(root, "content", slug);
  const names: string[] = [];
  const numbers: number[] = [];
  let newest = 0;
  const note = (name: string, stats: Stats | undefined): void => {
    names.push(name);
    const { size = -1, mtimeMs = 0, ctimeMs = 0, ino = 0 } = stats ?? {};
    numbers.push(size, mtimeMs, ctimeMs, ino);
    const changed = Math.max(mtimeMs, ctimeMs);
    // A time in whole seconds comes from a disk with a coarse clock: such a file counts as younger.
    newest = Math.max(newest, changed % 1000 === 0 ? changed + 1950 : changed);
  };
  const look = (below: string): void => {
    const at = below === "" ? folder : join(folder, below);
    for (const entry of list(at)) {
      if (!isOfArchive(entry.name)) continue;
      const name = below === "" ? entry.name : `${below}/${entry.name}`;
      // A plain "/", because `join` takes half as long as lstat.
      if (!isFolder(at, entry)) note(name, statOf(`${at}/${entry.name}`, entry));
      else if (name === "media") look(name);
      else if (name !== "captures") note(`${name}/`, undefined);
      else {
        for (const list of ["captures/captures.yaml", "captures/completeness.json"])
          note(list, statsAt(join(folder, list)));
        // Included always: only archive.md tells whether the site shows them.
        look("captures/revisions");
      }
    }
  };
  look("");
  const hash = createHash("sha256").update(names.join("\n")).update(new Float64Array(numbers));
  return { slug, signature: now - newest > 50 ? hash.digest("base64url") : "", files: names.length };
}

/** Whether the folder of a live page is still there. */
export const hasPageFolder = (root: string, slug: string): boolean =>
  statsAt(join(root, "content", slug))?.isDirectory() === true;

const isFolder = (at: string, entry: Dirent): boolean =>
  entry.isDirectory() || (entry.isSymbolicLink() && statsAt(join(at, entry.name))?.isDirectory() === true);

/** Of a link, what it leads to counts: it may change while the link does not. */
const statOf = (path: string, entry: Dirent): Stats | undefined =>
  entry.isSymbolicLink() ? statsAt(path) : lstatSync(path, { throwIfNoEntry: false });

/** Sorted by name: the order of the disk does not matter. */
function list(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    // The code that reads the folder says what is wrong with it.
    return [];
  }
}
