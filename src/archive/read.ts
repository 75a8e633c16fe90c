/** Reads a whole archive from `content/`: all that can be read, and every problem in one run. */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ArchiveSettings } from "../model/live-page.ts";
import { type Problem, sortProblems } from "../model/problem.ts";
import type { Archive, ArchivedPage } from "./archive.ts";
import { defaultSettings, parseArchive } from "./archive-text.ts";
import { listFolder, readText, wholeFile } from "./files.ts";
import { newestFirst } from "./order.ts";
import { readPublishedFile } from "./published.ts";
import { type ReadPage, readPage } from "./read-page.ts";
import { isSlug, slugOf } from "./slug.ts";

const importHint =
  'Import a live page: npx afterlive import page.txt --slug a-visit --title "A visit" (or name the folder that holds content/: --root DIR)';

/** Reads `root/content/`. Sync, and total: what cannot be read is a problem. */
export function readArchive(root: string): Archive {
  const content = join(root, "content");
  if (!existsSync(content) || !statSync(content).isDirectory()) {
    return empty(root, wholeFile("content", "Cannot read the archive: there is no folder content/", importHint));
  }
  const list = listFolder(root, "content");
  const problems: Problem[] = [...list.problems];
  const pages: ArchivedPage[] = [];
  let settings = defaultSettings;
  let folders = 0;
  for (const { name, folder } of list.found) {
    const file = `content/${name}`;
    if (!folder) {
      if (name === "archive.md") settings = readSettings(root, problems);
      else if (name === "published.txt") problems.push(...readPublishedFile(root).problems);
      else problems.push(wholeFile(file, "Cannot place this: not part of an archive", strayHint, "warning"));
      continue;
    }
    folders += 1;
    if (!isSlug(name)) {
      const slug = slugOf(name);
      const hint = slug === undefined ? "Rename the folder, such as to state-visit" : `Rename the folder to "${slug}"`;
      const message = `Cannot use the folder's name: expected at most 80 of a-z, 0-9 and "-", got "${name}"`;
      problems.push(wholeFile(file, message, hint));
      continue;
    }
    const read = readPage(root, name);
    problems.push(...read.problems);
    const page = archivedPage(read);
    if (page !== undefined) pages.push(page);
  }
  if (folders === 0)
    problems.push(wholeFile("content", "Cannot read the archive: content/ has no live page", importHint));
  return { root, settings, pages, problems: sortProblems(problems) };
}

const strayHint = "content/ holds archive.md, published.txt and one folder a live page; move it elsewhere or remove it";

const empty = (root: string, problem: Problem): Archive => ({
  root,
  settings: defaultSettings,
  pages: [],
  problems: [problem],
});

function readSettings(root: string, problems: Problem[]): ArchiveSettings {
  const read = readText(root, "content/archive.md");
  if ("problem" in read) {
    problems.push(read.problem);
    return defaultSettings;
  }
  const parsed = parseArchive(read.text, "content/archive.md");
  problems.push(...parsed.problems);
  return parsed.settings ?? defaultSettings;
}

function archivedPage({ slug, page, posts, media }: ReadPage): ArchivedPage | undefined {
  if (page === undefined) return undefined;
  const files = new Map(posts.map(({ post, file }) => [post.id, file]));
  return { page: { slug, ...page, posts: newestFirst(posts.map(({ post }) => post)) }, files, media };
}
