/** From one folder of `content/` to a live page: `page.md`, the posts, the captures, the pictures. What is broken is a problem. */
import { fileProblem, type Problem } from "../../model/problem.ts";
import type { Original } from "../archive.ts";
import { capturesFileOf } from "../captures/captures.ts";
import { type KnownGaps, type ReadGaps, readGaps } from "../captures/gaps.ts";
import { type PostCaptures, type ReadPostCaptures, readPostCaptures } from "../captures/post-captures.ts";
import { type CachedRevisions, type Revisions, readRevisions } from "../captures/revisions.ts";
import type { PageText } from "../normalise.ts";
import { type FolderMember, listFolder, readText } from "./files.ts";
import { lostSupports } from "./lost-supports.ts";
import { type CachedDigests, digestsOf, picturesIn, readMediaFolder } from "./media.ts";
import { type ParsedPage, parsePage } from "./parse-page.ts";
import { type CachedPosts, type ReadPost, readPosts } from "./posts.ts";
import { type Cached, readCached } from "./stat-signature.ts";

/** What reading a live page gave, so that the next reading opens only the files that have changed since. Plain JSON. */
export interface PageMemory {
  /** Of the live page: times are read in it. */
  readonly zone: string;
  readonly page?: Cached<ParsedPage> | undefined;
  readonly posts: CachedPosts;
  readonly captures?: Cached<ReadPostCaptures> | undefined;
  readonly gaps?: Cached<ReadGaps> | undefined;
  readonly revisions?: CachedRevisions;
  readonly media: CachedDigests;
}

/** `now`, in milliseconds since 1970: files that changed just before it are read again next time. */
export interface Recall {
  readonly memory: PageMemory | undefined;
  readonly now: number;
}

export interface ReadPage {
  readonly slug: string;
  /** Undefined where `page.md` is missing or has an error. */
  readonly page?: PageText;
  readonly imported?: string;
  /** Whether the person keeps the live page out of the site. */
  readonly draft?: true;
  /** By file name, drafts too. */
  readonly posts: readonly ReadPost[];
  readonly media: ReadonlyMap<string, Original>;
  readonly captures: PostCaptures;
  /** What an import found to be missing. */
  readonly known?: KnownGaps;
  /** Empty unless the caller asks for them. */
  readonly revisions: Revisions;
  readonly problems: readonly Problem[];
  /** For the next reading; works out the digests of pictures. Empty unless the caller gives `recall`. */
  readonly memory: () => PageMemory;
}

export const pageFileOf = (slug: string): string => `content/${slug}/page.md`;

/** The zone that a live page's file says; undefined where there is none. */
export const zoneOfPage = (root: string, slug: string): string | undefined => readPageText(root, slug, true).page?.zone;

/** Whether `page.md` says that the live page is a draft. */
export function isDraftPage(root: string, slug: string): boolean {
  const read = readText(root, pageFileOf(slug));
  return "text" in read && /^draft:/m.test(read.text) && parsePage(read.text, "", slug).draft === true;
}

/**
 * Reads `content/<slug>/`, which must exist. With `recall`, files whose signatures are the same are not opened; `revisions` says
 * whether older wordings are read.
 */
export function readPage(root: string, slug: string, recall?: Recall, revisions = false): ReadPage {
  const folder = `content/${slug}`;
  const { memory, now } = recall ?? {};
  const { found: members, problems: strays } = listFolder(root, folder);
  const text = readCached(`${root}/${pageFileOf(slug)}`, memory?.page, now, () =>
    readPageText(root, slug, hasPageFile(members)),
  );
  const { page, imported, draft } = text.value;
  const zone = page?.zone ?? "UTC";
  const inZone = memory?.zone === zone ? memory : undefined;
  const posts = readPosts({ root, folder, members, zone }, inZone?.posts ?? {}, now);
  const captures = readCached(`${root}/${capturesFileOf(slug)}`, memory?.captures, now, () =>
    readPostCaptures(root, slug),
  );
  const gaps = readGaps(root, slug, memory?.gaps, now);
  const ids = revisions ? posts.posts.map(({ post }) => post.id) : [];
  const older = readRevisions(root, slug, ids, { zone, before: inZone?.revisions, now });
  const blocks = [page?.summary ?? [], ...posts.posts.map(({ post, draft }) => (draft ? [] : post.blocks))];
  const media = readPictures({ root, slug }, new Set(blocks.flatMap(picturesIn)), posts.named, memory?.media);
  return {
    slug,
    ...(page !== undefined && { page }),
    ...(imported !== undefined && { imported }),
    ...(draft && { draft }),
    posts: posts.posts,
    media: media.media,
    captures: captures.value.found,
    ...(gaps.value.known !== undefined && { known: gaps.value.known }),
    revisions: older.revisions,
    problems: [
      ...strays,
      ...text.value.problems,
      ...posts.problems,
      ...captures.value.problems,
      ...Object.values(older.revisions).flatMap(({ problems }) => problems),
      ...(page === undefined ? [] : lostSupports(root, page.summary, posts.posts)),
      ...media.problems,
    ],
    memory: () => ({
      zone,
      page: text.cached,
      posts: posts.cached,
      captures: captures.cached,
      gaps: gaps.cached,
      revisions: older.cached,
      media: now === undefined ? {} : digestsOf(media.media, now),
    }),
  };
}

/** The pictures that the site shows. Those that `elsewhere` names, which is no part of it, are known, and not shown. */
function readPictures(
  { root, slug }: { readonly root: string; readonly slug: string },
  shown: ReadonlySet<string>,
  elsewhere: readonly string[],
  known: CachedDigests | undefined,
): ReturnType<typeof readMediaFolder> {
  const { media, problems } = readMediaFolder(root, slug, new Set([...shown, ...elsewhere]), known);
  return elsewhere.length === 0
    ? { media, problems }
    : { media: new Map([...media].filter(([file]) => shown.has(file))), problems };
}

const hasPageFile = (members: readonly FolderMember[]): boolean =>
  members.some(({ name, isFolder }) => name === "page.md" && !isFolder);

function readPageText(root: string, slug: string, exists: boolean): ParsedPage {
  const file = pageFileOf(slug);
  if (!exists) return { problems: [fileProblem(file, "Cannot read the live page: it has no page.md", pageHint)] };
  const read = readText(root, file);
  return "problem" in read ? { problems: [read.problem] } : parsePage(read.text, file, slug);
}

const pageHint =
  'Write one with "---", "title: A state visit", "zone: Europe/London", "---" and, below, the summary; or remove the folder';
