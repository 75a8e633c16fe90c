/** `openArchive` of the package: an archive becomes its live pages and their posts as data. */
import type { Archive, ArchivedPage } from "../archive/archive.ts";
import { readArchive } from "../archive/read/read.ts";
import { finishInterrupted } from "../base/transaction/transaction.ts";
import { plainBlocks } from "../markdown/plain.ts";
import type { Block } from "../model/block.ts";
import { plainInline } from "../model/inline.ts";
import { printInstant } from "../model/instant.ts";
import type { Byline, InferredPart, Post } from "../model/live-page.ts";
import type { Problem } from "../model/problem.ts";
import { type ArchiveLocation, archiveRoot } from "./arguments.ts";

/** All of it can be written as JSON. What is not known has no key. */
export interface OpenedArchive {
  readonly title: string;
  /** BCP 47, such as "en-GB". */
  readonly language: string;
  /** The public address, ending in "/". */
  readonly url?: string;
  readonly rights?: string;
  /** By slug. Those that cannot be read are missing, and `problems` says why. */
  readonly livePages: readonly OpenedLivePage[];
  /** Errors and warnings, sorted by file and line. */
  readonly problems: readonly Problem[];
}

export interface OpenedLivePage {
  /** The name of its folder in `content/`, and of its folder in the site. */
  readonly slug: string;
  readonly title: string;
  /** BCP 47, such as "en-GB". */
  readonly language: string;
  /** IANA name of the zone in which its times are told, such as "Europe/London". */
  readonly zone: string;
  /** Where it was published: an http or https address. */
  readonly source?: string;
  readonly publisher?: string;
  /** When its newest capture was made, as ISO 8601 with an offset. */
  readonly captured?: string;
  readonly rights?: string;
  readonly note?: string;
  readonly editors: readonly string[];
  /** Lines above the summary, such as a score. */
  readonly panel: readonly string[];
  /** The points above the posts. */
  readonly summary: readonly Block[];
  /** Newest first. */
  readonly posts: readonly OpenedPost[];
  /** The name under which a post names a picture -> the absolute path of its file. Pictures that the archive lacks have no key. */
  readonly pictures: Readonly<Record<string, string>>;
}

export interface OpenedPost {
  /** Its anchor on the live page and the name of its own page, for ever. */
  readonly id: string;
  /** From the archive's root, with "/": `content/state-visit/0237.md`. */
  readonly file: string;
  /** ISO 8601 with an offset: "2024-05-17T02:37:00+01:00". */
  readonly published?: string;
  /** What of `published` was inferred. */
  readonly inferred: readonly InferredPart[];
  /** When the publisher last changed it, as ISO 8601 with an offset. */
  readonly updated?: string;
  /** The clock of a match, in its own words. */
  readonly clock?: string;
  readonly label?: string;
  readonly breaking: boolean;
  readonly headline?: string;
  readonly subheadline?: string;
  /** Lines that say what it belongs to, such as the match and the team. */
  readonly context: readonly string[];
  readonly bylines: readonly Byline[];
  /** The capture ends inside it. */
  readonly truncated: boolean;
  /** It is one of the main events. */
  readonly keyEvent: boolean;
  /** The publisher's own id or address of it. */
  readonly source?: string;
  /** What was found wrong in it, and when. */
  readonly corrections: readonly string[];
  readonly blocks: readonly Block[];
  /** The words of `blocks` without their marks; a line end stands between paragraphs. */
  readonly text: string;
}

/**
 * Reads all of `content/`. Rejects with an Error for arguments that it cannot use and for errors of the disk; mistakes in the archive
 * are `problems`, also that there is none.
 */
export async function openArchive(options: ArchiveLocation): Promise<OpenedArchive> {
  const root = archiveRoot("openArchive", options);
  await finishInterrupted(root);
  return openedArchive(readArchive(root));
}

function openedArchive({ settings, pages, problems }: Archive): OpenedArchive {
  const { title, language, url, rights } = settings;
  return known({ title, language, url, rights, livePages: pages.map(openedLivePage), problems });
}

function openedLivePage({ page, files, media }: ArchivedPage): OpenedLivePage {
  const { slug, title, language, zone, source, publisher, captured, rights, note, editors, panel, summary } = page;
  return known({
    slug,
    title,
    language,
    zone,
    source,
    publisher,
    captured: captured && printInstant(captured),
    rights,
    note: note && plainInline(note),
    editors,
    panel,
    summary,
    posts: page.posts.map((post) => openedPost(post, files.get(post.id) ?? "")),
    pictures: Object.fromEntries([...media].map(([name, original]) => [name, original.path])),
  });
}

function openedPost(post: Post, file: string): OpenedPost {
  const { id, inferred, clock, label, breaking, headline, subheadline, context, bylines, truncated, source } = post;
  return known({
    id,
    file,
    published: post.published && printInstant(post.published),
    inferred,
    updated: post.updated && printInstant(post.updated),
    clock,
    label,
    breaking,
    headline,
    subheadline,
    context,
    bylines,
    truncated,
    keyEvent: post.keyEvent === true,
    source,
    corrections: post.corrections ?? [],
    blocks: post.blocks,
    text: plainBlocks(post.blocks),
  });
}

/** An object without the keys whose value is undefined. */
type Known<T> = { [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key] } & {
  [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>;
};

const known = <T extends object>(value: T): Known<T> =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Known<T>;
