/** Turns a post into its view, the same on every page that holds it. */
import { plainBlocks } from "../../markdown/plain.ts";
import { type Block, type Figure, isMedia } from "../../model/block.ts";
import { type Inline, plainInline } from "../../model/inline.ts";
import type { Instant } from "../../model/instant.ts";
import type { InferredPart, Post } from "../../model/live-page.ts";
import { digestKey, withCacheKey } from "../cache-key.ts";
import type { Strings } from "../i18n/strings.ts";
import { lazy } from "../lazy.ts";
import type { Picture } from "../pictures/picture.ts";
import { bodyHtml } from "../text/body.ts";
import { clip, firstPassage } from "../text/excerpt.ts";
import type { FindPicture } from "../text/figure.ts";
import { timeView } from "../time/time-view.ts";
import type { CardView } from "../views/frame.ts";
import type { FigureView, PostView } from "../views/post.ts";

/**
 * `common`: the inferred parts that the page states once for all posts. A process that builds again gets the same view for the
 * same post, so that what was printed of it can be reused.
 */
export function postView(post: Post, find: FindPicture, common: readonly InferredPart[], strings: Strings): PostView {
  const own = post.published === undefined ? [] : post.inferred.filter((part) => !common.includes(part));
  const files = [...filesIn(post.blocks)];
  const earlier = known.get(post);
  const same = (at: string, index: number): boolean => earlier?.pictures[index] === find(at);
  if (earlier?.strings === strings && earlier.own === own.join() && files.every(same)) return earlier.view;
  const pictures = files.map(find);
  const view = newView(post, { find, own, pictures, strings });
  known.set(post, { strings, own: own.join(), pictures, view });
  return view;
}

interface KnownView {
  readonly strings: Strings;
  readonly own: string;
  readonly pictures: readonly (Picture | undefined)[];
  readonly view: PostView;
}

const known = new WeakMap<Post, KnownView>();

interface PostInput {
  readonly find: FindPicture;
  /** The inferred parts that the post itself must state. */
  readonly own: readonly InferredPart[];
  /** The post's pictures, in the order of its files. */
  readonly pictures: readonly (Picture | undefined)[];
  readonly strings: Strings;
}

function newView(post: Post, { find, own, pictures, strings }: PostInput): PostView {
  const { published, updated } = post;
  const time = published === undefined ? undefined : timeView(published, strings);
  const changed = updated !== undefined && updated.epoch > (published?.epoch ?? Number.NEGATIVE_INFINITY);
  const name = post.headline ?? post.subheadline;
  const words = firstPassage(post.blocks);
  const figures = [...figuresIn(post.blocks)];
  const card = cardOf(figures, find, strings);
  return withCacheKey(keyOf(post, pictures, own), {
    id: post.id,
    name: name ?? (words === "" ? strings.post : clip(words, 70)),
    unnamed: name === undefined,
    ...(time !== undefined && { time }),
    ...(own.length > 0 && { inferred: strings.inferred(own) }),
    inferredParts: post.published === undefined ? [] : post.inferred,
    ...(post.clock !== undefined && { clock: post.clock }),
    ...(post.label !== undefined && { label: post.label }),
    breaking: post.breaking,
    keyEvent: post.keyEvent === true,
    ...(post.headline !== undefined && { headline: post.headline }),
    ...(post.subheadline !== undefined && { subheadline: post.subheadline }),
    context: post.context,
    bylines: post.bylines,
    truncated: post.truncated,
    ...(changed && { updated: timeView(updated, strings) }),
    corrections: post.corrections ?? [],
    description: clip(words, 160),
    figures: figures.map((figure) => figureView(figure, find(figure.file))),
    ...(card !== undefined && { card }),
    text: lazy(() => plainBlocks(post.blocks)),
    bodyHtml: lazy(() => bodyHtml(post.blocks, find, strings, post.id)),
  });
}

/** A digest of all that a view is made of: the post, its pictures, the inferred parts that it states. */
const keyOf = (post: Post, pictures: readonly unknown[], own: readonly InferredPart[]): string =>
  digestKey(pictures.length === 0 && own.length === 0 ? post : [post, pictures, own]);

/** The figures of a text in reading order, those without a file too. */
export function* figuresIn(blocks: readonly Block[]): Generator<Figure> {
  for (const block of blocks) {
    if (block.kind === "figure") yield block;
    else if (block.kind === "quote" || isMedia(block)) yield* figuresIn(block.blocks);
    else if (block.kind === "list") for (const point of block.items) yield* figuresIn(point);
  }
}

/** The files that figures and posters name, in reading order. */
export function* filesIn(blocks: readonly Block[]): Generator<string> {
  for (const block of blocks) {
    if (block.kind === "figure") yield block.file;
    else if (block.kind === "list") for (const point of block.items) yield* filesIn(point);
    else if (block.kind === "quote" || isMedia(block)) {
      if (isMedia(block) && block.poster !== undefined) yield block.poster;
      yield* filesIn(block.blocks);
    }
  }
}

function cardOf(figures: readonly Figure[], find: FindPicture, strings: Strings): CardView | undefined {
  for (const figure of figures) {
    const card = find(figure.file)?.card;
    if (card !== undefined) {
      const { path: href, width, height } = card;
      return { href, size: { width, height }, type: "image/jpeg", alt: pictureName(figure, strings) };
    }
  }
  return undefined;
}

/** What a picture shows, in plain words. */
export const pictureName = ({ alt, caption }: Figure, strings: Strings): string =>
  alt.trim() || plain(caption ?? []) || strings.noDescription;

function figureView({ file, alt, caption, credit }: Figure, picture: Picture | undefined): FigureView {
  const largest = picture?.fallback.at(-1);
  return {
    file,
    alt,
    ...(caption !== undefined && { caption: plain(caption) }),
    ...(credit !== undefined && { credit: plain(credit) }),
    ...(largest !== undefined && { picture: { path: largest.path, width: largest.width, height: largest.height } }),
  };
}

const plain = (content: readonly Inline[]): string => plainInline(content).trim();

/** The parts that were inferred for every post that has a time. */
export function inferredThroughout(posts: readonly Post[]): readonly InferredPart[] {
  const timed = posts.filter((post) => post.published !== undefined);
  return (timed[0]?.inferred ?? []).filter((part) => timed.every((post) => post.inferred.includes(part)));
}

/** The first and the last time of posts in any order; undefined where none has a time. */
export function timeExtent(
  posts: readonly { readonly published?: Instant | undefined }[],
): readonly [Instant, Instant] | undefined {
  let extent: [Instant, Instant] | undefined;
  for (const { published } of posts) {
    if (published === undefined) continue;
    extent ??= [published, published];
    if (published.epoch < extent[0].epoch) extent[0] = published;
    if (published.epoch > extent[1].epoch) extent[1] = published;
  }
  return extent;
}
