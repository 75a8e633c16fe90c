/** The last step of a deploy to a directory: from a written edition to a published one. The caller holds the lock. */
import { lstatSync, renameSync, rmdirSync, rmSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { codeOf } from "../base/failure.ts";
import { flush } from "../base/transaction/flush.ts";
import { type Change, commit } from "../base/transaction/transaction.ts";
import type { Difference } from "./contract.ts";
import { checkUnchanged, freeName, unfinished } from "./directory-edition.ts";
import { filledFile, historyFile, type Place, readLines, type State } from "./directory-state.ts";
import type { Edition } from "./edition.ts";

/** The name under which a folder that was there before us is kept. */
export const adopted = "before-afterlive";

/** The lock is held: there is one at most, and it is ours, or a dead process's. */
const unfinishedLink = "unfinished-link";

/** Whether there are links on this disk. Windows has some, for administrators, that cannot be replaced in one step. */
export function canLink(editions: string): boolean {
  if (process.platform === "win32") return false;
  const probe = join(editions, unfinishedLink);
  rmSync(probe, { force: true });
  try {
    symlinkSync("nowhere", probe);
  } catch (error) {
    if (["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"].includes(codeOf(error))) return false;
    throw error;
  }
  rmSync(probe);
  return true;
}

/** Puts a name at the end of the history, before there is such a folder: one that nobody remembers would never be removed. */
export function remember(editions: string, name: string): void {
  commit(editions, [remembering(editions, name)]);
}

function remembering(editions: string, name: string): Change {
  const history = (readLines(join(editions, historyFile)) ?? []).filter((other) => other !== name);
  return { path: historyFile, bytes: lines([...history, name]) };
}

/** Makes the target a link to the edition's folder, by a rename. */
export function publishByLink({ target, editions }: Place, state: State, name: string): void {
  commit(editions, [remembering(editions, name), { path: filledFile, remove: true }]);
  const link = join(editions, unfinishedLink);
  symlinkSync(join(basename(editions), name), link);
  putInPlace(link, { target, editions }, state);
  flush(editions, [], [editions, dirname(target)]);
}

/** Moves the edition's folder to the target. */
export function publishFolder(edition: Edition, { target, editions }: Place, state: State, name: string): void {
  commit(editions, [{ path: filledFile, bytes: lines(edition.files.map(({ path }) => path)) }]);
  putInPlace(join(editions, name), { target, editions }, state);
  flush(editions, [], [editions, dirname(target)]);
}

/** A folder that is there goes first, for nothing can be renamed over it; it comes back if the rest fails. */
function putInPlace(from: string, { target, editions }: Place, state: State): void {
  const folder = lstatSync(target, { throwIfNoEntry: false })?.isDirectory() === true;
  const away = join(editions, freeName(editions, adopted));
  if (folder && state.kind === "nothing") rmdirSync(target);
  else if (folder) renameSync(target, away);
  else if (!lstatSync(from).isSymbolicLink()) rmSync(target, { force: true });
  try {
    renameSync(from, target);
  } catch (error) {
    if (folder && state.kind !== "nothing") renameSync(away, target);
    throw error;
  }
}

/** Brings a folder of ours to the edition, in one transaction. Removes only what is ours (`paths`). */
export function fillInPlace(edition: Edition, place: Place, paths: readonly string[], difference: Difference): void {
  const { target, editions } = place;
  const changing = new Set([...difference.added, ...difference.changed]);
  for (const file of edition.files) if (changing.has(file.path)) checkUnchanged(edition.folder, file);
  const now = edition.files.map(({ path }) => path);
  const record = (recorded: readonly string[]) => commit(editions, [{ path: filledFile, bytes: lines(recorded) }]);
  const writes = [...changing]
    .sort((a, b) => rank(a) - rank(b))
    .map((path): Change => ({ path, copy: join(edition.folder, path) }));
  record([...new Set([...paths, ...now])]);
  commit(target, [...writes, ...difference.removed.map((path): Change => ({ path, remove: true }))]);
  record(now);
}

/** What a page needs is there before the page, and the page before the feed that names it. */
const rank = (path: string): number => (path.endsWith(".html") ? 1 : /\.xml$|(^|\/)feed\.json$/.test(path) ? 2 : 0);

/** Removes all editions but the newest and the live one; false if that was not possible. Touches nothing that is not in the history. */
export function forget(editions: string, live: string, keep: number): boolean {
  const history = (readLines(join(editions, historyFile)) ?? []).filter((name) => isEdition(editions, name));
  const kept = history.filter((name, index) => name === live || index >= history.length - keep);
  try {
    for (const name of history) {
      if (kept.includes(name)) continue;
      renameSync(join(editions, name), join(editions, unfinished));
      rmSync(join(editions, unfinished), { recursive: true });
    }
    commit(editions, [{ path: historyFile, bytes: lines(kept) }]);
    return true;
  } catch {
    return false;
  }
}

const isEdition = (editions: string, name: string): boolean =>
  /^[0-9a-f]{12}(-\d+)?$/.test(name) &&
  lstatSync(join(editions, name), { throwIfNoEntry: false })?.isDirectory() === true;

const lines = (names: readonly string[]): string => names.map((name) => `${name}\n`).join("");
