/** Where a build takes its live pages from: all of `content/`, a share of it, or the parts that other machines have built. */
import { isDraftPage } from "../archive/read/page.ts";
import { type ArchiveFront, type ReadSettings, readFront } from "../archive/read/read.ts";
import type { NewestPosts } from "../site/newest-posts.ts";
import type { PageResult } from "./render/page-result.ts";
import type { PageTask, RenderJob, RenderOptions } from "./render/render-job.ts";
import { renderLivePages } from "./workers/render-live-pages.ts";

export interface LivePageSource {
  /** The slugs of all live pages, and what `archive.md` says. `known`: what it said, if it is as it was. */
  readonly front: (known: ReadSettings | undefined) => ArchiveFront;
  /** Whether a live page is left out as a draft; absent where none is. */
  readonly isDraft?: (slug: string) => boolean;
  /** Stages what is out of date of the live pages. Throws Refusal with all that is wrong with any of them. */
  readonly render: (
    tasks: readonly PageTask[],
    job: RenderJob,
    options: RenderOptions,
  ) => Promise<readonly PageResult[]>;
  /** The newest posts of a live page; absent if its record tells them. */
  readonly newest?: (slug: string) => NewestPosts | undefined;
  /** Whether the archive's own pages and `public/` are made too. */
  readonly whole: boolean;
  /** False where the archive's own pages lie among the files of `public/`; absent: as `whole`. */
  readonly archivePages?: boolean;
}

/** All of `content/`, or the live pages that are named. */
export const contentSource = (root: string, only?: ReadonlySet<string>): LivePageSource => ({
  front(known) {
    const front = readFront(root, known);
    return only === undefined ? front : { ...front, slugs: front.slugs.filter((slug) => only.has(slug)) };
  },
  isDraft: (slug) => isDraftPage(root, slug),
  render: renderLivePages,
  whole: only === undefined,
});
