/** What a part of a build comes to: files to be placed, and files to be taken away. */

/** One live page, or the archive's own pages with `public/`. Plain data: it comes from other threads. */
export interface Made {
  /** All its files. */
  readonly paths: readonly string[];
  /** Those that it did not have before, and those that only it had. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Those that must be written: they lie in the stage, or are copies of other files. */
  readonly staged: readonly string[];
  readonly copies: readonly { readonly path: string; readonly copy: string }[];
  /** What it had before could not be read: files of the last build may be left. */
  readonly lost: boolean;
}

/** How files come to differ from those before. */
export const difference = (
  before: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
): Pick<Made, "paths" | "added" | "removed"> => {
  const paths = Object.keys(now);
  return {
    paths,
    added: paths.filter((path) => before[path] === undefined),
    removed: Object.keys(before).filter((path) => now[path] === undefined),
  };
};
