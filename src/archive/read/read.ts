/** From `content/` to a whole archive: everything that can be read, and every problem in one run. */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ArchiveSettings } from "../../model/live-page.ts";
import { fileProblem, type Problem, sortProblems } from "../../model/problem.ts";
import { parseAbout } from "../about-text.ts";
import type { Archive, ArchivedPage } from "../archive.ts";
import { defaultSettings, parseArchive } from "../archive-text.ts";
import { gapsLeft } from "../captures/gaps.ts";
import { capturesByPost, capturesIn } from "../captures/post-captures.ts";
import { wordingsByPost } from "../captures/revisions.ts";
import { newerFormat } from "../format.ts";
import { copiedFrom } from "../leftover-names.ts";
import { newestFirst } from "../order.ts";
import { readPublishedFile } from "../published.ts";
import { isSlug, slugOf } from "../slug.ts";
import { listFolder, readText, strayCopy } from "./files.ts";
import { type ReadPage, readPage } from "./page.ts";

const importHint =
  'Import a live page: npx afterlive import page.txt --slug a-visit --title "A visit" (or name the folder that holds content/: --root DIR)';

/** The files of `content/` beside the live pages. */
export interface ArchiveFront {
  readonly said: ReadSettings;
  /** The live pages' folders, sorted. */
  readonly slugs: readonly string[];
  /** Those of `archive.md` and `about.md` too. */
  readonly problems: readonly Problem[];
}

/** Reads `root/content/`. Sync, and total: what cannot be read is a problem. */
export function readArchive(root: string): Archive {
  const { said, slugs, problems } = readFront(root);
  const read = slugs.map((slug) => readPage(root, slug, undefined, said.settings.revisions));
  return {
    root,
    settings: said.settings,
    pages: read.map(archivedPage).filter((page) => page !== undefined),
    drafts: countDrafts(read),
    problems: sortProblems([...problems, ...read.flatMap((page) => page.problems)]),
  };
}

/** The number of live pages and posts that persons keep out of the site; a live page counts once, whatever is in it. */
const countDrafts = (pages: readonly ReadPage[]): number =>
  pages.reduce((sum, { draft, posts }) => sum + (draft ? 1 : posts.filter((post) => post.draft).length), 0);

/** What `archive.md` and `about.md` said. Plain JSON. */
export interface ReadSettings {
  readonly settings: ArchiveSettings;
  readonly problems: readonly Problem[];
}

/**
 * Reads the settings of the archive and the names of its live pages, but no live page. `known`: the settings, where `archive.md` and
 * `about.md` have not changed.
 */
export function readFront(root: string, known?: ReadSettings): ArchiveFront {
  const content = join(root, "content");
  if (!existsSync(content) || !statSync(content).isDirectory()) {
    const problem = fileProblem("content", "Cannot read the archive: there is no folder content/", importHint);
    return { said: { settings: defaultSettings, problems: [] }, slugs: [], problems: [problem] };
  }
  // Of a format that this program does not know, nothing else can be said.
  const newer = known === undefined ? newerFormat(root) : undefined;
  if (newer !== undefined) return { said: { settings: defaultSettings, problems: [] }, slugs: [], problems: [newer] };
  const list = listFolder(root, "content");
  const problems: Problem[] = [...list.problems];
  const slugs: string[] = [];
  const frontFiles = new Set<string>();
  const names = new Set(list.found.map(({ name }) => name));
  for (const { name, isFolder } of list.found) {
    const file = `content/${name}`;
    if (isFolder) {
      const original = isSlug(name) ? undefined : copiedFrom(name, names);
      if (original !== undefined) problems.push(strayCopy(file, original, "error"));
      else if (isSlug(name)) slugs.push(name);
      else problems.push(noSlug(file, name));
    } else if (name === "archive.md" || name === "about.md") frontFiles.add(name);
    else if (name === "published.txt") for (const problem of readPublishedFile(root).problems) problems.push(problem);
    else problems.push(strayFile(file, copiedFrom(name, names)));
  }
  const said = known ?? readSettings(root, frontFiles);
  if (!list.found.some(({ isFolder }) => isFolder))
    problems.push(fileProblem("content", "Cannot read the archive: content/ has no live page", importHint));
  return { said, slugs, problems: [...problems, ...said.problems] };
}

function noSlug(file: string, name: string): Problem {
  const slug = slugOf(name);
  const hint = slug === undefined ? "Rename the folder, such as to state-visit" : `Rename the folder to "${slug}"`;
  const message = `Cannot use the folder's name: expected at most 80 of a-z, 0-9 and "-", got "${name}"`;
  return fileProblem(file, message, hint);
}

const strayFile = (file: string, original: string | undefined): Problem =>
  original === undefined
    ? fileProblem(file, "Cannot place this: not part of an archive", strayHint, "warning")
    : strayCopy(file, original, "warning");

const strayHint =
  "content/ holds archive.md, about.md, published.txt and one folder a live page; move it elsewhere or remove it";

function readSettings(root: string, files: ReadonlySet<string>): ReadSettings {
  const { settings = defaultSettings, problems } = files.has("archive.md")
    ? readWith(root, "content/archive.md", parseArchive)
    : { problems: [] };
  if (!files.has("about.md")) return { settings, problems };
  const about = readWith(root, "content/about.md", parseAbout);
  return {
    settings: { ...settings, ...(about.words !== undefined && { words: about.words }) },
    problems: [...problems, ...about.problems],
  };
}

function readWith<T extends object>(
  root: string,
  file: string,
  parse: (text: string, file: string) => T & { readonly problems: readonly Problem[] },
): Partial<T> & { readonly problems: readonly Problem[] } {
  const read = readText(root, file);
  return "problem" in read
    ? ({ problems: [read.problem] } as Partial<T> & { problems: [Problem] })
    : parse(read.text, file);
}

/** A live page as the site takes it, without drafts; undefined where its `page.md` cannot be read, or is a draft itself. */
export function archivedPage({
  slug,
  page,
  draft,
  posts: all,
  media,
  captures,
  revisions,
  known,
}: ReadPage): ArchivedPage | undefined {
  if (page === undefined || draft) return undefined;
  const posts = all.filter((post) => !post.draft);
  const files = new Map(posts.map(({ post, file }) => [post.id, file]));
  const taken = capturesIn(captures, page.zone);
  const told = newestFirst(posts.map(({ post }) => post));
  const gaps = gapsLeft(known, told, page.zone);
  return {
    page: { slug, ...page, posts: told },
    files,
    media,
    captures: capturesByPost(captures, taken),
    taken,
    ...(gaps !== undefined && { gaps }),
    wordings: wordingsByPost(revisions, captures, page.zone),
  };
}
