/** From a written edition to a published one, the last step of a deploy to a directory. The caller holds the lock. */
import { lstatSync, renameSync, rmdirSync, rmSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { codeOf } from "../base/failure.ts";
import { flush } from "../base/transaction/flush.ts";
import { type Change, commit } from "../base/transaction/transaction.ts";
import type { Difference } from "./contract.ts";
import { checkUnchanged, freeName, unfinished } from "./directory-edition.ts";
import { filledFile, historyFile, recordedLines, type TargetPlace, type TargetState } from "./directory-state.ts";
import type { Edition } from "./edition.ts";

/** The name under which a folder that was at the target before the first deploy is kept. */
export const adopted = "before-afterlive";

/** At most one exists, since the lock is held: this process made it, or one that died. */
const unfinishedLink = "unfinished-link";

/** Whether this disk has links that can be replaced in one step. Those of Windows cannot. */
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

/** Adds a name to the end of the history. This is done before the folder exists: a folder without a record would never be removed. */
export function addToHistory(editions: string, name: string): void {
  commit(editions, [withHistory(editions, name)]);
}

function withHistory(editions: string, name: string): Change {
  const history = (recordedLines(join(editions, historyFile)) ?? []).filter((other) => other !== name);
  return { path: historyFile, bytes: lines([...history, name]) };
}

/** Makes the target a link to the edition's folder, by a rename. */
export function publishByLink({ target, editions }: TargetPlace, state: TargetState, name: string): void {
  commit(editions, [withHistory(editions, name), { path: filledFile, remove: true }]);
  const link = join(editions, unfinishedLink);
  symlinkSync(join(basename(editions), name), link);
  putInPlace(link, { target, editions }, state);
  flush(editions, [], [editions, dirname(target)]);
}

/** Moves the edition's folder to the target. */
export function publishFolder(
  edition: Edition,
  { target, editions }: TargetPlace,
  state: TargetState,
  name: string,
): void {
  commit(editions, [{ path: filledFile, bytes: lines(edition.files.map(({ path }) => path)) }]);
  putInPlace(join(editions, name), { target, editions }, state);
  flush(editions, [], [editions, dirname(target)]);
}

/** Moves a folder away first, because nothing can be renamed over it, and moves it back if the rest fails. */
function putInPlace(from: string, { target, editions }: TargetPlace, state: TargetState): void {
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

/** Changes a folder that was filled in place into the edition, in one transaction. Removes only files that a deploy wrote (`paths`). */
export function fillInPlace(
  edition: Edition,
  place: TargetPlace,
  paths: readonly string[],
  difference: Difference,
): void {
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

/** Order of writing: what a page needs, then the page, then the feed that names it. */
const rank = (path: string): number => (path.endsWith(".html") ? 1 : /\.xml$|(^|\/)feed\.json$/.test(path) ? 2 : 0);

/** Removes all editions but the newest `keep` and the live one; false if that failed. Touches only folders of the history. */
export function removeOldEditions(editions: string, live: string, keep: number): boolean {
  const history = (recordedLines(join(editions, historyFile)) ?? []).filter((name) => isEdition(editions, name));
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
