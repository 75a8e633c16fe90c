/** From steps to a journal on the disk, and from a journal to steps that are done: the next process can finish what this one began. */
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { sha256 } from "../digest.ts";
import { codeOf, Failure } from "../failure.ts";
import { flush } from "./flush.ts";
import { checkPath, type Disk, folderOf, lookAt, openDisk, ownFolder } from "./paths.ts";
import { stagedPath } from "./prepared.ts";
import { type FileStamp, type Removal, type Steps, stampOf } from "./steps.ts";

/** 2: a placement names where its file lies. */
const format = 2;

export interface Journal {
  readonly format: number;
  /** The folder inside our own that was made for this change, and its inode. In a copy of the archive the inode differs. */
  readonly staged: string;
  readonly inode: number;
  readonly steps: Steps;
}

const journalAt = (folder: string): string => join(folder, ownFolder, "journal");

/** When this returns, the change is decided: it outlasts the process and, where `durable`, a power cut. */
export function writeJournal(folder: string, staged: string, steps: Steps, durable = true): Journal {
  const inode = lstatSync(join(folder, ownFolder, staged)).ino;
  const journal: Journal = { format, staged, inode, steps };
  const body = JSON.stringify(journal);
  writeFileSync(journalAt(folder), `${body}\n${sha256(body)}\n`, { flag: "wx" });
  if (durable) flush(folder, [journalAt(folder)], [join(folder, ownFolder)]);
  return journal;
}

/** The journal that an interrupted change left; undefined where there is none, or where it was cut short: then the change never began. */
export function readJournal(folder: string): Journal | undefined {
  // Mostly there is no journal, and a question costs less than an error that is caught.
  if (lookAt(journalAt(folder)) === undefined) return undefined;
  const text = readFileSync(journalAt(folder), "utf8");
  const [body = "", sum] = text.split("\n");
  if (sum !== sha256(body)) return undefined;
  const journal: Journal = JSON.parse(body);
  if (journal.format !== format) {
    throw new Failure(
      `Cannot finish the interrupted change of "${folder}": its journal has format ${journal.format}, expected ${format}`,
      "Run a command of the version of the program that began it",
    );
  }
  checkJournal(folder, journal);
  return journal;
}

/** A journal can come with an archive from somebody else: it may change no more than a change of this program. */
function checkJournal(folder: string, { staged, steps }: Journal): void {
  const disk = openDisk(folder);
  const { cleared, clearedFolders, placed, dropped, emptied } = steps;
  const removed = [...cleared, ...dropped].map(([path]) => path);
  const placedPaths = placed.flatMap(({ path, formerly }) => (formerly === undefined ? [path] : [path, formerly]));
  for (const path of [...removed, ...clearedFolders, ...placedPaths, ...emptied]) {
    checkPath(path);
    disk.folderState(folderOf(path));
  }
  if (!/^staged-[0-9a-f]+$/.test(staged)) throw notOurs(folder);
  for (const { from } of placed) {
    const below = typeof from === "string" ? /^staged-[0-9a-f]+\/(.*)$/s.exec(from)?.[1] : undefined;
    if (below === undefined) throw notOurs(folder);
    checkPath(below);
    checkWay(folder, from);
  }
}

const notOurs = (folder: string): Failure =>
  new Failure(`Cannot use "${journalAt(folder)}": it names a folder that is not the program's own`, "Remove that file");

/** Throws where a folder on the way to the staged file is a link, which could lead anywhere. */
function checkWay(folder: string, from: string): void {
  for (let above = folderOf(from); above !== ""; above = folderOf(above)) {
    if (!lookAt(join(folder, ownFolder, above))?.isSymbolicLink()) continue;
    throw new Failure(
      `Cannot use "${journalAt(folder)}": "${above}", which it names, is a link, not a folder`,
      "Remove that file",
    );
  }
}

/**
 * Does the steps; those that are done already are passed over. `late`: the journal was found, and files that somebody changed since it was
 * written stay as they are. (This does not hold in a copy of the folder, where all files may look changed.)
 */
export function carryOut(folder: string, journal: Journal, late: boolean): void {
  const { cleared, clearedFolders, placed, dropped, emptied } = journal.steps;
  const careful = late && lookAt(join(folder, ownFolder, journal.staged))?.ino === journal.inode;
  // Where the journal is not ours, a folder that was just placed may hold links: no later step may go through them.
  let disk: Disk | undefined;
  const guard = (path: string, from?: string) => {
    if (!late) return;
    disk ??= openDisk(folder, { foldsCase: false });
    disk.folderState(folderOf(path));
    if (from === undefined) return;
    checkWay(folder, from);
    disk = undefined;
  };
  const remove = ([path, was]: Removal) => {
    guard(path);
    const file = join(folder, path);
    const found = lookAt(file);
    if (found === undefined || found.isDirectory() || (careful && !same(was, stampOf(found)))) return;
    unlinkSync(file);
  };
  cleared.forEach(remove);
  for (const path of clearedFolders) {
    guard(path);
    removeIfEmpty(join(folder, path), true);
  }
  for (const { path, was, from: lies, formerly } of placed) {
    guard(path, lies);
    const from = stagedPath(folder, lies);
    const to = join(folder, path);
    if (careful && lookAt(from) === undefined) continue;
    if (formerly !== undefined && lookAt(from) !== undefined) {
      if (lookAt(join(folder, formerly)) !== undefined) renameSync(join(folder, formerly), to);
    }
    place(from, to, was, careful);
  }
  dropped.forEach(remove);
  for (const path of emptied) {
    guard(path);
    removeIfEmpty(join(folder, path), false);
  }
}

function place(from: string, to: string, was: FileStamp, careful: boolean): void {
  if (careful) {
    const found = lookAt(to);
    if (found !== undefined && !found.isDirectory() && !same(was, stampOf(found))) return;
  }
  try {
    renameSync(from, to);
  } catch (error) {
    const found = lookAt(from);
    if (found === undefined) return;
    const there = lookAt(to);
    if (codeOf(error) === "ENOENT") {
      mkdirSync(dirname(to), { recursive: true });
      renameSync(from, to);
    } else if (found.isDirectory() && there?.isDirectory()) {
      // Somebody made the folder in the meantime, or the disk takes two names for one: its content is placed one by one.
      for (const name of readdirSync(from)) place(join(from, name), join(to, name), null, careful);
    } else throw error;
  }
}

const same = (a: FileStamp, b: FileStamp): boolean =>
  a === b || (a !== null && b !== null && a[0] === b[0] && a[1] === b[1]);

/** Errors that say that the folder is gone or not empty: both are right. */
const left = ["ENOENT", "ENOTDIR", "ENOTEMPTY", "EEXIST"];
/** An empty folder that the system does not let go, such as a mount point, may stay, except where a file must take its place. */
const stuck = ["EACCES", "EPERM", "EROFS", "EBUSY"];

function removeIfEmpty(folder: string, must: boolean): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!left.includes(codeOf(error)) && (must || !stuck.includes(codeOf(error)))) throw error;
  }
}
