/** What pages are printed with, told apart from what they say: the program, the templates, the options, `public/`. */
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { isSettled, markAt, markOf } from "../archive/read/file-mark.ts";
import { compiledFrom, packageFolder } from "../base/package-folder.ts";
import { isCardPath } from "../site/cards/card.ts";
import { filesBelow, isLitter } from "./output/files-below.ts";

/**
 * Changes with everything but content that decides how a page is printed. A template of the archive is told by its bytes,
 * this program by the times of its files; what a template takes from outside its folder is not seen.
 */
export function printingMark(root: string, mode: string): string {
  const program = createHash("sha256").update(programMark()).update(mode);
  const hash = createHash("sha256");
  const own = path.join(root, "templates");
  if (own !== path.join(packageFolder, "templates"))
    for (const name of filesBelow(own)) hash.update(`\0${name}\0`).update(bytesOf(path.join(own, name)));
  return `${program.digest("base64url")} ${hash.digest("base64url")}`;
}

/** Whether two such marks are of one program with the same options: posts are then read alike, and pictures made alike. */
export const isSameProgram = (one: string, other: string): boolean => one.split(" ", 1)[0] === other.split(" ", 1)[0];

/** This program: its files, what it is run with, what is installed beside it. */
function programMark(): string {
  const { node, icu, tz, unicode } = process.versions;
  const marks = [node, icu, tz, unicode, process.arch, process.platform];
  // The launcher has seen that it was made from the sources that lie there.
  if (compiledFrom !== undefined) return [...marks, markAt(compiledFrom)].join("\n");
  for (const folder of ["src", "templates"])
    for (const name of filesBelow(path.join(packageFolder, folder)))
      marks.push(name, markAt(path.join(packageFolder, folder, name)));
  for (const file of ["package.json", "package-lock.json"]) marks.push(markAt(path.join(packageFolder, file)));
  return marks.join("\n");
}

/** A file that a person lays into the site as it is. */
export interface LaidFile {
  /** From the site's root. */
  readonly path: string;
  /** Absolute. */
  readonly copy: string;
  /** Known again by this; "" where it may not be. Undefined for what is no file. */
  readonly mark: string | undefined;
}

/** The package's `public/`, each file of which one of the same name in the archive's own replaces; sorted by path. */
export function laidFiles(root: string, now: number): readonly LaidFile[] {
  const files = new Map<string, LaidFile>();
  for (const folder of new Set([path.join(packageFolder, "public"), path.join(root, "public")]))
    for (const name of filesBelow(folder)) {
      if (isLitter(name)) continue;
      const copy = path.join(folder, name);
      const stats = fs.statSync(copy, { throwIfNoEntry: false });
      const mark = stats?.isFile() !== true ? undefined : isSettled(stats, now) ? markOf(stats) : "";
      files.set(name, { path: name, copy, mark });
    }
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Those among them that stand in for what would be made, by path: cards and `robots.txt`. */
export const ownAmong = (files: readonly LaidFile[]): ReadonlySet<string> =>
  new Set(files.flatMap(({ path, mark }) => (mark !== undefined && standsIn(path) ? [path] : [])));

const standsIn = (path: string): boolean => isCardPath(path) || path === "robots.txt";

/** Changes with the names and the marks; "" where one of them may not be trusted. */
export const laidMark = (files: readonly LaidFile[]): string =>
  files.some(({ mark }) => mark === undefined || mark === "")
    ? ""
    : JSON.stringify(files.map(({ copy, mark }) => [copy, mark]));

function bytesOf(file: string): Uint8Array {
  try {
    return fs.readFileSync(file);
  } catch {
    // The code that loads the template says what is wrong with it.
    return new Uint8Array();
  }
}
