/** From the fields of JSON objects to words and blocks, and the account: it counts the fields that no importer reads. */

import { lettersOf } from "../../base/words.ts";
import type { Block } from "../../model/block.ts";
import type { Inline } from "../../model/inline.ts";
import type { AccountPlace } from "../account/account-span.ts";
import type { LossKind } from "../account/losses.ts";
import type { WordLedger } from "../account/word-ledger.ts";
import { inlineOfHtml, looksLikeHtml, plainWords } from "../html/inline.ts";
import { wordsHtml } from "../saved-page/rich.ts";
import { type OriginSite, resolveWithin } from "../saved-page/site.ts";
import type { Json, JsonObject } from "./find.ts";
import { label, leaves, loseUnread, type UnreadFields } from "./unread-fields.ts";

export interface JsonFields {
  /** The words of a string on one line, counted as kept at `place`; undefined for another value and for a blank string. */
  line(object: JsonObject, key: string, place: AccountPlace): string | undefined;
  /** The blocks of a string: those of its HTML, or a paragraph for each line. */
  body(object: JsonObject, key: string, place: AccountPlace): readonly Block[];
  /** The words of a string on one line, with marks and links. */
  inline(object: JsonObject, key: string, place: AccountPlace): readonly Inline[];
  /** A plain string, a piece of a line, with the blanks at its ends. */
  text(object: JsonObject, key: string, place: AccountPlace): string | undefined;
  /** Counts a string as lost if `kept` contains all its letters in one run; another string stays unread. */
  repeated(object: JsonObject, key: string, kept: string): void;
  /** Counts words from the caller as machine data. */
  machine(key: string, text: string): void;
  /** True if a field was read. */
  isRead(object: JsonObject, key: string): boolean;
  /** The string as it is; the caller accounts for it. */
  raw(object: JsonObject, key: string): string | undefined;
  /** Marks a field as read; the caller accounts for its content. */
  pass(object: JsonObject, key: string): void;
  /** Counts a string as lost with the given kind; `of` is the place of its copy. */
  lose(object: JsonObject, key: string, kind: LossKind, of?: AccountPlace): void;
  /**
   * Counts all strings in `value` that were not read. A string is machine data if `isMachine` knows its path and it looks like a
   * machine value, or repeats a text that was read or is in `known`. All others are unread.
   */
  rest(value: Json, isMachine: (path: string) => boolean, known?: readonly (string | undefined)[]): UnreadFields;
}

export function makeJsonFields(words: WordLedger, site?: OriginSite): JsonFields {
  const { read, copies, wordKeys, take } = makeReadStrings();
  return {
    line: (object, key, place) => {
      const value = take(object, key);
      return value === undefined ? undefined : singleLine(words.keep(plainWords(value), place)) || undefined;
    },
    body: (object, key, place) => {
      const value = take(object, key);
      return value === undefined ? [] : bodyBlocks(value, words, place, site);
    },
    inline: (object, key, place) => {
      const value = take(object, key);
      const keep = (text: string): string => words.keep(text, place);
      return value === undefined
        ? []
        : inlineOfHtml(value, keep, (tree) => (site === undefined ? undefined : resolveWithin(tree, site)));
    },
    text: (object, key, place) => {
      const value = object[key];
      if (typeof value === "string" && value.trim() === "") return value === "" ? undefined : " ";
      const taken = take(object, key);
      return taken === undefined ? undefined : words.keep(taken, place).replace(/\s+/g, " ");
    },
    repeated: (object, key, kept) => {
      const value = object[key];
      if (typeof value !== "string") return;
      const letters = lettersOf(plainWords(value));
      if (letters === "" || !lettersOf(kept).includes(letters)) return;
      if (take(object, key) !== undefined) words.lose(`${label(key)}: ${value}`, "machine data");
    },
    machine: (key, text) => words.lose(`${label(key)}: ${text}`, "machine data"),
    isRead: (object, key) => read.get(object)?.has(key) === true,
    raw: take,
    pass: (object, key) => void read.set(object, (read.get(object) ?? new Set()).add(key)),
    lose: (object, key, kind, of) => {
      const value = take(object, key);
      if (value !== undefined) words.lose(`${label(key)}: ${plainWords(value)}`, kind, of);
    },
    rest: (value, isMachine, known = []) => {
      for (const text of known) if (text !== undefined) copies.add(text.trim());
      return loseUnread(leaves(value, read, wordKeys), isMachine, copies, words);
    },
  };
}

const singleLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Which strings of the objects were read, and `take`, which reads one: undefined for another value and for a blank string. */
function makeReadStrings() {
  const read = new Map<JsonObject, Set<string>>();
  const copies = new Set<string>();
  const wordKeys = { keys: new Set<string>(), others: [] as (readonly [JsonObject, string])[] };
  const take = (object: JsonObject, key: string): string | undefined => {
    const value = object[key];
    wordKeys.keys.add(key);
    if (value !== undefined && value !== null && typeof value !== "string") wordKeys.others.push([object, key]);
    if (typeof value !== "string" || value.trim() === "") return undefined;
    const keys = read.get(object) ?? new Set();
    read.set(object, keys.add(key));
    copies.add(value.trim());
    return value;
  };
  return { read, copies, wordKeys, take };
}

/** The blocks of the HTML in a text, or a paragraph for each of its lines. */
function bodyBlocks(
  text: string,
  words: WordLedger,
  place: AccountPlace,
  site: OriginSite | undefined,
): readonly Block[] {
  if (looksLikeHtml(text)) return wordsHtml(text, words, place, site);
  return plainWords(text)
    .split(/[\n\r\u2028\u2029]+/)
    .map((line) => singleLine(words.keep(line, place)))
    .filter((line) => line !== "")
    .map((line): Block => ({ kind: "paragraph", content: [{ kind: "text", text: line }] }));
}
