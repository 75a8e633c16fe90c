/** Reads the `search.js` of live page after live page, a few ahead of the search, and keeps as many as fit. */
import { loadFolderList, loadPageIndex, type PageIndex, retried } from "./search-index.ts";

const ahead = 3;
/** How many characters are kept in memory; beyond that, a live page is read again when it is asked for again. */
const mostKept = 40_000_000;
/** After this many characters the browser gets a turn to draw the page. */
const mostAtOnce = 1_000_000;

export interface LoadedPage {
  /** Ends in "/". */
  readonly folder: string;
  /** Undefined where its file is missing or broken. */
  readonly index: PageIndex | undefined;
}

export interface ArchiveReader {
  /** Of all live pages, newest first; undefined where the list cannot be read. */
  readonly folders: () => Promise<readonly string[] | undefined>;
  /** Reads the live page at a place of `folders`. */
  readonly page: (folders: readonly string[], place: number) => Promise<LoadedPage>;
  /** The live pages that were read and kept. */
  readonly known: () => Promise<readonly PageIndex[]>;
}

export function openArchiveReader(): ArchiveReader {
  const indexes = new Map<string, Promise<PageIndex | undefined>>();
  const counted = new Set<string>();
  let kept = 0;
  let sinceRest = 0;

  const open = (folder: string): Promise<PageIndex | undefined> => {
    const known = indexes.get(folder) ?? loadPageIndex(folder).catch(() => undefined);
    indexes.set(folder, known);
    return known;
  };

  const keep = (folder: string, size: number): void => {
    if (counted.has(folder)) return;
    if (kept + size > mostKept) indexes.delete(folder);
    else {
      counted.add(folder);
      kept += size;
    }
  };

  return {
    folders: retried(loadFolderList),
    page: async (folders, place) => {
      const [folder = "", ...next] = folders.slice(place, place + 1 + ahead).map((name) => `${name}/`);
      const reading = open(folder);
      for (const other of next) void open(other);
      const index = await reading;
      const size = index?.posts.reduce((sum, { text }) => sum + text.length, 0) ?? mostKept;
      keep(folder, size);
      sinceRest += size;
      if (sinceRest > mostAtOnce) {
        await new Promise((resolve) => setTimeout(resolve));
        sinceRest = 0;
      }
      return { folder, index };
    },
    known: async () => (await Promise.all([...indexes.values()])).filter((index) => index !== undefined),
  };
}
