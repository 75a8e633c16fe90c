/** From the JSON of Automattic's Liveblog for WordPress (its REST interface) to a page: later entries replace and delete earlier ones. */
import { instantInZone } from "../../model/instant.ts";
import type { Byline, FoundPost } from "../../model/live-page.ts";
import { makeWordLedger, type WordLedger } from "../account/word-ledger.ts";
import type { Importer, Reading, ReadOptions } from "../contract.ts";
import { plainWords } from "../html/inline.ts";
import { type JsonFields, makeJsonFields } from "../json/fields.ts";
import { findJson, isObject, type Json, type JsonObject, objectsWith, oneOrMany } from "../json/find.ts";
import { noPosts, readingOf } from "../json/json.ts";
import { isMachineValue } from "../json/machine-value.ts";
import { pageOf } from "../paging.ts";
import { makeNamedPictures, type NamedPictures } from "../pictures.ts";
import { richHtml } from "../saved-page/rich.ts";
import { makeOriginSite } from "../saved-page/site.ts";

export const wordpressLiveblog: Importer = {
  name: "wordpress-liveblog",
  title: "Entries of Liveblog for WordPress",
  evidence: "whole",
  recognises: (text) =>
    /^[\s\ufeff]*[[{]/.test(text.slice(0, 1000)) &&
    /"type"\s*:\s*"(?:new|update|delete)"/.test(text) &&
    /"(?:entry_time|timestamp)"/.test(text) &&
    /"(?:render|html|content)"/.test(text)
      ? 0.9
      : 0,
  read,
};

const isEntry = (value: Json): value is JsonObject =>
  isObject(value) &&
  (typeof value.id === "string" || typeof value.id === "number") &&
  ["new", "update", "delete"].includes(String(value.type));

/** The entries in a list, or in an object by their ids, as an older version of the interface gives them. */
const listIn = (value: Json | undefined): readonly Json[] =>
  isObject(value) ? Object.values(value).filter((one) => one !== undefined) : oneOrMany(value);

const entriesIn = ({ entries, key_events: key }: JsonObject): readonly JsonObject[] =>
  [...listIn(entries), ...listIn(key)].filter(isEntry);

function read(text: string, options: ReadOptions): Reading {
  const { values, broken } = findJson(text);
  const bare = values.flatMap((value) => (Array.isArray(value) ? value.filter(isEntry) : []));
  const holders = objectsWith((object) => entriesIn(object).length > 0, values);
  const { current, replaced, deleted } = fold([...bare, ...holders.flatMap(entriesIn)]);
  if (current.length === 0) return noPosts(options.file, '"entries" with posts that are not deleted', broken);
  const words = makeWordLedger();
  const own = current.flatMap(({ share_link: shared, permalink }) => [shared, permalink]);
  const site = makeOriginSite(options.address, ...own);
  const context = { words, fields: makeJsonFields(words, site), pictures: makeNamedPictures(site) };
  const posts = current.map((entry, post) => entryPost(entry, { ...context, post }, options.zone));
  loseOlder([...replaced, ...deleted], words);
  const gone = new Set(deleted.map(({ id }) => id)).size;
  const kept = "They stay in the capture, in captures/";
  return readingOf({
    file: options.file,
    page: { editors: [], panel: [] },
    posts,
    ...context,
    data: current,
    broken,
    isMachine: (path) => path.split(".").some((key) => machine.has(key)),
    warnings: [
      ...pagesWarnings(holders, current.length + gone),
      ...(replaced.length === 0 ? [] : [[`Older wordings of posts in the capture: ${replaced.length}`, kept] as const]),
      ...(gone === 0 ? [] : [[`Posts that the newsroom deleted and that were left out: ${gone}`, kept] as const]),
    ],
  });
}

/** Warnings where pages are missing: "page 1 of 3", for each page in the capture. */
function pagesWarnings(holders: readonly JsonObject[], posts: number): readonly (readonly [string, string])[] {
  const hint = "Import the entries of the other pages too: they become one live page";
  const pages = Math.max(0, ...holders.map(({ pages: all }) => Number(all) || 0));
  const held = new Set(holders.flatMap(({ page, index }) => Number(page ?? index) || []));
  if (pages > 1 && held.size < pages)
    return held.size === 0
      ? [[pageOf(undefined, pages), hint]]
      : [...held].slice(0, 100).map((page) => [pageOf(page, pages), hint] as const);
  const total = Math.max(0, ...holders.map(({ total: all }) => Number(all) || 0));
  return pages < 2 && total > posts ? [[`The capture holds ${posts} of ${total} entries`, hint]] : [];
}

interface EntryContext {
  readonly post: number;
  readonly words: WordLedger;
  readonly fields: JsonFields;
  readonly pictures: NamedPictures;
}

function entryPost(entry: JsonObject, context: EntryContext, zone: string): FoundPost {
  const { post, words, fields, pictures } = context;
  const published = timeOf(entry, zone);
  const headline = fields.line(entry, "headline", { post, field: "headline" });
  const bylines = bylinesOf(entry, context);
  const found = textOf(entry);
  const html = found === undefined ? undefined : fields.raw(entry, found.key);
  const { mark, text } = withoutKeyMark(html ?? "");
  if (mark !== "") fields.machine("key_event", mark);
  const blocks = html === undefined ? [] : richHtml(text, post, words, pictures);
  const known = [mark, html, headline, ...bylines.map(({ name }) => name)].join(" ");
  for (const key of ["render", "html", "content", "key_event_content", "excerpt"]) {
    fields.repeated(entry, key, plainWords(known));
    if (!fields.isRead(entry, key) && isWholeEntry(entry[key], text, bylines)) fields.lose(entry, key, "machine data");
  }
  const isKey =
    mark !== "" ||
    [true, 1, "1", "true"].includes(entry.key_event as string) ||
    keyClass.test(String(entry.css_classes));
  return {
    inferred: [],
    breaking: false,
    ...((isKey || keyClass.test(classesIn(html ?? ""))) && { keyEvent: true }),
    ...(published !== undefined && { published }),
    ...(headline !== undefined && { headline }),
    context: [],
    bylines,
    truncated: false,
    source: String(entry.id),
    blocks,
  };
}

const keyClass = /(?:^|\s)(?:type-key|(?:liveblog-)?key-event|liveblog-event)(?:$|\s)/;

const classesIn = (html: string): string =>
  [...html.matchAll(/\bclass=["']([^"'<>]{1,300})["']/g)].map(([, names]) => names).join(" ");

/** Takes the command "/key", which makes an entry a key event, out of the HTML, as a page prints it or as an author typed it. */
function withoutKeyMark(html: string): { readonly mark: string; readonly text: string } {
  const printed = /<span\b[^<>]{0,200}\btype-key\b[^<>]{0,200}>\s{0,20}(\/?key)\s{0,20}<\/span>/i.exec(html);
  const typed = printed ?? /^\s{0,20}(?:<[a-z]+[^<>]{0,200}>\s{0,20}){0,3}(\/key\b|\[key\])/i.exec(html);
  const mark = typed?.[1];
  if (typed === null || mark === undefined) return { mark: "", text: html };
  const start = printed === null ? typed.index + typed[0].length - mark.length : typed.index;
  const end = typed.index + typed[0].length;
  return { mark, text: html.slice(0, start) + html.slice(end) };
}

/** True for a whole entry as its page shows it: its words, authors and time, and nothing else but the word "Share". */
function isWholeEntry(value: Json | undefined, text: string, bylines: readonly Byline[]): boolean {
  if (typeof value !== "string") return false;
  const letters = (html: string): string =>
    plainWords(html)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  let rest = letters(value);
  for (const known of [letters(text), ...bylines.map(({ name }) => letters(name))])
    if (known !== "") rest = rest.replace(known, "");
  return rest
    .split(/\s+/)
    .every(
      (word) =>
        word === "" ||
        word === "share" ||
        (isMachineValue(word) && /\d/.test(word)) ||
        /^(?:am|pm|ago|at|on|by|min(?:ute)?s?|hours?|days?|seconds?)$/.test(word),
    );
}

const isNamed = ({ name, display_name: shown }: JsonObject): boolean => typeof (name ?? shown) === "string";

/** The authors of an entry: names in objects or strings, in a list or in a field. */
function bylinesOf(entry: JsonObject, { post, fields }: EntryContext): readonly Byline[] {
  const place = { post, field: "byline" } as const;
  const people = [entry.authors, entry.contributors]
    .flatMap((value) => (isObject(value) && isNamed(value) ? [value] : listIn(value)))
    .filter(isObject);
  const key = ["author_name", "author", "authors"].find((one) => typeof entry[one] === "string");
  const names = people.flatMap((one) => {
    const named = ["name", "display_name"].find((other) => typeof one[other] === "string");
    return named === undefined ? [] : (fields.line(one, named, place) ?? []);
  });
  const own = names.length > 0 || key === undefined ? undefined : fields.line(entry, key, place);
  return [...names, ...(own === undefined ? [] : [own])].map((name) => ({ name }));
}

interface Folded {
  readonly current: readonly JsonObject[];
  readonly replaced: readonly JsonObject[];
  readonly deleted: readonly JsonObject[];
}

/** The newest entry of each id, with the time of its first entry, the newest first. Ids whose newest entry is a deletion are left out. */
function fold(entries: readonly JsonObject[]): Folded {
  const byId = new Map<string, JsonObject[]>();
  for (const entry of entries) {
    const id = String(entry.id);
    const known = byId.get(id);
    if (known === undefined) byId.set(id, [entry]);
    else known.push(entry);
  }
  const current: JsonObject[] = [];
  const replaced: JsonObject[] = [];
  const deleted: JsonObject[] = [];
  for (const all of byId.values()) {
    const [newest, ...older] = [...all].sort((a, b) => changedAt(b) - changedAt(a) || rank(b) - rank(a));
    if (newest === undefined) continue;
    const first = all.find(({ type }) => type === "new");
    if (newest.type === "delete") for (const one of all) deleted.push(one);
    else {
      current.push(
        first === undefined
          ? newest
          : { ...newest, entry_time: first.entry_time ?? first.timestamp ?? newest.entry_time },
      );
      for (const one of older) replaced.push(one);
    }
  }
  return { current: current.sort((a, b) => shownAt(b) - shownAt(a)), replaced, deleted };
}

const shownAt = ({ entry_time: first, timestamp }: JsonObject): number => Number(first ?? timestamp ?? 0) || 0;

const changedAt = ({ timestamp }: JsonObject): number => Number(timestamp ?? 0) || 0;
const rank = ({ type }: JsonObject): number => ["new", "update", "delete"].indexOf(String(type));

function textOf(entry: JsonObject): { readonly key: string; readonly text: string } | undefined {
  for (const key of ["render", "html", "content"]) {
    const text = entry[key];
    if (typeof text === "string" && text.trim() !== "") return { key, text };
  }
  return undefined;
}

/** Seconds since 1970. */
function timeOf(entry: JsonObject, zone: string): FoundPost["published"] {
  for (const value of [entry.entry_time, entry.timestamp]) {
    const seconds = Number(value);
    if (Number.isInteger(seconds) && seconds > 0 && seconds < 8e12) return instantInZone(seconds * 1000, zone);
  }
  return undefined;
}

function loseOlder(entries: readonly JsonObject[], words: WordLedger): void {
  for (const entry of entries) {
    const { text } = textOf(entry) ?? {};
    if (text !== undefined) words.lose(text, "older wording");
  }
}

const machine = new Set(
  "avatar content css_classes date entry_date entry_time gravatar html id key key_event key_event_content permalink render share_link status timestamp type url".split(
    " ",
  ),
);
