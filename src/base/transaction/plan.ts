/** From the changes that are asked for to the steps that make them on this disk. Reads the disk, changes nothing. */
import { Failure } from "../failure.ts";
import { type Change, type SortedChanges, sortChanges } from "./change.ts";
import { type Disk, folderOf } from "./paths.ts";
import { decideWrite, type PlannedWrite } from "./plan-write.ts";
import { checkMoves } from "./prepared.ts";
import { type Destination, type Removal, type Steps, stampOf } from "./steps.ts";

/** The lists of paths are sorted. */
export interface Plan {
  readonly steps: Steps<Destination>;
  readonly written: readonly PlannedWrite[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
}

/**
 * Throws Failure where the changes contradict each other or what is on the disk. `stages` are the absolute paths of the folders from
 * which something may be moved.
 */
export function planChanges(disk: Disk, changes: readonly Change[], stages: readonly string[] = []): Plan {
  const sorted = sortChanges(disk, changes);
  const moves = checkMoves(disk, sorted.writes.values(), stages);
  const { going, recased } = planRemovals(disk, sorted);
  const decisions = [...sorted.writes].map(([key, write]) =>
    decideWrite(disk, going, { write, move: moves.get(write.path), formerly: recased.get(key) }),
  );
  const made = decisions.filter((decision) => decision.kind === "write");
  const cleared = new Map(made.flatMap((one) => one.cleared.map((removal) => [removal[0], removal] as const)));
  const placed = new Map(made.map(({ destination }) => [destination.path, destination]));
  const dropped = [...going.values()].filter(([path]) => !cleared.has(path));
  return {
    steps: {
      cleared: [...cleared.values()].sort(byPath),
      clearedFolders: made.flatMap(({ clearedFolders }) => clearedFolders).sort(deepestFirst),
      placed: [...placed.values()],
      dropped: dropped.sort(byPath),
      emptied: foldersAbove(dropped.map(([path]) => path)),
    },
    written: made.map(({ planned }) => planned).sort((a, b) => compare(a.write.path, b.write.path)),
    removed: [...[...going.values()].map(([path]) => path), ...recased.values()].sort(compare),
    unchanged: decisions.flatMap((one) => (one.kind === "unchanged" ? [one.path] : [])).sort(compare),
  };
}

interface PlannedRemovals {
  /** The files that go, by the disk's key. */
  readonly going: ReadonlyMap<string, Removal>;
  /** By the disk's key: files that are written again under a name in other capitals. */
  readonly recased: ReadonlyMap<string, string>;
}

/** Leaves out files that do not exist. */
function planRemovals(disk: Disk, { writes, removals }: SortedChanges): PlannedRemovals {
  const going = new Map<string, Removal>();
  const recased = new Map<string, string>();
  for (const [key, path] of removals) {
    const found = disk.folderState(folderOf(path)).kind === "present" ? disk.look(path) : undefined;
    if (found === undefined) continue;
    if (found.isDirectory()) {
      throw new Failure(
        `Cannot remove "${path}": it is a folder`,
        "Name the files in it; an emptied folder goes by itself",
      );
    }
    if (writes.has(key)) recased.set(key, path);
    else going.set(key, [path, stampOf(found)]);
  }
  return { going, recased };
}

function foldersAbove(paths: readonly string[]): readonly string[] {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let above = folderOf(path); above !== "" && !folders.has(above); above = folderOf(above)) folders.add(above);
  }
  return [...folders].sort(deepestFirst);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byPath = ([a]: Removal, [b]: Removal): number => compare(a, b);
const deepestFirst = (a: string, b: string): number => compare(b, a);
