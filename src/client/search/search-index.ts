/** Loads the `search.js` of a live page, or of the archive. These are scripts, since a page from disk may load nothing else. */

import { make } from "../make.ts";
import type { SearchablePost } from "../post-list.ts";
import { foldedOnce } from "./fold.ts";

/** A post of a `search.js`; a text that the post does not have is "". */
export interface IndexedPost extends SearchablePost {
  readonly id: string;
  /** ISO 8601 with the offset of the page's zone, and the short name of that zone. */
  readonly time: string;
  readonly zone: string;
  readonly headline: string;
  /** Its bylines with their roles. */
  readonly signed: string;
  readonly text: string;
  /** The place in `files` of the page that holds it. */
  readonly file: number;
}

/** A live page as its `search.js` has it. */
export interface PageIndex {
  readonly title: string;
  readonly language: string;
  readonly direction: string;
  /** The pages that hold its posts, that of the oldest posts first. */
  readonly files: readonly string[];
  /** Newest first. */
  readonly posts: readonly IndexedPost[];
}

type Row = readonly [
  id: string,
  time: string,
  zone: string,
  headline: string,
  labels: readonly string[],
  bylines: readonly (readonly [name: string, role?: string])[],
  text: string,
  /** Letters: `k` for a key event, `p` for pictures. */
  marks: string,
  file: number,
];

const loaded = new WeakMap<object, unknown>();

/** The function that each `search.js` calls. */
const afterliveSearch = (data: unknown): void => {
  if (document.currentScript !== null) loaded.set(document.currentScript, data);
};

/** Rejects where the file is missing or broken. `folder` is "" or ends in "/". */
export async function loadPageIndex(folder: string): Promise<PageIndex> {
  const data = (await load(folder)) as Omit<PageIndex, "posts"> & { readonly posts: readonly Row[] };
  // A post without a time takes the day of the newer post, else of the older.
  let date = data.posts.find(([, time]) => time !== "")?.[1].slice(0, 10) ?? "";
  const posts = data.posts.map((row) => {
    date = row[1].slice(0, 10) || date;
    return postOf(row, date);
  });
  return { ...data, posts };
}

/** A function that loads at its first call, and again after a failure, for which it gives undefined. */
export function retried<T>(load: () => Promise<T>): () => Promise<T | undefined> {
  let loading: Promise<T | undefined> | undefined;
  return () => {
    loading ??= load().catch(() => {
      loading = undefined;
      return undefined;
    });
    return loading;
  };
}

/** The folders of all live pages, newest first. */
export const loadFolderList = async (): Promise<readonly string[]> => [...((await load("")) as readonly string[])];

function postOf([id, time, zone, headline, labels, bylines, text, marks, file]: Row, date: string): IndexedPost {
  const signed = bylines.map((parts) => parts.join("")).join("; ");
  return {
    id,
    time,
    zone,
    headline,
    labels,
    bylines: bylines.map(([name]) => name),
    signed,
    text,
    file,
    date,
    key: marks.includes("k"),
    pictures: marks.includes("p"),
    folded: foldedOnce(() => [headline, ...labels, signed, text].join("\n")),
  };
}

const load = (folder: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    Object.assign(globalThis, { afterliveSearch });
    const script = make("script", { src: `${folder}search.js` });
    const end = (): void => {
      script.remove();
      const data = loaded.get(script);
      if (data === undefined) reject();
      else resolve(data);
    };
    script.addEventListener("load", end);
    script.addEventListener("error", end);
    document.head.append(script);
  });
