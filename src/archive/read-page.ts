/** Reads one folder of `content/`: `page.md`, the posts, the names of pictures. A broken post is a problem, not the end. */
import type { Post } from "../model/live-page.ts";
import type { Problem } from "../model/problem.ts";
import type { Original } from "./archive.ts";
import { listFolder, readText, wholeFile } from "./files.ts";
import { readFrontMatter } from "./front-matter.ts";
import { picturesIn, readMedia } from "./media.ts";
import { placeAt } from "./node.ts";
import type { PageText } from "./normalise.ts";
import { parsePage } from "./parse-page.ts";
import { parsePost } from "./parse-post.ts";

export interface ReadPost {
  readonly post: Post;
  readonly imported?: string;
  /** Relative to the archive's root, POSIX. */
  readonly file: string;
}

export interface ReadPage {
  readonly slug: string;
  /** Undefined where `page.md` is missing or has an error. */
  readonly page?: PageText;
  readonly imported?: string;
  /** By file name. */
  readonly posts: readonly ReadPost[];
  readonly media: ReadonlyMap<string, Original>;
  readonly problems: readonly Problem[];
}

export const pageFileOf = (slug: string): string => `content/${slug}/page.md`;

/** Reads `content/<slug>/`, which must exist. */
export function readPage(root: string, slug: string): ReadPage {
  const folder = `content/${slug}`;
  const list = listFolder(root, folder);
  const problems: Problem[] = [...list.problems];
  const pageText = list.found.some(({ name, folder }) => name === "page.md" && !folder)
    ? readText(root, pageFileOf(slug))
    : { problem: wholeFile(pageFileOf(slug), "Cannot read the live page: it has no page.md", pageHint) };
  const page = "text" in pageText ? parsePage(pageText.text, pageFileOf(slug), slug) : { problems: [pageText.problem] };
  problems.push(...page.problems);
  const named = new Set<string>();
  const note = (blocks: Post["blocks"]): void => {
    for (const file of picturesIn(blocks)) named.add(file);
  };
  if (page.page !== undefined) note(page.page.summary);
  const posts: ReadPost[] = [];
  const places = new Map<string, string>();
  for (const { name, folder: isFolder } of list.found) {
    if (isFolder ? name === "media" || name === "captures" : name === "page.md") continue;
    const file = `${folder}/${name}`;
    if (isFolder || !name.endsWith(".md")) {
      const hint = "Posts are *.md here, pictures go into media/; move it elsewhere or remove it";
      problems.push(wholeFile(file, "Cannot place this: not part of a live page", hint, "warning"));
      continue;
    }
    const read = readText(root, file);
    if ("problem" in read) {
      problems.push(read.problem);
      continue;
    }
    const parsed = parsePost(read.text, file, page.page?.zone ?? "UTC");
    problems.push(...parsed.problems);
    if (parsed.post === undefined) continue;
    const other = places.get(parsed.post.id);
    if (other !== undefined) {
      problems.push(duplicate(read.text, file, parsed.post.id, other));
      continue;
    }
    places.set(parsed.post.id, file);
    posts.push({ post: parsed.post, ...(parsed.imported !== undefined && { imported: parsed.imported }), file });
    note(parsed.post.blocks);
  }
  const media = readMedia(root, slug, named);
  return {
    slug,
    ...(page.page !== undefined && { page: page.page }),
    ...(page.imported !== undefined && { imported: page.imported }),
    posts,
    media: media.media,
    problems: [...problems, ...media.problems],
  };
}

const pageHint =
  'Write one with "---", "title: A state visit", "zone: Europe/London", "---" and, below, the summary; or remove the folder';

function duplicate(text: string, file: string, id: string, other: string): Problem {
  const start = readFrontMatter(text, file).matter?.pairs.get("id")?.value.start ?? 0;
  const message = `Cannot use the id "${id}": ${other} has it already`;
  const hint = `Give the newer of the two another id, such as "${id.slice(0, 58)}-2"`;
  return { severity: "error", file, ...placeAt(text, start), message, hint };
}
