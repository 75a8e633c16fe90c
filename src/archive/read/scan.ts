/** What lies in `content/`, told without opening a file: enough to know which live pages are as they were. */
import { createHash } from "node:crypto";
import { type Dirent, lstatSync, readdirSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
import { steadySignatureAt } from "./stat-signature.ts";

/** A folder of `content/`. */
export interface PageScan {
  readonly slug: string;
  /** Changes with the name, the kind, the number, the size and the times of each file of the live page; "" where it may not be trusted. */
  readonly signature: string;
  /** How many files there are: about as many as posts. */
  readonly files: number;
}

export interface ArchiveScan {
  /** Changes with `archive.md` and with the names that stand beside the live pages. */
  readonly signature: string;
  /** Of `about.md`, which no live page is printed with. */
  readonly words: string;
  /** Of `published.txt`. */
  readonly published: string;
  /** By slug; also folders whose names are no slugs. */
  readonly pages: ReadonlyMap<string, PageScan>;
}

/** Looks at all of `content/`. `now`: milliseconds since 1970; what changed just before it is not trusted. */
export function scanArchive(root: string, now: number): ArchiveScan {
  const content = join(root, "content");
  const pages = new Map<string, PageScan>();
  const names: string[] = [];
  for (const entry of list(content)) {
    if (entry.name.startsWith(".")) continue;
    if (isFolder(content, entry)) pages.set(entry.name, scanPage(root, entry.name, now));
    else names.push(entry.name);
  }
  const signatureOfFile = (name: string): string => steadySignatureAt(join(content, name), now);
  const signature = JSON.stringify([names, signatureOfFile("archive.md")]);
  return { signature, words: signatureOfFile("about.md"), published: signatureOfFile("published.txt"), pages };
}

/** Looks at one folder of `content/`; of its captures a site knows only what two lists and older wordings say. */
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
    // A whole second is what a disk with a coarse clock writes: such a file counts as younger.
    newest = Math.max(newest, changed % 1000 === 0 ? changed + 1950 : changed);
  };
  const look = (below: string): void => {
    const at = below === "" ? folder : join(folder, below);
    for (const entry of list(at)) {
      if (entry.name.startsWith(".")) continue;
      const name = below === "" ? entry.name : `${below}/${entry.name}`;
      // A plain "/", since `join` takes half as long as the look itself.
      if (!isFolder(at, entry)) note(name, statOf(`${at}/${entry.name}`, entry));
      else if (name === "media") look(name);
      else if (name !== "captures") note(`${name}/`, undefined);
      else {
        for (const list of ["captures/captures.yaml", "captures/completeness.json"])
          note(list, statSync(join(folder, list), { throwIfNoEntry: false }));
        // Whether they are shown, only archive.md tells.
        look("captures/revisions");
      }
    }
  };
  look("");
  const hash = createHash("sha256").update(names.join("\n")).update(new Float64Array(numbers));
  return { slug, signature: now - newest > 50 ? hash.digest("base64url") : "", files: names.length };
}

const isFolder = (at: string, entry: Dirent): boolean =>
  entry.isDirectory() ||
  (entry.isSymbolicLink() && statSync(join(at, entry.name), { throwIfNoEntry: false })?.isDirectory() === true);

/** A link counts by what it leads to, which may change without it. */
const statOf = (path: string, entry: Dirent): Stats | undefined =>
  entry.isSymbolicLink() ? statSync(path, { throwIfNoEntry: false }) : lstatSync(path, { throwIfNoEntry: false });

/** By name, whatever order the disk gives. */
function list(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    // The code that reads the folder says what is wrong with it.
    return [];
  }
}
