/** From the whole copies of posts beside those of a Guardian page, its key events and its pinned post, to posts of the page. */
import type { WordLedger } from "../account/word-ledger.ts";
import { plainWords } from "../html/inline.ts";
import { isObject, type JsonObject, oneOrMany } from "../json/find.ts";
import { isMachineValue } from "../json/machine-value.ts";
import { leaves } from "../json/unread-fields.ts";

export const isBlock = (block: unknown): block is JsonObject =>
  isObject(block as JsonObject) &&
  typeof (block as JsonObject).id === "string" &&
  (Array.isArray((block as JsonObject).elements) || typeof (block as JsonObject).bodyHtml === "string");

const keyEventsOf = ({ keyEvents }: JsonObject): readonly JsonObject[] => oneOrMany(keyEvents).filter(isBlock);
const pinnedOf = ({ pinnedPost }: JsonObject): readonly JsonObject[] => oneOrMany(pinnedPost).filter(isBlock);

export const asideIn = (object: JsonObject): readonly JsonObject[] => [...keyEventsOf(object), ...pinnedOf(object)];

/**
 * The copies that belong to the page. If the data is one page of several, key events of other pages come with those pages: their
 * words are counted as left out. Each page shows the pinned post above its posts.
 */
export function asideOf(
  holders: readonly JsonObject[],
  own: readonly JsonObject[],
  isPart: boolean,
  words: WordLedger,
): readonly JsonObject[] {
  if (!isPart) return holders.flatMap(asideIn);
  const pinned = holders.flatMap(pinnedOf);
  const here = new Set([...own, ...pinned].map(({ id }) => id));
  for (const block of holders.flatMap(keyEventsOf))
    if (!here.has(block.id))
      for (const [, text] of leaves(block, new Map(), { keys: new Set(), others: [] }))
        if (!isMachineValue(text)) words.lose(plainWords(text), "around the page");
  return pinned;
}

/** Each post once; the others are inserted by their times. */
export function withAside(blocks: readonly JsonObject[], others: readonly JsonObject[]): readonly JsonObject[] {
  const known = new Set(blocks.map(({ id }) => id));
  const added = others.filter(({ id }) => !known.has(id) && known.add(id));
  if (added.length === 0) return blocks;
  const timeOf = (block: JsonObject): number => Number(block.blockFirstPublished ?? block.blockCreatedOn ?? 0) || 0;
  const [first, last] = [blocks[0], blocks.at(-1)].map((block) => (block === undefined ? 0 : timeOf(block)));
  const sign = blocks.length > 1 && Number(first) < Number(last) ? 1 : -1;
  const waiting = added.sort((a, b) => sign * (timeOf(a) - timeOf(b)));
  const placed: JsonObject[] = [];
  let next = 0;
  for (const block of blocks) {
    for (let one = waiting[next]; one !== undefined && sign * (timeOf(one) - timeOf(block)) < 0; one = waiting[next]) {
      placed.push(one);
      next += 1;
    }
    placed.push(block);
  }
  return [...placed, ...waiting.slice(next)];
}
