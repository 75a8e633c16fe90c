/** Reads what is stored of live pages, by slug, and lists the live pages of which something is lost. */
import { type BuildCache, pageFiles } from "./build-cache.ts";
import { diskCache } from "./disk-cache.ts";
import type { PageRecord } from "./state.ts";

/** What is stored of a live page: the digests of its record and of its view, and whether this build has made them. */
export interface StoredPage {
  readonly record: string;
  readonly view: string;
  readonly isNew: boolean;
}

/** Gives undefined, and lists the slug as lost, if a file is missing or damaged. */
export interface PageRecords {
  record(slug: string): PageRecord | undefined;
  /** A `LivePageView` as JSON. */
  viewJson(slug: string): string | undefined;
  readonly lost: ReadonlySet<string>;
}

export function openRecords(buildCache: BuildCache, pages: ReadonlyMap<string, StoredPage>): PageRecords {
  const lost = new Set<string>();
  const read = <T>(slug: string, file: string, digest: string | undefined): T | undefined => {
    const value = digest === undefined ? undefined : diskCache.get<T>(file, digest)?.value;
    if (value === undefined) lost.add(slug);
    return value;
  };
  return {
    lost,
    record(slug) {
      const { record, newRecord } = pageFiles(buildCache, slug);
      const page = pages.get(slug);
      return read(slug, page?.isNew === true ? newRecord : record, page?.record);
    },
    viewJson(slug) {
      const { view, newView } = pageFiles(buildCache, slug);
      const page = pages.get(slug);
      return read(slug, page?.isNew === true ? newView : view, page?.view);
    },
  };
}
