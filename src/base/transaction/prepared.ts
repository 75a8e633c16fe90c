/** From the files and folders that a caller prepared in a stage to the moves that put them in place. Moves nothing itself. */
import type { Stats } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import { Failure } from "../failure.ts";
import { identity } from "../lock/lock.ts";
import type { Write } from "./change.ts";
import { checkPath, type Disk, lookAt, ownFolder } from "./paths.ts";

/** The stages of the folders whose lock this process holds. */
const stages = new Map<string, readonly string[]>();

/** Absolute paths. */
export const stagesOf = (folder: string): readonly string[] => stages.get(identity(folder)) ?? [];

export function addStage(folder: string, stage: string): void {
  stages.set(identity(folder), [...stagesOf(folder), stage]);
}

export const forgetStages = (folder: string): boolean => stages.delete(identity(folder));

/** What is to be moved. `from` is relative to our own folder, with "/" between names. */
export interface PreparedMove {
  readonly from: string;
  readonly stats: Stats;
  /** Absolute paths of the folders in which it lies, up to the stage. */
  readonly folders: readonly string[];
}

/** By destination path. Throws Failure unless each source is a file or a folder below one of the stages, and none lies in another. */
export function checkMoves(
  { folder, key }: Disk,
  writes: Iterable<Write>,
  stages: readonly string[],
): ReadonlyMap<string, PreparedMove> {
  const found = new Map<string, PreparedMove>();
  const sources = new Set<string>();
  const known = new Map<string, readonly string[]>();
  for (const write of writes) {
    if (!("move" in write)) continue;
    const { path, move } = write;
    const stage = stages.find((stage) => move.startsWith(`${stage}${sep}`));
    const names = stage === undefined ? [] : move.slice(stage.length + 1).split(sep);
    if (stage === undefined || names.some((name) => name === "" || name === "." || name === "..")) {
      throw new Failure(
        `Cannot move "${move}": expected a file or a folder below a stage of "${folder}"`,
        `Put it into a folder that newStage made, under the same lock; "copy" takes files from elsewhere`,
      );
    }
    checkPath(names.join("/"));
    const stats = lookAt(move);
    const folders = foldersTo(stage, dirname(move), known);
    const kind = stats === undefined ? "nothing" : stats.isFile() || stats.isDirectory() ? undefined : "something else";
    if (stats === undefined || kind !== undefined || folders === undefined) {
      throw new Failure(
        `Cannot move "${move}": expected a file or a folder, got ${kind ?? "what lies behind a link"}`,
        "Put files and folders into a stage, no links",
      );
    }
    if (sources.has(key(move))) {
      throw new Failure(`Cannot move "${move}" to two places`, `Ask for the second one as a "copy"`);
    }
    sources.add(key(move));
    found.set(path, { from: [basename(stage), ...names].join("/"), stats, folders });
  }
  for (const move of sources) {
    for (let above = dirname(move); dirname(above) !== above && basename(above) !== ownFolder; above = dirname(above)) {
      if (!sources.has(above)) continue;
      throw new Failure(`Cannot move both "${above}" and "${move}", which lies in it`, "Put them beside each other");
    }
  }
  return found;
}

/** The folders from the stage down to `folder`; undefined if one of them is a link. */
function foldersTo(
  stage: string,
  folder: string,
  known: Map<string, readonly string[]>,
): readonly string[] | undefined {
  const before = known.get(folder);
  if (before !== undefined) return before;
  if (!lookAt(folder)?.isDirectory()) return undefined;
  const above = folder === stage ? [] : foldersTo(stage, dirname(folder), known);
  if (above === undefined) return undefined;
  const folders = [...above, folder];
  known.set(folder, folders);
  return folders;
}

/** The absolute path of what `from` names in our own folder. */
export const stagedPath = (folder: string, from: string): string => join(folder, ownFolder, ...from.split("/"));
