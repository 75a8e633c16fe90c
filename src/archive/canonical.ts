/** From a post or a page to a digest of its values. Comments, the order of keys and unknown keys do not change it. */
import { shortDigest } from "../base/digest.ts";
import { printInstant } from "../model/instant.ts";
import type { FoundPost } from "../model/live-page.ts";
import type { PageText } from "./normalise.ts";

/** JSON with sorted keys, without values that are undefined, false or an empty list: equal for equal values. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const member: unknown = value[key as keyof typeof value];
    if (!isNothing(member)) members.push(`${JSON.stringify(key)}:${canonical(member)}`);
  }
  return `{${members.join(",")}}`;
}

const isNothing = (value: unknown): boolean =>
  value === undefined || value === false || (Array.isArray(value) && value.length === 0);

/**
 * What import compares, by the names of front matter. Without the id, `order`, `supports` and `corrections`: import never changes these in
 * a post that exists.
 */
export function postFields(post: FoundPost): Readonly<Record<string, unknown>> {
  return {
    published: post.published && printInstant(post.published),
    inferred: post.inferred,
    headline: post.headline,
    label: post.label,
    breaking: post.breaking,
    subheadline: post.subheadline,
    context: post.context,
    clock: post.clock,
    byline: post.bylines,
    source: post.source,
    truncated: post.truncated,
    keyEvent: post.keyEvent,
    updated: post.updated && printInstant(post.updated),
    text: post.blocks,
  };
}

/** As `postFields`. Without `captured`, which differs from capture to capture. */
export function pageFields(page: Partial<PageText>): Readonly<Record<string, unknown>> {
  const { title, source, publisher, zone, language, rights, note, editors, panel, summary } = page;
  return { title, source, publisher, zone, language, rights, note, editors, panel, summary };
}

/** The digest of a normalised post. */
export const postDigest = (post: FoundPost): string => shortDigest(canonical(postFields(post)));

/** The digest of a normalised page. */
export const pageDigest = (page: Partial<PageText>): string => shortDigest(canonical(pageFields(page)));
