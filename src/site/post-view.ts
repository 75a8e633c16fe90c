/** A post as templates print it, the same on every page that holds it. */
import type { Instant } from "../model/instant.ts";
import type { InferredPart, Post } from "../model/live-page.ts";
import { bodyHtml } from "./body.ts";
import { clip, firstPassage } from "./excerpt.ts";
import type { FindPicture } from "./figure.ts";
import type { Strings } from "./strings/strings.ts";
import { timeView } from "./time-view.ts";
import type { PostView } from "./view.ts";

/** `common`: the inferred parts that the page itself speaks of, so that its posts need not. */
export function postView(post: Post, find: FindPicture, common: readonly InferredPart[], strings: Strings): PostView {
  const time = post.published === undefined ? undefined : timeView(post.published, strings);
  const name = post.headline ?? post.subheadline;
  const words = firstPassage(post.blocks);
  const own = time === undefined ? [] : post.inferred.filter((part) => !common.includes(part));
  return {
    id: post.id,
    name: name ?? (words === "" ? strings.post : clip(words, 70)),
    unnamed: name === undefined,
    ...(time !== undefined && { time }),
    ...(own.length > 0 && { inferred: strings.inferred(own) }),
    ...(post.clock !== undefined && { clock: post.clock }),
    ...(post.label !== undefined && { label: post.label }),
    breaking: post.breaking,
    ...(post.headline !== undefined && { headline: post.headline }),
    ...(post.subheadline !== undefined && { subheadline: post.subheadline }),
    context: post.context,
    bylines: post.bylines,
    truncated: post.truncated,
    description: clip(words, 160),
    bodyHtml: bodyHtml(post.blocks, find, strings),
  };
}

/** The parts that were inferred in every post that has a time. */
export function inferredThroughout(posts: readonly Post[]): readonly InferredPart[] {
  const timed = posts.filter((post) => post.published !== undefined);
  return (timed[0]?.inferred ?? []).filter((part) => timed.every((post) => post.inferred.includes(part)));
}

/** The first and the last moment of posts, whatever their order. */
export function extentOf(posts: readonly Post[]): readonly [Instant, Instant] | undefined {
  let extent: [Instant, Instant] | undefined;
  for (const { published } of posts) {
    if (published === undefined) continue;
    extent ??= [published, published];
    if (published.epoch < extent[0].epoch) extent[0] = published;
    if (published.epoch > extent[1].epoch) extent[1] = published;
  }
  return extent;
}
