/** Reads one folder of `content/`: `page.md`, the posts, the names of pictures. A broken post is a problem, not the end. */

import { statSync } from "node:fs";
import type { Post } from "../../model/live-page.ts";
import { fileProblem, type Problem } from "../../model/problem.ts";
import type { Original } from "../archive.ts";
import { capturesFileOf } from "../captures/captures.ts";
import { type GapsMemory, type KnownGaps, readGaps } from "../captures/gaps.ts";
import { type PostCaptures, type ReadPostCaptures, readPostCaptures } from "../captures/post-captures.ts";
import { noRevisions, type Revisions, readRevisions, settledRevisions } from "../captures/revisions.ts";
import { readFrontMatter } from "../front-matter/front-matter.ts";
import { placeAt } from "../front-matter/node.ts";
import type { PageText } from "../normalise.ts";
import { type FileMark, isSettled, markOf } from "./file-mark.ts";
import { largestText, listFolder, readText } from "./files.ts";
import { lostSupports } from "./lost-supports.ts";
import { picturesIn, readMedia } from "./media.ts";
import { parsePage } from "./parse-page.ts";
import { parsePost } from "./parse-post.ts";

export interface ReadPost {
  readonly post: Post;
  readonly imported?: string;
  /** Relative to the archive's root, POSIX. */
  readonly file: string;
}

/** A post as it was read before, and the file it was read from. */
export interface PostMemory {
  readonly mark: FileMark;
  readonly post?: Post;
  readonly imported?: string;
  readonly problems: readonly Problem[];
}

/** `page.md` as it was read before. */
export interface PageTextMemory {
  readonly mark: FileMark;
  readonly page?: PageText;
  readonly imported?: string;
  readonly problems: readonly Problem[];
}

/** `captures.yaml` as it was read before. */
export interface CapturesMemory extends ReadPostCaptures {
  readonly mark: FileMark;
}

/** What reading a live page gave, so that reading it again opens only what has changed since. Plain JSON. */
export interface PageMemory {
  /** Of the live page: times are read in it. */
  readonly zone: string;
  /** Undefined where it must be read again. */
  readonly page?: PageTextMemory | undefined;
  /** By file name. */
  readonly posts: Readonly<Record<string, PostMemory>>;
  /** Undefined where it must be read again. */
  readonly captures?: CapturesMemory | undefined;
  /** Undefined where it must be read again. */
  readonly gaps?: GapsMemory;
  /** Those of posts whose file of older wordings is as it was. */
  readonly revisions?: Revisions;
  /** By file name: the digests of pictures. */
  readonly media: Readonly<Record<string, { readonly mark: FileMark; readonly digest: string }>>;
}

/** `now`, in milliseconds since 1970: what changed just before it is read again next time. */
export interface Recall {
  readonly memory: PageMemory | undefined;
  readonly now: number;
}

export interface ReadPage {
  readonly slug: string;
  /** Undefined where `page.md` is missing or has an error. */
  readonly page?: PageText;
  readonly imported?: string;
  /** By file name. */
  readonly posts: readonly ReadPost[];
  readonly media: ReadonlyMap<string, Original>;
  readonly captures: PostCaptures;
  /** What an import found to be missing. */
  readonly known?: KnownGaps;
  /** Empty unless they were asked for. */
  readonly revisions: Revisions;
  readonly problems: readonly Problem[];
  /** For the next reading; digests of pictures are worked out for it. Empty unless `recall` was given. */
  readonly memory: () => PageMemory;
}

export const pageFileOf = (slug: string): string => `content/${slug}/page.md`;

/** The zone that a live page's file says; undefined where there is none. */
export function zoneOfPage(root: string, slug: string): string | undefined {
  const read = readText(root, pageFileOf(slug));
  return "problem" in read ? undefined : parsePage(read.text, pageFileOf(slug), slug).page?.zone;
}

/**
 * Reads `content/<slug>/`, which must exist. With `recall`, files that are as they were are not opened; `revisions`: whether
 * older wordings are read.
 */
export function readPage(root: string, slug: string, recall?: Recall, revisions = false): ReadPage {
  const folder = `content/${slug}`;
  const list = listFolder(root, folder);
  const problems: Problem[] = [...list.problems];
  const hasPage = list.found.some(({ name, folder }) => name === "page.md" && !folder);
  const statsOf = (file: string) =>
    recall === undefined ? undefined : statSync(`${root}/${file}`, { throwIfNoEntry: false });
  const pageStats = hasPage ? statsOf(pageFileOf(slug)) : undefined;
  const pageMark = pageStats === undefined ? "" : markOf(pageStats);
  const pageBefore = recall?.memory?.page;
  const page =
    pageBefore !== undefined && pageBefore.mark === pageMark ? pageBefore : readPageText(root, slug, hasPage);
  const pageSeen = pageStats !== undefined && recall !== undefined && isSettled(pageStats, recall.now);
  for (const problem of page.problems) problems.push(problem);
  const named = new Set<string>();
  const note = (blocks: Post["blocks"]): void => {
    for (const file of picturesIn(blocks)) named.add(file);
  };
  if (page.page !== undefined) note(page.page.summary);
  const posts: ReadPost[] = [];
  const places = new Map<string, string>();
  const zone = page.page?.zone ?? "UTC";
  const known = recall?.memory?.zone === zone ? recall.memory.posts : {};
  const seen: Record<string, PostMemory> = {};
  for (const { name, folder: isFolder } of list.found) {
    if (isFolder ? name === "media" || name === "captures" : name === "page.md") continue;
    const file = `${folder}/${name}`;
    if (isFolder || !name.endsWith(".md")) {
      const hint = "Posts are *.md here, pictures go into media/; move it elsewhere or remove it";
      problems.push(fileProblem(file, "Cannot place this: not part of a live page", hint, "warning"));
      continue;
    }
    const stats = statsOf(file);
    const before = known[name];
    const mark = stats === undefined ? "" : markOf(stats);
    const parsed = before !== undefined && before.mark === mark ? before : readPost(root, file, zone, stats?.size);
    if (recall !== undefined && stats !== undefined && isSettled(stats, recall.now)) seen[name] = { ...parsed, mark };
    for (const problem of parsed.problems) problems.push(problem);
    if (parsed.post === undefined) continue;
    const other = places.get(parsed.post.id);
    if (other !== undefined) {
      problems.push(duplicate(root, file, parsed.post.id, other));
      continue;
    }
    places.set(parsed.post.id, file);
    posts.push({ post: parsed.post, ...(parsed.imported !== undefined && { imported: parsed.imported }), file });
    note(parsed.post.blocks);
  }
  const capturesStats = statsOf(capturesFileOf(slug));
  const capturesMark = capturesStats === undefined ? "" : markOf(capturesStats);
  const capturesBefore = recall?.memory?.captures;
  const captures =
    capturesBefore !== undefined && capturesBefore.mark === capturesMark
      ? capturesBefore
      : readPostCaptures(root, slug);
  for (const problem of captures.problems) problems.push(problem);
  const gaps = readGaps(root, slug, { before: recall?.memory?.gaps, now: recall?.now ?? 0 });
  const ids = revisions ? posts.map(({ post }) => post.id) : [];
  const sameZone = recall?.memory?.zone === zone ? recall.memory.revisions : undefined;
  const older = ids.length === 0 ? noRevisions : readRevisions(root, slug, ids, { zone, known: sameZone });
  for (const one of Object.values(older)) for (const problem of one.problems) problems.push(problem);
  if (page.page !== undefined)
    for (const problem of lostSupports(root, page.page.summary, posts)) problems.push(problem);
  const media = readMedia(root, slug, named, recall?.memory?.media);
  return {
    slug,
    ...(page.page !== undefined && { page: page.page }),
    ...(page.imported !== undefined && { imported: page.imported }),
    posts,
    media: media.media,
    captures: captures.found,
    ...(gaps.known !== undefined && { known: gaps.known }),
    revisions: older,
    problems: [...problems, ...media.problems],
    memory: () => ({
      zone,
      page: pageSeen ? { ...page, mark: pageMark } : undefined,
      posts: seen,
      captures:
        capturesStats !== undefined && recall !== undefined && isSettled(capturesStats, recall.now)
          ? { found: captures.found, problems: captures.problems, mark: capturesMark }
          : undefined,
      ...(gaps.memory !== undefined && { gaps: gaps.memory }),
      ...(recall !== undefined &&
        older !== noRevisions && { revisions: settledRevisions(root, slug, older, recall.now) }),
      media: recall === undefined ? {} : digestsOf(media.media, recall.now),
    }),
  };
}

function readPageText(root: string, slug: string, exists: boolean): Omit<PageTextMemory, "mark"> {
  const file = pageFileOf(slug);
  if (!exists) return { problems: [fileProblem(file, "Cannot read the live page: it has no page.md", pageHint)] };
  const read = readText(root, file);
  return "problem" in read ? { problems: [read.problem] } : parsePage(read.text, file, slug);
}

function readPost(root: string, file: string, zone: string, size?: number): Omit<PostMemory, "mark"> {
  const read = readText(root, file, largestText, size);
  return "problem" in read ? { problems: [read.problem] } : parsePost(read.text, file, zone);
}

function digestsOf(media: ReadonlyMap<string, Original>, now: number): PageMemory["media"] {
  const known: Record<string, { mark: FileMark; digest: string }> = {};
  for (const { name, stats, digest } of media.values())
    if (stats !== undefined && isSettled(stats, now)) known[name] = { mark: markOf(stats), digest };
  return known;
}

const pageHint =
  'Write one with "---", "title: A state visit", "zone: Europe/London", "---" and, below, the summary; or remove the folder';

function duplicate(root: string, file: string, id: string, other: string): Problem {
  const read = readText(root, file);
  const text = "text" in read ? read.text : "";
  const start = readFrontMatter(text, file).matter?.pairs.get("id")?.value.start ?? 0;
  const message = `Cannot use the id "${id}": ${other} has it already`;
  const hint = `Give the newer of the two another id, such as "${id.slice(0, 58)}-2"`;
  return { severity: "error", file, ...placeAt(text, start), message, hint };
}
