/** From the posts of a capture to what happens to each: create, update, keep, conflict, declined. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Change } from "../../base/transaction/transaction.ts";
import type { FoundPost, Post } from "../../model/live-page.ts";
import { fileProblem, type Problem, Refusal } from "../../model/problem.ts";
import { postDigest, postFields } from "../canonical.ts";
import { type Captures, revisionFileOf } from "../captures/captures.ts";
import { withRevision } from "../captures/revision-text.ts";
import { compact } from "../normalise.ts";
import { readText } from "../read/files.ts";
import { parsePost } from "../read/parse-post.ts";
import type { ReadPost } from "../read/posts.ts";
import { editPost } from "../write/edit-post.ts";
import { printPost, withImported } from "../write/print-post.ts";
import { directionOf, ordersFor } from "./capture-order.ts";
import { completed, wasOfOtherForm } from "./complete-post.ts";
import { describeConflict } from "./conflict.ts";
import { makeIds } from "./identity.ts";
import { haveMoved, type KnownPost, match, type Print, printOf, samePrint } from "./match.ts";
import { sentencesNotIn } from "./not-taken-over.ts";
import type { ImportPlan, ImportRequest } from "./request.ts";

export interface PostsPlan
  extends Pick<
    ImportPlan,
    "changes" | "created" | "updated" | "kept" | "declined" | "notTakenOver" | "conflicts" | "revisions"
  > {
  /** The posts of the capture as they were read back, with their ids. */
  readonly posts: readonly Post[];
  readonly known: Captures["known"];
  readonly gone: Captures["declined"];
}

export interface MergeInput {
  readonly root: string;
  readonly slug: string;
  readonly zone: string;
  readonly present: readonly ReadPost[];
  /** Names of all files in the folder. */
  readonly names: ReadonlySet<string>;
  readonly captures: Captures;
  /** Ids of posts in newer captures, whose words count more than those of this one. */
  readonly newer: ReadonlySet<string>;
}

export function planPosts(input: MergeInput, request: ImportRequest): PostsPlan {
  const byId = new Map(input.present.map((read) => [read.post.id, read]));
  const { known, gone } = sortKnown(input.captures, byId);
  const prints = request.posts.map(printOf);
  const living: readonly KnownPost[] = input.present.map(({ post }) => ({
    id: post.id,
    prints: [...(known.get(post.id) ?? []), printOf(post)],
  }));
  const ids = matchAll(prints, living, gone);
  // A number that counts places does not identify a post: the post keeps its first number.
  const moved = haveMoved(prints, living);
  const { posts, texts } = readBack(
    input,
    request,
    ids,
    new Set([...byId.keys(), ...known.keys(), ...gone.keys()]),
    byId,
  );
  const plan = {
    changes: [] as Change[],
    created: [] as string[],
    updated: [] as string[],
    kept: [] as string[],
    declined: [] as string[],
    notTakenOver: [] as string[],
    conflicts: [] as Problem[],
    revisions: [] as string[],
  };
  const names = new Set(input.names);
  for (const [index, found] of posts.entries()) {
    const print = prints[index];
    const incoming = moved
      ? compact<Post>({ ...found, source: byId.get(found.id)?.post.source ?? found.source })
      : found;
    if (gone.has(incoming.id)) plan.declined.push(incoming.id);
    else {
      const present = byId.get(incoming.id);
      if (present === undefined) plan.changes.push(create(input, incoming, texts[index], names, plan.created));
      else decide(input, request, present, incoming, plan);
      if (print !== undefined) remember(known, incoming.id, print);
    }
    if (print !== undefined && gone.has(incoming.id)) remember(gone, incoming.id, print);
  }
  return { ...plan, posts, known, gone };
}

function remember(prints: Map<string, Print[]>, id: string, { epoch: _, ...print }: Print): void {
  const known = prints.get(id) ?? [];
  if (!known.some((other) => samePrint(other, print))) prints.set(id, [...known, print]);
}

/** Known posts with a file, and those without: a person deleted their files. */
function sortKnown(captures: Captures, byId: ReadonlyMap<string, ReadPost>) {
  const known = new Map<string, Print[]>();
  const gone = new Map<string, Print[]>();
  for (const [id, prints] of captures.declined) (byId.has(id) ? known : gone).set(id, [...prints]);
  for (const [id, prints] of captures.known) (byId.has(id) ? known : gone).set(id, [...prints]);
  return { known, gone };
}

/** Matches posts with files first; the others may be posts that were deleted. */
function matchAll(
  prints: readonly Print[],
  living: readonly KnownPost[],
  gone: ReadonlyMap<string, readonly Print[]>,
): readonly (string | undefined)[] {
  const first = match(prints, living);
  const rest = [...prints.keys()].filter((index) => first[index] === undefined);
  const restPrints = rest.map((index) => prints[index]).filter((print) => print !== undefined);
  const second = match(
    restPrints,
    [...gone].map(([id, all]) => ({ id, prints: all })),
  );
  const ids = [...first];
  for (const [place, index] of rest.entries()) ids[index] = second[place];
  return ids;
}

/** Gives ids and orders to new posts, prints each post and reads it back. */
function readBack(
  input: MergeInput,
  request: ImportRequest,
  ids: readonly (string | undefined)[],
  taken: Set<string>,
  byId: ReadonlyMap<string, ReadPost>,
): { readonly posts: readonly Post[]; readonly texts: readonly string[] } {
  const direction = request.order ?? directionOf(request.posts);
  const placed = request.posts.map((found, index) => {
    const existing = byId.get(ids[index] ?? "")?.post;
    return { found, ...(existing && { existing }) };
  });
  const orders = ordersFor(
    placed,
    input.present.map(({ post }) => post),
    direction,
  );
  const newId = makeIds(input.zone, taken);
  const posts: Post[] = [];
  const texts: string[] = [];
  const indexes = [...request.posts.keys()];
  if (direction === "newest-first") indexes.reverse();
  for (const index of indexes) {
    const found = request.posts[index];
    if (found === undefined) continue;
    const id = ids[index] ?? newId(found);
    taken.add(id);
    const existing = byId.get(id)?.post;
    const { post, text } = readOne(input, found, id, existing ?? { order: orders.get(index) });
    posts[index] = post;
    texts[index] = text;
  }
  return { posts, texts };
}

/** The values of a post that no capture has. */
type OwnValues = { readonly [Key in "order" | "supports"]?: Post[Key] | undefined };

function readOne(
  input: MergeInput,
  found: FoundPost,
  id: string,
  { order, supports }: OwnValues,
): { readonly post: Post; readonly text: string } {
  const { order: _order, ...rest } = found;
  const file = `content/${input.slug}/${id}.md`;
  const text = printPost(compact<Post>({ ...rest, id, order, supports }));
  const { post, problems } = parsePost(text, file, input.zone);
  if (post === undefined) throw new Refusal(problems.filter(({ severity }) => severity === "error"));
  return { post, text };
}

function create(
  input: MergeInput,
  post: Post,
  text: string | undefined,
  names: Set<string>,
  created: string[],
): Change {
  created.push(post.id);
  let name = `${post.id}.md`;
  for (let count = 2; names.has(name); count += 1) name = `${post.id}-${count}.md`;
  names.add(name);
  return { path: `content/${input.slug}/${name}`, bytes: withImported(text ?? printPost(post), postDigest(post)) };
}

interface Lists {
  readonly changes: Change[];
  readonly updated: string[];
  readonly kept: string[];
  readonly notTakenOver: string[];
  readonly conflicts: Problem[];
  readonly revisions: string[];
}

function decide(input: MergeInput, request: ImportRequest, present: ReadPost, found: Post, plan: Lists): void {
  const { id } = found;
  const whole = wasOfOtherForm(input, request, id) ? completed(found, present.post) : found;
  // Only its editor writes corrections into a post that exists.
  const incoming = compact<Post>({ ...whole, corrections: present.post.corrections });
  const wanted = postDigest(incoming);
  const now = postDigest(present.post);
  const cut = incoming.truncated && !present.post.truncated;
  if (present.imported === wanted || input.newer.has(id) || cut) {
    plan.kept.push(id);
    // Only where the capture differs from the one that was imported before; an edit of a person is no reason.
    if (present.imported !== wanted) plan.notTakenOver.push(...sentencesNotIn(present.post, found));
    return;
  }
  const read = readText(input.root, present.file);
  if ("problem" in read) throw new Refusal([read.problem]);
  if (now !== wanted && present.imported !== now) {
    plan.conflicts.push(
      ...describeConflict(present.file, read.text, postFields(present.post), postFields(incoming), wanted),
    );
    return;
  }
  if (now === wanted && present.imported === undefined) {
    plan.kept.push(id);
    return;
  }
  const text = editPost(read.text, present, incoming, wanted);
  const check = text === undefined ? undefined : parsePost(text, present.file, input.zone).post;
  if (text === undefined || check === undefined || postDigest(check) !== wanted) {
    const message = `Cannot update "${id}": its front matter cannot be changed in place`;
    const hint = "Write the front matter as import does: one key a line, lists with one line a member";
    plan.conflicts.push(fileProblem(present.file, message, hint));
    return;
  }
  plan.changes.push({ path: present.file, bytes: text });
  if (now === wanted) {
    plan.kept.push(id);
    return;
  }
  plan.updated.push(id);
  const revision = revisionFileOf(input.slug, id);
  plan.revisions.push(revision);
  plan.changes.push({ path: revision, bytes: revisionsWith(input.root, revision, read.text, request.capture.digest) });
}

/** Adds a wording to the older wordings of a post. Throws a Refusal where the file cannot be read, since no wording may be lost. */
function revisionsWith(root: string, file: string, text: string, digest: string): string {
  if (!existsSync(join(root, file))) return withRevision("", text, digest);
  const read = readText(root, file, 64 * 1024 * 1024);
  if ("problem" in read) throw new Refusal([read.problem]);
  return withRevision(read.text, text, digest);
}
