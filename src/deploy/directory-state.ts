/** From a target path to what is there now: nothing, an edition, or something of somebody else. Changes nothing. */
import { lstatSync, readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { codeOf, Failure } from "../base/failure.ts";

export interface TargetPlace {
  /** Absolute: the link, or the folder. */
  readonly target: string;
  readonly editions: string;
}

export type TargetState =
  | { readonly kind: "nothing" }
  /** A link to one of our editions, whose folder it names. */
  | { readonly kind: "link"; readonly name: string }
  /** A folder that was filled in place, and the paths that we wrote there. */
  | { readonly kind: "filled"; readonly paths: readonly string[] }
  /** Not made by this program: a folder with files in it, or a link to one. */
  | { readonly kind: "theirs"; readonly link: string | undefined };

/** Files in `editions` that record what was published: the names of folders, oldest first; the paths that were filled in place. */
export const historyFile = "history";
export const filledFile = "filled-in-place";

export function placeOf(where: string): TargetPlace {
  const target = resolve(where);
  if (dirname(target) === target) {
    throw new Failure(`Cannot deploy to "${target}": it is a whole disk`, "Name a folder on it");
  }
  return { target, editions: join(dirname(target), `${basename(target)}.editions`) };
}

export function stateOf({ target, editions }: TargetPlace): TargetState {
  const found = lstatSync(target, { throwIfNoEntry: false });
  if (found === undefined) return { kind: "nothing" };
  if (found.isSymbolicLink()) {
    const to = readlinkSync(target);
    const full = resolve(dirname(target), to);
    return dirname(full) === editions ? { kind: "link", name: basename(full) } : { kind: "theirs", link: to };
  }
  if (!found.isDirectory()) {
    throw new Failure(`Cannot deploy to "${target}": it is a file`, "Name a folder, or move the file away");
  }
  const filled = recordedLines(join(editions, filledFile));
  if (filled !== undefined) return { kind: "filled", paths: filled };
  return readdirSync(target).length === 0 ? { kind: "nothing" } : { kind: "theirs", link: undefined };
}

/** The lines of such a record; undefined if it does not exist. */
export function recordedLines(file: string): readonly string[] | undefined {
  try {
    return readFileSync(file, "utf8").split("\n").filter(Boolean);
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return undefined;
    throw error;
  }
}

/** Throws Failure if one of the two lies in the other: one would then publish, or move away, the other. */
export function checkDisjoint(built: string, { target, editions }: TargetPlace): void {
  const from = realpathSync(built);
  const inside = (one: string, other: string) => `${one}${sep}`.startsWith(`${other}${sep}`);
  const real = join(realOf(dirname(target)), basename(target));
  const realEditions = join(dirname(real), basename(editions));
  if (inside(from, real) || inside(real, from) || inside(from, realEditions) || inside(realEditions, from)) {
    throw new Failure(
      `Cannot deploy "${built}" to "${target}": one of them lies in the other`,
      "Name a folder outside of the built one",
    );
  }
}

/** The real path of a folder whose last parts may not exist yet. */
function realOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return dirname(folder) === folder ? folder : join(realOf(dirname(folder)), basename(folder));
  }
}
