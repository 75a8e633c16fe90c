/** Turns a live page of `content/` into its views, with what its record remembers of posts and pictures. */
import type { ArchivedPage } from "../../archive/archive.ts";
import { type ReadPage, readPage } from "../../archive/read/page.ts";
import { archivedPage } from "../../archive/read/read.ts";
import type { Pictures } from "../../site/pictures/images.ts";
import type { Picture } from "../../site/pictures/picture.ts";
import { pageSite } from "../../site/site.ts";
import type { PageSite } from "../../site/views/page-site.ts";
import { pageFiles } from "../cache/build-cache.ts";
import { diskCache } from "../cache/disk-cache.ts";
import type { PageRecord } from "../cache/state.ts";
import { renderDependencies } from "./dependencies.ts";
import type { PageTask, RenderJob } from "./render-job.ts";
import type { LastOutputs } from "./up-to-date.ts";

/** The part of a job with which a live page can be read. */
export type ReadContext = Pick<RenderJob, "root" | "out" | "buildCache" | "settings" | "cards" | "ownFiles" | "now">;

export interface LivePageRead {
  readonly task: PageTask;
  readonly read: ReadPage;
  /** Undefined if its `page.md` cannot be read. */
  readonly archived: ArchivedPage | undefined;
  /** Its pictures, by the digest of the original; undefined if one must be made, or looked up in the cache. */
  readonly knownPictures: ReadonlyMap<string, Picture> | undefined;
  readonly last: LastOutputs;
  /** Whether there was a record that could not be read. */
  readonly recordLost: boolean;
}

export interface LivePageViews extends LivePageRead {
  readonly archived: ArchivedPage;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly site: PageSite;
}

/** Reads a live page: posts that are as they were come from its record, the others are parsed. */
export function readLivePage(task: PageTask, context: ReadContext): LivePageRead {
  const { slug, outputsKnown, reread } = task;
  const file = pageFiles(context.buildCache, slug).record;
  const record = task.record === undefined ? undefined : diskCache.get<PageRecord>(file, task.record)?.value;
  const recall = { memory: reread ? undefined : record?.memory, now: context.now };
  const read = readPage(context.root, slug, recall, context.settings.revisions);
  const archived = archivedPage(read);
  return {
    task,
    read,
    archived,
    knownPictures: outputsKnown && !reread ? picturesOf(archived, record) : undefined,
    last: { outputs: record?.outputs ?? {}, out: context.out, outputsKnown },
    recordLost: task.record !== undefined && record === undefined,
  };
}

/** The pictures of a live page as its record has them; undefined if it lacks one. */
function picturesOf(
  archived: ArchivedPage | undefined,
  record: PageRecord | undefined,
): ReadonlyMap<string, Picture> | undefined {
  const known = new Map<string, Picture>();
  for (const { digest } of archived?.media.values() ?? []) {
    const picture = record?.pictures[digest];
    if (picture === undefined) return undefined;
    known.set(digest, picture);
  }
  return known;
}

/** The views of a live page; none if its `page.md` could not be read. `made`: pictures that were not known. */
export function viewLivePage(
  page: LivePageRead,
  made: Pictures["pictures"],
  context: ReadContext,
): readonly LivePageViews[] {
  const { archived } = page;
  if (archived === undefined) return [];
  const pictures = page.knownPictures ?? made;
  const { cards, ownFiles } = context;
  const site = pageSite(archived, pictures, context.settings, { ...renderDependencies, cards, ownFiles });
  return [{ ...page, archived, pictures, site }];
}
