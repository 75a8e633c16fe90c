/** From `captures/completeness.json` to what a live page is known to lack. Import can make the file again: a damaged one says nothing. */
import { join } from "node:path";
import { anyText, fits, listOf, mappingOf, optional, type Schema, wholeNumber } from "../../base/schema.ts";
import { parseInstant } from "../../model/instant.ts";
import type { Gaps, Post } from "../../model/live-page.ts";
import { idInSource } from "../../model/source-key.ts";
import { readText } from "../read/files.ts";
import { type Cached, readCached } from "../read/stat-signature.ts";

/** What all captures of a live page together lack. Plain JSON. */
export interface KnownGaps {
  /** Numbers of the pages of the live page that no capture holds; `total` as the newest capture tells it. */
  readonly pages: readonly number[];
  readonly total: number;
  /** Ids of posts that captures name and none holds. */
  readonly named: readonly string[];
  /** When its coverage began, where that is well before the first post: ISO 8601. */
  readonly began?: string | undefined;
}

const gapsSchema: Schema<KnownGaps> = mappingOf({
  pages: listOf(wholeNumber),
  total: wholeNumber,
  named: listOf(anyText()),
  began: optional(anyText()),
});

export interface ReadGaps {
  /** Undefined where the file says nothing, or is damaged. */
  readonly known?: KnownGaps;
}

export const completenessFileOf = (slug: string): string => `content/${slug}/captures/completeness.json`;

/** A live page can begin a while before its first post. */
export const patience = 30 * 60_000;

/** `before` and `now` as in `readCached`. */
export function readGaps(
  root: string,
  slug: string,
  before: Cached<ReadGaps> | undefined,
  now: number | undefined,
): { readonly value: ReadGaps; readonly cached?: Cached<ReadGaps> } {
  const file = completenessFileOf(slug);
  return readCached(join(root, file), before, now, () => {
    const known = parseGaps(root, file);
    return known === undefined ? {} : { known };
  });
}

function parseGaps(root: string, file: string): KnownGaps | undefined {
  const read = readText(root, file);
  if (!("text" in read)) return undefined;
  try {
    const { gaps } = JSON.parse(read.text);
    return fits(gapsSchema, gaps) ? gaps : undefined;
  } catch {
    return undefined;
  }
}

/** The gaps that these posts leave: somebody may have written some of the missing posts. Undefined where nothing is missing. */
export function gapsLeft(known: KnownGaps | undefined, posts: readonly Post[], zone: string): Gaps | undefined {
  if (known === undefined) return undefined;
  const sources = posts.flatMap(({ source }) => (source === undefined ? [] : [source.toLowerCase()]));
  const ids = new Set(sources.map(idInSource));
  const isThere = (id: string): boolean => {
    const own = idInSource(id);
    return own === undefined ? sources.some((source) => endsIn(source, id.toLowerCase())) : ids.has(own);
  };
  const absent = known.named.filter((id) => !isThere(id));
  const began = parseInstant(known.began ?? "", zone);
  const first = posts.reduce(
    (least, { published }) => Math.min(least, published?.epoch ?? least),
    Number.POSITIVE_INFINITY,
  );
  const late = began !== undefined && Number.isFinite(first) && first - began.epoch > patience;
  if (absent.length === 0 && known.pages.length === 0 && !late) return undefined;
  return { posts: absent.length, pages: known.pages.length, ofPages: known.total, ...(late && { began }) };
}

/** A source is an id, or an address that ends in the id behind other words. */
const endsIn = (source: string, id: string): boolean =>
  source === id || (source.endsWith(id) && !/[\da-z]/.test(source.at(-id.length - 1) ?? ""));
