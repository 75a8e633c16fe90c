/** From the files of a folder or a ZIP archive to what is opened: documents, containers, and what is passed over. */
import path from "node:path/posix";
import type { Budget } from "../budget.ts";
import { ContainerFault, type FindBeside } from "../document.ts";
import { limits } from "../limits.ts";
import { mayBeSnapshot, readSnapshot } from "./archive-box.ts";
import { pathsOf, stemOf } from "./beside.ts";
import {
  beginsAsContainer,
  beginsAsPage,
  isAssetName,
  isContainerName,
  isDocumentName,
  isWarcName,
} from "./file-names.ts";

/** A file in a folder or a container, which is read when it is needed. */
export interface HeldFile {
  /** Within the folder or container, with "/" between the names. */
  readonly path: string;
  /** In bytes, as far as is known without reading it. */
  readonly size: number;
  /** The first bytes, at least 512 where the file has them. */
  start(): Promise<Uint8Array>;
  /** All bytes. Throws a ContainerFault where there are more than `limit`. */
  bytes(limit: number): Promise<Uint8Array>;
}

/** Which files are opened, and which are not. */
export interface Choice {
  /** Documents, and containers other than web archives. */
  readonly files: readonly HeldFile[];
  /** Web archives, which may refer to each other. */
  readonly archives: readonly HeldFile[];
  /** Paths of files that the person may have meant as captures, and that are none. */
  readonly passed: readonly string[];
  /** What the index of the folder says of its page. */
  readonly note?: { readonly source?: string; readonly captured?: string };
}

/** Sorts the files of one folder or container. Throws a ContainerFault where they are too many. */
export async function chooseFiles(all: readonly HeldFile[]): Promise<Choice> {
  if (all.length > limits.entries)
    throw new ContainerFault(
      `Cannot read so many files: expected at most ${limits.entries} in one folder or container, got ${all.length}`,
      "Import the pages in it one by one",
    );
  const files = all.filter(({ path: file }) => !isSystemFile(file));
  const snapshot = await snapshotIn(files);
  if (snapshot !== undefined) return snapshot;
  const folders = foldersOfPages(files);
  const isPackage = files.some((file) => file.path === "datapackage.json");
  const chosen: HeldFile[] = [];
  const archives: HeldFile[] = [];
  const passed: string[] = [];
  for (const file of files) {
    const name = path.basename(file.path);
    if (isOfPage(file.path, folders) || isPackageData(file.path, isPackage)) continue;
    if (isWarcName(name)) archives.push(file);
    else if (isDocumentName(name) || isContainerName(name)) chosen.push(file);
    else if (isAssetName(name)) continue;
    else {
      const start = await file.start();
      if (beginsAsPage(start) || beginsAsContainer(start)) chosen.push(file);
      else passed.push(file.path);
    }
  }
  return { files: chosen, archives, passed };
}

async function snapshotIn(files: readonly HeldFile[]): Promise<Choice | undefined> {
  const paths = files.map((file) => file.path);
  const index = files.find((file) => file.path === "index.json");
  if (index === undefined || index.size > limits.document || !mayBeSnapshot(paths)) return undefined;
  const snapshot = readSnapshot(paths, new TextDecoder().decode(await index.bytes(limits.document)));
  if (snapshot === undefined) return undefined;
  const { paths: taken, ...note } = snapshot;
  const copies = files.filter((file) => taken.includes(file.path));
  const archives = copies.filter((file) => isWarcName(file.path));
  const others = files.filter(({ path: file }) => !taken.includes(file) && !isAssetName(file));
  return {
    files: copies.filter((file) => !archives.includes(file)),
    archives,
    passed: others.map((file) => file.path),
    note,
  };
}

/** Files that a system or an editor put there. */
const isSystemFile = (file: string): boolean =>
  /(?:^|\/)(?:__MACOSX\/|\.[^/]|hts-cache\/|Thumbs\.db$|desktop\.ini$)/i.test(file);

/** The index, the page list and the logs of a package of web archives (WACZ). */
const isPackageData = (file: string, isPackage: boolean): boolean =>
  /(?:^|\/)(?:datapackage|package)[^/]*\.json$/i.test(file) ||
  (isPackage && /^(?:pages|indexes|logs)\/|^fuzzy\.json$/i.test(file));

/** The folders of files that a browser saved with a page. Pages in them are no documents. */
function foldersOfPages(files: readonly HeldFile[]): ReadonlySet<string> {
  const pages = new Set<string>();
  for (const { path: file } of files)
    if (/\.(?:x?html?|shtml)$/i.test(file)) pages.add(path.join(path.dirname(file), stemOf(path.basename(file))));
  const found = new Set<string>();
  const checked = new Set<string>();
  for (const { path: file } of files) {
    for (let folder = path.dirname(file); folder !== "." && !checked.has(folder); folder = path.dirname(folder)) {
      checked.add(folder);
      // A folder with exactly the page's name is as often a part of the site.
      const stem = /^(.*)[_.\- ]\p{L}{1,30}$/u.exec(folder)?.[1];
      if (/_files$/i.test(folder) || (stem !== undefined && pages.has(stem))) found.add(folder);
    }
  }
  return found;
}

function isOfPage(file: string, folders: ReadonlySet<string>): boolean {
  if (folders.size === 0) return false;
  for (let folder = path.dirname(file); folder !== "."; folder = path.dirname(folder))
    if (folders.has(folder)) return true;
  return false;
}

/** Finds the files that a page names among the files beside it. */
export function findAmong(files: readonly HeldFile[], page: string, budget: Budget): FindBeside {
  const known = knownPaths(files);
  return async (address) => {
    for (const candidate of pathsOf(page, address)) {
      const file = known.get(candidate);
      if (file === undefined || file.size > limits.picture) continue;
      if (!budget.hasRoomForPicture(file.size)) return undefined;
      return file.bytes(limits.picture);
    }
    return undefined;
  };
}

const pathsOfFiles = new WeakMap<readonly HeldFile[], ReadonlyMap<string, HeldFile>>();

function knownPaths(files: readonly HeldFile[]): ReadonlyMap<string, HeldFile> {
  const known = pathsOfFiles.get(files) ?? new Map(files.map((file) => [file.path, file]));
  pathsOfFiles.set(files, known);
  return known;
}
