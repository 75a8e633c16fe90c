/** From what a person says of a post to its file, whose id and order no other post has. It may begin as a copy of another post. */
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import type { Change } from "../../base/transaction/transaction.ts";
import { type Instant, printInstant } from "../../model/instant.ts";
import type { Byline, Post } from "../../model/live-page.ts";
import { fileProblem, Refusal } from "../../model/problem.ts";
import { readCaptures } from "../captures/captures.ts";
import { editFile } from "../front-matter/edit.ts";
import type { Value } from "../front-matter/yaml-text.ts";
import { makeIds } from "../merge/identity.ts";
import { compact } from "../normalise.ts";
import { readPublished } from "../published.ts";
import { readText } from "../read/files.ts";
import { picturesIn } from "../read/media.ts";
import { mediaKeys, pictureKey } from "../read/media-names.ts";
import type { ReadPage } from "../read/page.ts";
import { parsePost } from "../read/parse-post.ts";
import { postKeys } from "../schema/keys.ts";
import { printPost } from "../write/print-post.ts";

export interface NewPost {
  readonly published: Instant;
  readonly headline: string | undefined;
  readonly label: string | undefined;
  readonly byline: string | undefined;
  /** The file of the post that it begins as a copy of, relative to the archive's root. */
  readonly copy: string | undefined;
}

export interface PlannedPost {
  readonly id: string;
  readonly change: Change;
  /** Pictures that the copy names and its live page does not hold. */
  readonly absent: readonly string[];
}

/** Throws a Refusal where the post to copy cannot be read. */
export function newPost(root: string, page: ReadPage, request: NewPost): PlannedPost {
  const { slug } = page;
  const zone = request.published.zone;
  const copied = request.copy === undefined ? undefined : readPost(root, request.copy, zone);
  const bylines: readonly Byline[] = request.byline === undefined ? [] : [{ name: request.byline }];
  const order = orderAt(page, request.published);
  const draft = compact<Post>({
    ...(copied?.post ?? { inferred: [], breaking: false, context: [], bylines, truncated: false, blocks: [] }),
    id: "",
    published: request.published,
    headline: request.headline ?? copied?.post.headline,
    label: request.label ?? copied?.post.label,
    order,
  });
  const id = makeIds(zone, takenIds(root, page))(draft);
  const post: Post = { ...draft, id };
  const text = copied === undefined ? printPost(post) : copyOf(copied.text, post, request);
  if (text === undefined || parsePost(text, request.copy ?? "", zone).post?.id !== id)
    throw new Refusal([
      fileProblem(
        request.copy ?? slug,
        "Cannot copy the post: its front matter cannot be changed in place",
        "Write one key a line in it",
      ),
    ]);
  const stems = mediaKeys(root, slug);
  return {
    id,
    change: { path: freeFile(root, slug, id), bytes: text },
    absent: picturesIn(post.blocks).filter((file) => !stems.has(pictureKey(file))),
  };
}

/** What belongs to the other post alone: where it came from, when it was changed, what was corrected in it. */
const notCopied = ["imported", "source", "updated", "corrections", "inferred", "truncated", "supports"];

function copyOf(
  text: string,
  { id, published, order }: Post,
  { headline, label, byline }: NewPost,
): string | undefined {
  const values = new Map<string, Value | undefined>(notCopied.map((key) => [key, undefined]));
  values.set("id", id).set("order", order);
  if (published !== undefined) values.set("published", printInstant(published));
  if (headline !== undefined) values.set("headline", headline);
  if (label !== undefined) values.set("label", label);
  if (byline !== undefined) values.set("byline", [{ name: byline }]);
  return editFile(text, { values, keys: postKeys });
}

function readPost(root: string, file: string, zone: string): { readonly text: string; readonly post: Post } {
  const read = readText(root, file);
  if ("problem" in read) throw new Refusal([read.problem]);
  const { post, problems } = parsePost(read.text, file, zone);
  if (post === undefined) throw new Refusal(problems.filter(({ severity }) => severity === "error"));
  return { text: read.text, post };
}

/** Above the posts of the same moment; undefined where there is none. */
function orderAt({ posts }: ReadPage, published: Instant): number | undefined {
  const same = posts.filter(({ post }) => post.published?.epoch === published.epoch);
  return same.length === 0 ? undefined : Math.max(...same.map(({ post }) => post.order ?? 0)) + 1;
}

/** Ids of posts that are there or whose file cannot be read, of posts that were deleted, and of pages that were published. */
function takenIds(root: string, { slug, posts }: ReadPage): ReadonlySet<string> {
  const { known, declined } = readCaptures(root, slug);
  const published = readPublished(root).flatMap((path) => {
    const [folder, id, ...rest] = path.split("/");
    return folder === slug && id !== undefined && rest.length > 0 ? [id] : [];
  });
  const files = posts.map(({ file }) => basename(file, ".md"));
  return new Set([...posts.map(({ post }) => post.id), ...files, ...known.keys(), ...declined.keys(), ...published]);
}

function freeFile(root: string, slug: string, id: string): string {
  let file = `content/${slug}/${id}.md`;
  for (let count = 2; existsSync(join(root, file)); count += 1) file = `content/${slug}/${id}-${count}.md`;
  return file;
}
