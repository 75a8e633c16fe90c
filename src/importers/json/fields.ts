/** Reads the strings of an object and counts those that no importer read: the account of structured data. */

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
  /** The words of a string on one line, counted as kept at `place`; undefined where it is no string, or blank. */
  line(object: JsonObject, key: string, place: AccountPlace): string | undefined;
  /** The blocks of a string: of its HTML, or a paragraph a line. */
  body(object: JsonObject, key: string, place: AccountPlace): readonly Block[];
  /** The words of a string with their marks and links, on one line. */
  inline(object: JsonObject, key: string, place: AccountPlace): readonly Inline[];
  /** A string that is plain text, with the blanks at its ends: a piece of a line. */
  text(object: JsonObject, key: string, place: AccountPlace): string | undefined;
  /** Counts a string as lost whose letters all stand, in one run, in the words that were `kept`; another one stays unread. */
  repeated(object: JsonObject, key: string, kept: string): void;
  /** Counts words of the caller's as said to machines. */
  machine(key: string, text: string): void;
  /** True where a field was read. */
  isRead(object: JsonObject, key: string): boolean;
  /** A string as it is, blanks and all; the caller accounts for it. */
  raw(object: JsonObject, key: string): string | undefined;
  /** Leaves a field to the caller, who counts what is in it. */
  pass(object: JsonObject, key: string): void;
  /** Counts a string as lost for a reason of its own; `of` is the place where a copy of it stands. */
  lose(object: JsonObject, key: string, kind: LossKind, of?: AccountPlace): void;
  /**
   * Counts all strings in `value` that were not read. Said to machines are those whose path `isMachine` knows and whose shape is a
   * machine's, or that repeat word for word what was read or is in `known`; the others are unread.
   */
  rest(value: Json, isMachine: (path: string) => boolean, known?: readonly (string | undefined)[]): UnreadFields;
}

export function makeJsonFields(words: WordLedger, site?: OriginSite): JsonFields {
  const read = new Map<JsonObject, Set<string>>();
  const copies = new Set<string>();
  const asked = { keys: new Set<string>(), others: [] as (readonly [JsonObject, string])[] };
  const take = (object: JsonObject, key: string): string | undefined => {
    const value = object[key];
    asked.keys.add(key);
    if (value !== undefined && value !== null && typeof value !== "string") asked.others.push([object, key]);
    if (typeof value !== "string" || value.trim() === "") return undefined;
    const keys = read.get(object) ?? new Set();
    read.set(object, keys.add(key));
    copies.add(value.trim());
    return value;
  };
  return {
    line(object, key, place) {
      const value = take(object, key);
      if (value === undefined) return undefined;
      const line = words.keep(plainWords(value), place).replace(/\s+/g, " ").trim();
      return line === "" ? undefined : line;
    },
    body(object, key, place) {
      const value = take(object, key);
      if (value === undefined) return [];
      const keep = (text: string): string => words.keep(text, place);
      if (looksLikeHtml(value)) return wordsHtml(value, words, place, site);
      return plainWords(value)
        .split(/[\n\r\u2028\u2029]+/)
        .map((line) => keep(line).replace(/\s+/g, " ").trim())
        .filter((text) => text !== "")
        .map((text): Block => ({ kind: "paragraph", content: [{ kind: "text", text }] }));
    },
    inline(object, key, place) {
      const value = take(object, key);
      const keep = (text: string): string => words.keep(text, place);
      return value === undefined
        ? []
        : inlineOfHtml(value, keep, (tree) => (site === undefined ? undefined : resolveWithin(tree, site)));
    },
    text(object, key, place) {
      const value = object[key];
      if (typeof value === "string" && value.trim() === "") return value === "" ? undefined : " ";
      const taken = take(object, key);
      return taken === undefined ? undefined : words.keep(taken, place).replace(/\s+/g, " ");
    },
    repeated(object, key, kept) {
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
    lose(object, key, kind, of) {
      const value = take(object, key);
      if (value !== undefined) words.lose(`${label(key)}: ${plainWords(value)}`, kind, of);
    },
    rest(value, isMachine, known = []) {
      for (const text of known) if (text !== undefined) copies.add(text.trim());
      return loseUnread(leaves(value, read, asked), isMachine, copies, words);
    },
  };
}
