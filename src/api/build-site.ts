/** `buildSite` of the package: an archive becomes a folder of plain HTML. */
import path from "node:path";
import { finishInterrupted } from "../base/transaction/transaction.ts";
import { buildSite } from "../builder/build.ts";
import { type Problem, sortProblems } from "../model/problem.ts";
import { type ArchiveLocation, absoluteFolder, archiveRoot, checkKinds } from "./arguments.ts";
import { orProblems } from "./problems-of.ts";

export interface BuildSiteOptions extends ArchiveLocation {
  /** The folder that will hold the site and nothing else. `ROOT/_site` if absent. */
  readonly out?: string;
  /** The folder of what builds remember, and of encoded pictures. `ROOT/.afterlive` if absent. */
  readonly cache?: string;
  /** Encodes pictures in less time, into larger files. False if absent. */
  readonly quick?: boolean;
  /** Opens every file of the archive and of the site, instead of comparing sizes and times. False if absent. */
  readonly verify?: boolean;
  /** Hears how many pictures are made, and how many there are to make: before the first, and after each. */
  readonly onPictures?: (done: number, total: number) => void;
}

export interface BuildSiteResult {
  /** False where a problem is an error: the site is then as it was. */
  readonly built: boolean;
  /** The folder of the site; absolute. */
  readonly out: string;
  /** The numbers of live pages and of posts in the site. */
  readonly livePages: number;
  readonly posts: number;
  /** The files that were written and removed, from the folder of the site; sorted. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** The number of files that were left as they were. */
  readonly unchanged: number;
  /** Sorted by file and line. */
  readonly problems: readonly Problem[];
}

/**
 * Makes `out` hold exactly the site of the archive, all of it or nothing of it, as `afterlive build` does. Only what has changed is
 * made again. Rejects with an Error for arguments that it cannot use, for errors of the disk, and while another process writes to
 * the folder; mistakes in the archive are `problems`.
 */
export async function buildArchive(options: BuildSiteOptions): Promise<BuildSiteResult> {
  const root = archiveRoot("buildSite", options);
  checkKinds("buildSite", options, { quick: "boolean", verify: "boolean", onPictures: "function" });
  const out = options.out === undefined ? path.join(root, "_site") : absoluteFolder("buildSite", "out", options.out);
  const cache =
    options.cache === undefined ? path.join(root, ".afterlive") : absoluteFolder("buildSite", "cache", options.cache);
  const { quick = false, verify = false, onPictures } = options;
  await finishInterrupted(root);
  return await orProblems<BuildSiteResult>(
    async () => {
      const report = await buildSite({
        root,
        out,
        cache,
        mode: quick ? "quick" : "release",
        verify,
        ...(onPictures !== undefined && { onProgress: onPictures }),
      });
      const { livePages, posts, outcome } = report;
      return { built: true, out, livePages, posts, ...outcome, problems: sortProblems(report.problems) };
    },
    (problems) => ({ built: false, out, livePages: 0, posts: 0, written: [], removed: [], unchanged: 0, problems }),
  );
}
