/** From a post to a Markdown file with front matter. */
import { printBlocks } from "../../markdown/print.ts";
import { printInstant } from "../../model/instant.ts";
import type { Post } from "../../model/live-page.ts";
import { printFile, type Value } from "../front-matter/yaml-text.ts";
import { normalisePost } from "../normalise.ts";

/** The front matter of a normalised post, in the order of its keys; an empty value has no key. */
export function postValues(post: Post, imported?: string): ReadonlyMap<string, Value> {
  const values: readonly (readonly [string, Value | undefined])[] = [
    ["id", post.id],
    ["published", post.published && printInstant(post.published)],
    ["inferred", post.inferred],
    ["order", post.order],
    ["headline", post.headline],
    ["label", post.label],
    ["breaking", post.breaking || undefined],
    ["subheadline", post.subheadline],
    ["context", post.context],
    ["clock", post.clock],
    ["byline", post.bylines],
    ["source", post.source],
    ["truncated", post.truncated || undefined],
    ["keyEvent", post.keyEvent],
    ["updated", post.updated && printInstant(post.updated)],
    ["supports", post.supports?.map(String)],
    ["corrections", post.corrections],
    ["imported", imported],
  ];
  return onlyFilled(values);
}

/** Drops keys without a value and empty lists. */
export function onlyFilled(values: readonly (readonly [string, Value | undefined])[]): ReadonlyMap<string, Value> {
  const kept = new Map<string, Value>();
  for (const [key, value] of values) {
    if (value !== undefined && !(typeof value === "object" && value.length === 0)) kept.set(key, value);
  }
  return kept;
}

/** Adds a digest to a file that `printPost` printed without one: the same text as printing it again, without the work. */
export function withImported(text: string, imported: string): string {
  const end = text.indexOf("\n---\n", 3);
  return `${text.slice(0, end)}\nimported: ${imported}${text.slice(end)}`;
}

/** The whole file; `imported` is the digest of what import wrote. */
export function printPost(post: Post, imported?: string): string {
  // Printing gives the blocks their canonical form.
  const normal = normalisePost(post, post.blocks);
  return printFile(postValues(normal, imported), printBlocks(normal.blocks));
}
