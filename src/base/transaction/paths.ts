/** From a path to whether a transaction may touch it, and to what exists there. Reads the disk, changes nothing. */
import { lstatSync, realpathSync, type Stats, statSync } from "node:fs";
import { join, sep } from "node:path";
import { codeOf, Failure } from "../failure.ts";

/** The folder, inside the one that is changed, in which locks, journals and staged files lie. */
export const ownFolder = ".afterlive";

/** Throws unless the path is relative, of plain names with "/" between them, and leads neither out of the folder nor into our own. */
export function checkPath(path: string): void {
  const names = path.split("/");
  if (names.some((name) => name === "" || name === "." || name === "..") || /[\p{Cc}\\]|^[A-Za-z]:/u.test(path)) {
    throw new Failure(
      `Cannot change ${JSON.stringify(path)}: expected a path inside the folder`,
      'Write names with "/" between them, without "..", a leading "/", a drive, a backslash or a control character',
    );
  }
  if (!path.isWellFormed()) {
    throw new Failure(
      `Cannot change ${JSON.stringify(path)}: half of a character is missing in it`,
      "Write the name in whole Unicode characters",
    );
  }
  if (names.some((name) => name.toLowerCase() === ownFolder)) {
    throw new Failure(
      `Cannot change "${path}": "${ownFolder}" is kept for the program's own files`,
      "Choose another name for that folder",
    );
  }
}

/** What the folder of a path is: it exists; it does not exist from `top` on; or `top` is a file. */
export type FolderState =
  | { readonly kind: "present" }
  | { readonly kind: "absent"; readonly top: string }
  | { readonly kind: "file"; readonly top: string };

export interface Disk {
  readonly folder: string;
  /** Of a folder by its path; "" is the folder itself. Throws where a link leads out of it. */
  folderState(path: string): FolderState;
  /** Of a file by its path, links not followed; undefined if it is not there. */
  look(path: string): Stats | undefined;
  /** Equal for two paths that this disk takes for one. */
  key(path: string): string;
}

/** Looks at every folder once, when it is first asked for it; later answers stay the same, even if the folder changes. */
export function openDisk(folder: string, options: { foldsCase?: boolean } = {}): Disk {
  const real = realpathSync.native(folder);
  const known = new Map<string, FolderState>([["", { kind: "present" }]]);
  const foldsCase = options.foldsCase ?? takesForOne(join(folder, ownFolder), join(folder, ownFolder.toUpperCase()));
  const look = (path: string) => lookAt(join(folder, path));

  const ask = (path: string): FolderState => {
    const above = folderState(folderOf(path));
    if (above.kind !== "present") return above;
    const found = look(path);
    if (found === undefined) return { kind: "absent", top: path };
    if (!found.isSymbolicLink()) return found.isDirectory() ? above : { kind: "file", top: path };
    const at = statSync(join(folder, path), { throwIfNoEntry: false });
    if (at?.isDirectory() && !`${realpathSync.native(join(folder, path))}${sep}`.startsWith(`${real}${sep}`)) {
      throw new Failure(
        `Cannot change what lies in "${path}": it is a link that leads out of "${folder}"`,
        "Replace the link by a folder",
      );
    }
    return at?.isDirectory() ? above : { kind: "file", top: path };
  };
  const folderState = (path: string): FolderState => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const answer = ask(path);
    known.set(path, answer);
    return answer;
  };
  const key = foldsCase ? (path: string) => path.normalize("NFC").toLowerCase() : (path: string) => path;
  return { folder, folderState, look, key };
}

/** The folder of a path, "" for what lies in the root. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/** What exists at an absolute path, links not followed; undefined where nothing does, or where a folder on the way is a file. */
export function lookAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (codeOf(error) === "ENOTDIR") return undefined;
    throw error;
  }
}

function takesForOne(path: string, other: string): boolean {
  const [one, two] = [path, other].map(lookAt);
  return one !== undefined && two !== undefined && one.ino === two.ino && one.dev === two.dev;
}
