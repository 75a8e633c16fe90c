/** From the files of a live page's folder to its posts. A file that cannot be read as a post is a problem, not the end. */
import path from "node:path/posix";
import type { Post } from "../../model/live-page.ts";
import { fileProblem, type Problem } from "../../model/problem.ts";
import { readFrontMatter } from "../front-matter/front-matter.ts";
import { placeAt } from "../front-matter/node.ts";
import { copiedFrom } from "../leftover-names.ts";
import { copyHint, type FolderMember, largestText, readText, strayCopy } from "./files.ts";
import { picturesIn } from "./media.ts";
import { type ParsedPost, parsePost } from "./parse-post.ts";
import { type Cached, readCached } from "./stat-signature.ts";

export interface ReadPost {
  readonly post: Post;
  readonly imported?: string;
  /** Whether the person keeps it out of the site. */
  readonly draft?: true;
  /** Relative to the archive's root, POSIX. */
  readonly file: string;
}

/** By file name: posts as they were read before. Plain JSON. */
export type CachedPosts = Readonly<Record<string, Cached<ParsedPost>>>;

export interface PostsFolder {
  readonly root: string;
  /** `content/<slug>`. */
  readonly folder: string;
  readonly members: readonly FolderMember[];
  /** Of the live page: times are read in it. */
  readonly zone: string;
}

interface FolderPosts {
  readonly posts: readonly ReadPost[];
  /** The files in `media/` that posts name which are no part of the site: drafts, copies, those that cannot be read. */
  readonly named: readonly string[];
  readonly problems: readonly Problem[];
  readonly cached: CachedPosts;
}

/** Reads the posts, by file name. `before` and `now` as in `readCached`. Of two posts with one id the copy is a problem. */
export function readPosts(
  { root, folder, members, zone }: PostsFolder,
  before: CachedPosts,
  now: number | undefined,
): FolderPosts {
  const named: string[] = [];
  const posts: ReadPost[] = [];
  const problems: Problem[] = [];
  const cached: Record<string, Cached<ParsedPost>> = {};
  let known: ReadonlySet<string> | undefined;
  const names = (): ReadonlySet<string> => (known ??= new Set(members.map(({ name }) => name)));
  const placeById = new Map<string, number>();
  for (const { name, isFolder } of members) {
    if (isFolder ? name === "media" || name === "captures" : name === "page.md") continue;
    const file = `${folder}/${name}`;
    if (name.startsWith("page") && copiedFrom(name, names()) === "page.md") {
      problems.push(strayCopy(file, "page.md", "error"));
      continue;
    }
    if (isFolder || !name.endsWith(".md")) {
      problems.push(fileProblem(file, "Cannot place this: not part of a live page", strayHint, "warning"));
      continue;
    }
    const read = readCached(`${root}/${file}`, before[name], now, (size) => readPost(root, file, zone, size));
    if (read.cached !== undefined) cached[name] = read.cached;
    for (const problem of read.value.problems) problems.push(problem);
    const { post, imported, draft } = read.value;
    for (const picture of read.value.named ?? []) named.push(picture);
    if (post === undefined) continue;
    const place = placeById.get(post.id);
    const other = place === undefined ? undefined : posts[place]?.file;
    const made: ReadPost = { post, ...(imported !== undefined && { imported }), ...(draft && { draft }), file };
    if (draft || other !== undefined) named.push(...picturesIn(post.blocks));
    if (place === undefined || other === undefined) placeById.set(post.id, posts.push(made) - 1);
    else if (isCopy(other, file, names())) {
      problems.push(sameId(root, other, post.id, file, true));
      posts[place] = made;
    } else problems.push(sameId(root, file, post.id, other, isCopy(file, other, names())));
  }
  return { posts, named, problems, cached };
}

function readPost(root: string, file: string, zone: string, size?: number): ParsedPost {
  const read = readText(root, file, largestText, size);
  return "problem" in read ? { problems: [read.problem] } : parsePost(read.text, file, zone);
}

const strayHint = "Posts are *.md here, pictures go into media/; move it elsewhere or remove it";

/** Whether the name of a file says that it is a copy of another in its folder. */
function isCopy(file: string, other: string, names: ReadonlySet<string>): boolean {
  const [name, of] = [path.basename(file), path.basename(other)];
  return copiedFrom(name, names) === of;
}

function sameId(root: string, file: string, id: string, other: string, known: boolean): Problem {
  const read = readText(root, file);
  const text = "text" in read ? read.text : "";
  const start = readFrontMatter(text, file).matter?.pairs.get("id")?.value.start ?? 0;
  const message = known
    ? `Cannot use the id "${id}": this file is a copy of ${other}, which has it`
    : `Cannot use the id "${id}": ${other} has it already`;
  const hint = known
    ? copyHint(path.basename(other))
    : `If one is a copy of the other, remove it. Else give the newer of the two another id, such as "${id.slice(0, 58)}-2"`;
  return { severity: "error", file, ...placeAt(text, start), message, hint };
}
