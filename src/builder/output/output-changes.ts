/** Compares the files of one part of a site with those it had: a live page, the archive's own pages, or `public/`. */

/** Paths from the site's root. Plain data: it comes from other threads. */
export interface OutputChanges {
  /** All its files. */
  readonly paths: readonly string[];
  /** The files that it did not have, and those that it no longer has. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** The files to write: those that lie in the stage, and those that are copies. */
  readonly staged: readonly string[];
  readonly copies: readonly { readonly path: string; readonly copy: string }[];
}

/** The names of files by which `now` differs from `before`. */
export function comparePaths(
  before: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
): Pick<OutputChanges, "paths" | "added" | "removed"> {
  const paths = Object.keys(now);
  return {
    paths,
    added: paths.filter((path) => before[path] === undefined),
    removed: Object.keys(before).filter((path) => now[path] === undefined),
  };
}
