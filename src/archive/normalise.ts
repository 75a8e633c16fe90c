/** From a post or a page to its canonical form: what writing it and reading it again gives back. */
import { oneLine, trimLine } from "../markdown/characters.ts";
import { normaliseBlocks, normaliseInline } from "../markdown/normalise.ts";
import type { Instant } from "../model/instant.ts";
import type { Byline, LivePage, Post } from "../model/live-page.ts";
import { inferredParts } from "../model/live-page.ts";

/** What `page.md` holds: a live page without its folder's name and its posts. */
export type PageText = Omit<LivePage, "slug" | "posts">;

/** One line, without blanks at its ends; undefined where nothing is left. */
export const lineOf = (text: string | undefined): string | undefined => {
  const line = text === undefined ? "" : trimLine(oneLine(text));
  return line === "" ? undefined : line;
};

const linesOf = (texts: readonly string[]): readonly string[] => texts.map(lineOf).filter((text) => text !== undefined);

/** Leaves out what is undefined, so that equal posts have equal keys. */
export function compact<T extends object>(values: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

/** `blocks`: the blocks of the post in canonical form, where the caller has them. */
export function normalisePost(post: Post, blocks = normaliseBlocks(post.blocks)): Post {
  const headline = lineOf(post.headline);
  return compact<Post>({
    id: post.id,
    published: instantOf(post.published),
    inferred: post.published === undefined ? [] : inferredParts.filter((part) => post.inferred.includes(part)),
    order: post.order,
    headline,
    label: lineOf(post.label),
    breaking: post.breaking,
    subheadline: lineOf(post.subheadline),
    context: linesOf(post.context),
    clock: lineOf(post.clock),
    bylines: bylinesOf(post.bylines),
    source: lineOf(post.source),
    truncated: post.truncated,
    keyEvent: post.keyEvent || undefined,
    updated: instantOf(post.updated),
    supports: filled([...new Set(post.supports ?? [])]),
    corrections: filled(linesOf(post.corrections ?? [])),
    blocks,
  });
}

const filled = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);

function bylinesOf(bylines: readonly Byline[]): readonly Byline[] {
  const kept: Byline[] = [];
  for (const byline of bylines) {
    const name = lineOf(byline.name);
    const role = lineOf(byline.role);
    const shown = name ?? role;
    if (shown === undefined) continue;
    kept.push(name === undefined || role === undefined ? { name: shown } : { name, role });
  }
  return kept;
}

const instantOf = (instant: Instant | undefined): Instant | undefined =>
  instant === undefined ? undefined : { epoch: instant.epoch, offset: instant.offset, zone: instant.zone };

export function normalisePage(page: PageText): PageText {
  const note = page.note === undefined ? [] : normaliseInline(page.note);
  return compact<PageText>({
    title: lineOf(page.title) ?? "",
    source: lineOf(page.source),
    captured: page.captured === undefined ? undefined : { ...page.captured, zone: page.zone },
    publisher: lineOf(page.publisher),
    zone: page.zone,
    eventZone: page.eventZone,
    language: page.language,
    rights: lineOf(page.rights),
    note: note.length === 0 ? undefined : note,
    editors: linesOf(page.editors),
    panel: linesOf(page.panel),
    summary: normaliseBlocks(page.summary),
  });
}
