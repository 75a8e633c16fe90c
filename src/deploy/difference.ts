/** From what a target holds and what it should hold to the difference between the two. */
import type { Difference } from "./contract.ts";

/** Both maps go from paths to digests, of any kind. */
export function compare(present: ReadonlyMap<string, string>, wanted: ReadonlyMap<string, string>): Difference {
  const paths = [...new Set([...present.keys(), ...wanted.keys()])].sort();
  const those = (test: (before: string | undefined, after: string | undefined) => boolean) =>
    paths.filter((path) => test(present.get(path), wanted.get(path)));
  return {
    added: those((before) => before === undefined),
    changed: those((before, after) => before !== undefined && after !== undefined && before !== after),
    removed: those((_, after) => after === undefined),
    kept: those((before, after) => before === after),
  };
}

export const isSame = ({ added, changed, removed }: Difference): boolean =>
  added.length + changed.length + removed.length === 0;

/** `3 files added, 1 changed, 0 removed, 20 kept`. */
export const countChanges = ({ added, changed, removed, kept }: Difference): string =>
  `${added.length} ${added.length === 1 ? "file" : "files"} added, ${changed.length} changed, ${removed.length} removed, ${kept.length} kept`;
