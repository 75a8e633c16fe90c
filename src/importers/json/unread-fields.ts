/** From structured data and the fields that were read to the strings that no importer read, and a message about them. */
import type { WordLedger } from "../account/word-ledger.ts";
import { plainWords } from "../html/inline.ts";
import { isMachineValue } from "./machine-value.ts";
import { isWordKey } from "./text.ts";
import { isObject, type Json, type JsonObject } from "./value.ts";

/** Fields that no importer reads, by their paths. */
export type UnreadFields = ReadonlyMap<string, { readonly count: number; readonly beginning: string }>;

/** Counts each text as machine data, if its path and its shape or a copy of it show that, else as unread. Gives the unread fields. */
export function loseUnread(
  texts: Iterable<Leaf>,
  isMachine: (path: string) => boolean,
  copies: ReadonlySet<string>,
  words: WordLedger,
): UnreadFields {
  const unread = new Map<string, { count: number; beginning: string }>();
  for (const [path, text, forWords] of texts) {
    if (forWords !== true && isMachine(path) && (isMachineValue(text) || copies.has(text.trim()))) {
      words.lose(`${path}: ${text}`, "machine data");
      continue;
    }
    words.lose(`${path}: ${text}`, "unread field");
    const { count = 0, beginning = "" } = unread.get(path) ?? {};
    // Words describe a field better than a token.
    const tells = beginning === "" || (isMachineValue(beginning) && !isMachineValue(text));
    unread.set(path, { count: count + 1, beginning: tells ? beginningOf(text) : beginning });
  }
  return unread;
}

const beginningOf = (text: string): string => {
  const start = text.slice(0, 2000);
  const words = plainWords(start).trim();
  const line = (words === "" ? start.slice(0, 400).trim() : words).replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59).trimEnd()}…` : line;
};

/** The message about unread fields, the most frequent first. */
export function unreadFieldsMessage(unread: UnreadFields): string {
  const sorted = [...unread].sort(([, a], [, b]) => b.count - a.count);
  const shown = sorted.slice(0, 5).map(([path, { count, beginning }]) => `${path} (${count}: "${beginning}")`);
  return `Some fields were not read: ${shown.join(", ")}${sorted.length > 5 ? ` and ${sorted.length - 5} more` : ""}`;
}

/** A key as one word. */
export const label = (key: string): string => key.replace(/[^\w@-]+/g, "_").slice(0, 60) || "_";

/** A key that is not a name of a field but a person's words. */
const isWordy = (key: string): boolean => /\p{L}\s+\p{L}/u.test(key);

/** The keys that importers read as words, and the objects in which another value was found there. */
interface WordKeys {
  readonly keys: ReadonlySet<string>;
  readonly others: readonly (readonly [object: JsonObject, key: string])[];
}

/** `forWords`: a number, true or false in place of words. */
type Leaf = readonly [path: string, text: string, forWords?: true];

/**
 * All strings that were not read, and keys that are words, with their paths: `liveBlogUpdate.author.name`; also numbers, true and
 * false under keys that importers read as words. Not recursive, because data can be deep.
 */
export function* leaves(
  root: Json,
  read: ReadonlyMap<JsonObject, ReadonlySet<string>>,
  wordKeys: WordKeys,
): Generator<Leaf> {
  const seen = new Set<JsonObject>();
  const waiting: { readonly path: string; readonly value: Json; readonly key?: string }[] = [{ path: "", value: root }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path, value, key: own } = next;
    if (typeof value === "string") {
      if (value.trim() !== "") yield [path || "_", value];
    } else if (typeof value === "boolean" || typeof value === "number") {
      if (own !== undefined && (wordKeys.keys.has(own) || isWordKey(own))) yield [path, String(value), true];
    } else if (Array.isArray(value)) {
      for (let index = value.length - 1; index >= 0; index -= 1) waiting.push({ ...next, value: value[index] as Json });
    } else if (isObject(value)) {
      const known = read.get(value);
      seen.add(value);
      for (const [key, inner] of Object.entries(value).reverse())
        if (inner !== undefined && known?.has(key) !== true) {
          const there = path.length > 200 ? path : path === "" ? label(key) : `${path}.${label(key)}`;
          waiting.push({ path: there, value: inner, key: key === "@value" && own !== undefined ? own : key });
          if (isWordy(key)) waiting.push({ path: path || "_", value: key });
        }
    }
  }
  // Data about the page itself can stand beside the data of its posts.
  for (const [object, key] of wordKeys.others)
    if (!seen.has(object)) yield* leaves({ [key]: object[key] }, read, { ...wordKeys, others: [] });
}
