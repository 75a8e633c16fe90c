/** Reads the strings of an object and counts those that nobody read: the account of structured data. */

import type { Block } from "../../model/block.ts";
import type { Inline } from "../../model/inline.ts";
import type { Place } from "../account/account-span.ts";
import type { LossKind } from "../account/losses.ts";
import type { Words } from "../account/words.ts";
import { inlineOf, looksLikeHtml, plainWords } from "../html/inline.ts";
import { wordsHtml } from "../saved-page/rich.ts";
import { isObject, type Json, type JsonObject } from "./find.ts";
import { isMachineValue } from "./machine-value.ts";

/** Fields that no importer reads, by their paths. */
export type UnreadFields = ReadonlyMap<string, { readonly count: number; readonly beginning: string }>;

export interface Fields {
  /** The words of a string on one line, counted as kept at `place`; undefined where it is no string, or blank. */
  line(object: JsonObject, key: string, place: Place): string | undefined;
  /** The blocks of a string: of its HTML, or a paragraph a line. */
  body(object: JsonObject, key: string, place: Place): readonly Block[];
  /** The words of a string with their marks and links, on one line. */
  inline(object: JsonObject, key: string, place: Place): readonly Inline[];
  /** A string that is plain text, with the blanks at its ends: a piece of a line. */
  text(object: JsonObject, key: string, place: Place): string | undefined;
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
  lose(object: JsonObject, key: string, kind: LossKind, of?: Place): void;
  /**
   * Counts all strings in `value` that were not read. Said to machines are those whose path `isMachine` knows and whose shape is a
   * machine's, or that repeat word for word what was read or is in `known`; the others are unread.
   */
  rest(value: Json, isMachine: (path: string) => boolean, known?: readonly (string | undefined)[]): UnreadFields;
}

export function makeFields(words: Words): Fields {
  const read = new Map<JsonObject, Set<string>>();
  const copies = new Set<string>();
  const take = (object: JsonObject, key: string): string | undefined => {
    const value = object[key];
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
      if (looksLikeHtml(value)) return wordsHtml(value, words, place);
      return plainWords(value)
        .split(/[\n\r\u2028\u2029]+/)
        .map((line) => keep(line).replace(/\s+/g, " ").trim())
        .filter((text) => text !== "")
        .map((text): Block => ({ kind: "paragraph", content: [{ kind: "text", text }] }));
    },
    inline(object, key, place) {
      const value = take(object, key);
      const keep = (text: string): string => words.keep(text, place);
      return value === undefined ? [] : inlineOf(value, keep);
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
      const unread = new Map<string, { count: number; beginning: string }>();
      for (const text of known) if (text !== undefined) copies.add(text.trim());
      for (const [path, text] of leaves(value, read)) {
        if (isMachine(path) && (isMachineValue(text) || copies.has(text.trim())))
          words.lose(`${path}: ${text}`, "machine data");
        else {
          words.lose(`${path}: ${text}`, "unread field");
          const { count = 0, beginning = "" } = unread.get(path) ?? {};
          // Words tell more of a field than a token among them.
          const tells = beginning === "" || (isMachineValue(beginning) && !isMachineValue(text));
          unread.set(path, { count: count + 1, beginning: tells ? beginningOf(text) : beginning });
        }
      }
      return unread;
    },
  };
}

/** A text without what a second form of it may write differently: blanks, signs, large letters. */
const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

const beginningOf = (text: string): string => {
  const start = text.slice(0, 2000);
  const words = plainWords(start).trim();
  const line = (words === "" ? start.slice(0, 400).trim() : words).replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59).trimEnd()}…` : line;
};

/** The unread fields in a few words, the most frequent first. */
export function unreadSaid(unread: UnreadFields): string {
  const sorted = [...unread].sort(([, a], [, b]) => b.count - a.count);
  const shown = sorted.slice(0, 5).map(([path, { count, beginning }]) => `${path} (${count}: "${beginning}")`);
  return `Some fields were not read: ${shown.join(", ")}${sorted.length > 5 ? ` and ${sorted.length - 5} more` : ""}`;
}

/** A key as one word. */
const label = (key: string): string => key.replace(/[^\w@-]+/g, "_").slice(0, 60) || "_";

/** A key that is no name of a field but somebody's words. */
const isWordy = (key: string): boolean => /\p{L}\s+\p{L}/u.test(key);

/** All strings that were not read, and keys that are words, with the keys that lead to them: `liveBlogUpdate.author.name`. Not recursive: data can be deep. */
function* leaves(
  root: Json,
  read: ReadonlyMap<JsonObject, ReadonlySet<string>>,
): Generator<readonly [path: string, text: string]> {
  const waiting: { readonly path: string; readonly value: Json }[] = [{ path: "", value: root }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path, value } = next;
    if (typeof value === "string") {
      if (value.trim() !== "") yield [path || "_", value];
    } else if (Array.isArray(value)) {
      for (let index = value.length - 1; index >= 0; index -= 1) waiting.push({ path, value: value[index] as Json });
    } else if (isObject(value)) {
      const known = read.get(value);
      for (const [key, inner] of Object.entries(value).reverse())
        if (inner !== undefined && known?.has(key) !== true) {
          const there = path.length > 200 ? path : path === "" ? label(key) : `${path}.${label(key)}`;
          waiting.push({ path: there, value: inner });
          if (isWordy(key)) waiting.push({ path: path || "_", value: key });
        }
    }
  }
}
