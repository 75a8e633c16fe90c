/** `checkArchive` of the package: an archive becomes the list of its problems. */
import { finishInterrupted } from "../base/transaction/transaction.ts";
import { examineArchive } from "../checks/examine.ts";
import type { Problem } from "../model/problem.ts";
import { type ArchiveLocation, archiveRoot } from "./arguments.ts";

export interface CheckArchiveResult {
  /** The numbers of live pages and of posts that can be read. */
  readonly livePages: number;
  readonly posts: number;
  /** Sorted by file and line. An archive with an error among them cannot be built. */
  readonly problems: readonly Problem[];
}

/**
 * Looks for all that `afterlive check` finds: what `buildSite` would refuse, and what would mislead readers. Rejects with an Error for arguments that it cannot use and for errors of the disk;
 * mistakes in the archive are `problems`, also that there is none.
 */
export async function checkArchive(options: ArchiveLocation): Promise<CheckArchiveResult> {
  const root = archiveRoot("checkArchive", options);
  await finishInterrupted(root);
  const { archive, problems } = await examineArchive(root);
  const { pages } = archive;
  return { livePages: pages.length, posts: pages.reduce((sum, { page }) => sum + page.posts.length, 0), problems };
}
