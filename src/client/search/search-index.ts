/** Reads the `search.js` of a live page, and that of the archive: scripts, since a page from disk may load nothing else. */

import { make } from "../make.ts";
import type { SearchablePost } from "../post-list.ts";
import { fold } from "./fold.ts";

/** A post as its live page's file tells it; what it has not is "". */
export interface IndexedPost extends SearchablePost {
  readonly id: string;
  /** ISO 8601, the clock that of the page's zone; and what people there call the zone. */
  readonly time: string;
  readonly zone: string;
  readonly headline: string;
  /** Its bylines with what each of them is. */
  readonly signed: string;
  readonly text: string;
  /** The place in `files` of the page that it stands on. */
  readonly standing: number;
}

export interface PageIndex {
  readonly title: string;
  readonly language: string;
  readonly direction: string;
  /** The pages that hold its posts, the oldest posts' first. */
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
  /** `k`: a key event, `p`: has pictures. */
  marks: string,
  standing: number,
];

const handed = new WeakMap<object, unknown>();

/** What the files call. */
const afterliveSearch = (told: unknown): void => {
  if (document.currentScript !== null) handed.set(document.currentScript, told);
};

/** Rejects where the file is missing, broken, or of another kind. `folder` is "" or ends in "/". */
export async function loadPageIndex(folder: string): Promise<PageIndex> {
  const told = (await load(folder)) as Omit<PageIndex, "posts"> & { readonly posts: readonly Row[] };
  // A post without a time stands under the day of the newer one, else of the older.
  let date = told.posts.find(([, time]) => time !== "")?.[1].slice(0, 10) ?? "";
  const posts = told.posts.map((row) => {
    date = row[1].slice(0, 10) || date;
    return postOf(row, date);
  });
  return { ...told, posts };
}

/** The folders of all live pages, newest first. */
export const loadFolderList = async (): Promise<readonly string[]> => [...((await load("")) as readonly string[])];

function postOf([id, time, zone, headline, labels, bylines, text, marks, standing]: Row, date: string): IndexedPost {
  const signed = bylines.map((parts) => parts.join("")).join("; ");
  let folded: string | undefined;
  return {
    id,
    time,
    zone,
    headline,
    labels,
    bylines: bylines.map(([name]) => name),
    signed,
    text,
    standing,
    date,
    key: marks.includes("k"),
    pictures: marks.includes("p"),
    folded: () => {
      folded ??= fold([headline, ...labels, signed, text].join("\n"));
      return folded;
    },
  };
}

const load = (folder: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    Object.assign(globalThis, { afterliveSearch });
    const script = make("script", { src: `${folder}search.js` });
    const end = (): void => {
      script.remove();
      const told = handed.get(script);
      if (told === undefined) reject(new Error(script.src));
      else resolve(told);
    };
    script.addEventListener("load", end);
    script.addEventListener("error", end);
    document.head.append(script);
  });
