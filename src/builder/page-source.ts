/** Where a build takes its live pages from: `content/`, all of it or a share; or the parts that other machines have built. */
import { type ArchiveFront, type ReadSettings, readFront } from "../archive/read/read.ts";
import type { NewestPosts } from "../site/newest-posts.ts";
import { type AllMade, type AllOptions, makeAll } from "./render/make-all.ts";
import type { Job, Task } from "./render/make-pages.ts";

export interface Supply {
  /** Which live pages there are, and what `archive.md` says. `known`: what it said, where it is as it was. */
  readonly front: (known: ReadSettings | undefined) => ArchiveFront;
  /** Throws Refusal with all that is wrong with any of them. */
  readonly make: (tasks: readonly Task[], job: Job, options: AllOptions) => Promise<AllMade>;
  /** The newest posts of a live page; absent where its record tells them. */
  readonly newest?: (slug: string) => NewestPosts | undefined;
  /** Whether the archive's own pages and `public/` are made too. */
  readonly whole: boolean;
}

/** All of `content/`, or the live pages that are named. */
export const contentOf = (root: string, only?: ReadonlySet<string>): Supply => ({
  front(known) {
    const front = readFront(root, known);
    return only === undefined ? front : { ...front, slugs: front.slugs.filter((slug) => only.has(slug)) };
  },
  make: makeAll,
  whole: only === undefined,
});
