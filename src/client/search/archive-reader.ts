/** Reads live pages for a search, a few ahead of what is searched, and keeps as many as fit. */
import { loadFolderList, loadPageIndex, type PageIndex } from "./search-index.ts";

const ahead = 3;
/** How many characters are kept; what is beyond is read again when it is asked for again. */
const mostKept = 40_000_000;
/** The number after which the page comes first for a moment. */
const mostAtOnce = 1_000_000;

export interface ReadPage {
  /** Ends in "/". */
  readonly folder: string;
  /** Undefined where its file is missing or broken. */
  readonly event: PageIndex | undefined;
}

export interface ArchiveReader {
  /** Newest first; undefined where they cannot be known. */
  readonly folders: () => Promise<readonly string[] | undefined>;
  readonly event: (folders: readonly string[], place: number) => Promise<ReadPage>;
  /** Those that were read and kept. */
  readonly known: () => Promise<readonly PageIndex[]>;
}

export function openArchiveReader(): ArchiveReader {
  let list: Promise<readonly string[] | undefined> | undefined;
  const events = new Map<string, Promise<PageIndex | undefined>>();
  const counted = new Set<string>();
  let kept = 0;
  let sinceRest = 0;

  const open = (folder: string): Promise<PageIndex | undefined> => {
    const known = events.get(folder) ?? loadPageIndex(folder).catch(() => undefined);
    events.set(folder, known);
    return known;
  };

  const keep = (folder: string, size: number): void => {
    if (counted.has(folder)) return;
    if (kept + size > mostKept) events.delete(folder);
    else {
      counted.add(folder);
      kept += size;
    }
  };

  return {
    folders: () => {
      list ??= loadFolderList().catch(() => {
        list = undefined;
        return undefined;
      });
      return list;
    },
    event: async (folders, place) => {
      const [folder = "", ...next] = folders.slice(place, place + 1 + ahead).map((name) => `${name}/`);
      const reading = open(folder);
      for (const other of next) void open(other);
      const event = await reading;
      const size = event?.posts.reduce((sum, { text }) => sum + text.length, 0) ?? mostKept;
      keep(folder, size);
      sinceRest += size;
      if (sinceRest > mostAtOnce) {
        await new Promise((resolve) => setTimeout(resolve));
        sinceRest = 0;
      }
      return { folder, event };
    },
    known: async () => (await Promise.all([...events.values()])).filter((event) => event !== undefined),
  };
}
