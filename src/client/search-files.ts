/** Reads the `search.js` of a live page, and that of the archive: scripts, since a page from disk may load nothing else. */
import { fold } from "./fold.ts";
import { make } from "./make.ts";

/** A post as its live page's file tells it; what it has not is "". */
export interface ToldPost {
  readonly id: string;
  /** ISO 8601, the clock that of the page's zone; and what people there call the zone. */
  readonly time: string;
  readonly zone: string;
  readonly headline: string;
  readonly label: string;
  readonly bylines: string;
  readonly text: string;
  /** The place in `files` of the page that it stands on. */
  readonly standing: number;
  /** All its words, as a search compares them. */
  readonly folded: () => string;
}

export interface ToldEvent {
  readonly title: string;
  readonly language: string;
  readonly direction: string;
  /** The pages that hold its posts, the oldest posts' first. */
  readonly files: readonly string[];
  /** Newest first. */
  readonly posts: readonly ToldPost[];
}

type Row = readonly [
  id: string,
  time: string,
  zone: string,
  headline: string,
  label: string,
  bylines: string,
  text: string,
  standing: number,
];

const handed = new WeakMap<object, unknown>();

/** What the files call. */
const afterliveSearch = (told: unknown): void => {
  if (document.currentScript !== null) handed.set(document.currentScript, told);
};

/** Rejects where the file is missing, broken, or of another kind. `folder` is "" or ends in "/". */
export async function loadEvent(folder: string): Promise<ToldEvent> {
  const told = (await load(folder)) as Omit<ToldEvent, "posts"> & { readonly posts: readonly Row[] };
  return { ...told, posts: told.posts.map(postOf) };
}

/** The folders of all live pages, newest first. */
export const loadFolders = async (): Promise<readonly string[]> => [...((await load("")) as readonly string[])];

function postOf([id, time, zone, headline, label, bylines, text, standing]: Row): ToldPost {
  let folded: string | undefined;
  return {
    id,
    time,
    zone,
    headline,
    label,
    bylines,
    text,
    standing,
    folded: () => {
      folded ??= fold(`${headline}\n${label}\n${bylines}\n${text}`);
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
