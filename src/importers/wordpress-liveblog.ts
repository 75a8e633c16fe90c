/** Entries of Automattic's Liveblog for WordPress, as its REST interface gives them: later entries replace and delete earlier ones. */
import { instantInZone } from "../model/instant.ts";
import type { FoundPost } from "../model/live-page.ts";
import type { Importer, Reading, ReadOptions } from "./contract.ts";
import { richHtml } from "./html-rich.ts";
import { makeFields } from "./json-fields.ts";
import { findJson, isObject, type Json, type JsonObject, listOf, objectsWith } from "./json-find.ts";
import { noPosts, readingOf } from "./json-reading.ts";
import { makePictures } from "./pictures.ts";
import { makeWords, type Words } from "./words.ts";

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

const entriesIn = (object: JsonObject): readonly JsonObject[] => listOf(object.entries).filter(isEntry);

function read(text: string, options: ReadOptions): Reading {
  const { values } = findJson(text);
  const bare = values.flatMap((value) => (Array.isArray(value) ? value.filter(isEntry) : []));
  const entries = [...bare, ...objectsWith((object) => entriesIn(object).length > 0, values).flatMap(entriesIn)];
  const { current, replaced, deleted } = fold(entries);
  if (current.length === 0) return noPosts(options.file, '"entries" with posts that are not deleted');
  const words = makeWords();
  const fields = makeFields(words);
  const pictures = makePictures();
  const posts = current.map((entry, post): FoundPost => {
    const html = textOf(entry);
    const key = html === undefined ? undefined : html.key;
    if (key !== undefined) fields.raw(entry, key);
    const names = listOf(entry.authors).filter(isObject);
    const published = timeOf(entry, options.zone);
    const headline = fields.line(entry, "headline", { post, field: "headline" });
    return {
      inferred: [],
      breaking: false,
      ...(published !== undefined && { published }),
      ...(headline !== undefined && { headline }),
      context: [],
      bylines: names.flatMap((one) => {
        const name = fields.line(one, "name", { post, field: "byline" });
        return name === undefined ? [] : [{ name }];
      }),
      truncated: false,
      source: String(entry.id),
      blocks: html === undefined ? [] : richHtml(html.text, post, words, pictures),
    };
  });
  loseOlder([...replaced, ...deleted], words);
  return readingOf({
    file: options.file,
    page: { editors: [], panel: [] },
    posts,
    words,
    fields,
    pictures,
    data: current,
    isMachine: (path) => path.split(".").some((key) => machine.has(key)),
    warnings: [
      ...(replaced.length === 0
        ? []
        : ([
            [`Older wordings of posts in the capture: ${replaced.length}`, "They stay in the capture, in captures/"],
          ] as const)),
      ...(deleted.length === 0
        ? []
        : ([
            [
              `Posts that the newsroom deleted and that were left out: ${new Set(deleted.map(({ id }) => id)).size}`,
              "They stay in the capture, in captures/",
            ],
          ] as const)),
    ],
  });
}

interface Folded {
  readonly current: readonly JsonObject[];
  readonly replaced: readonly JsonObject[];
  readonly deleted: readonly JsonObject[];
}

/** The newest entry of each id at the time of its first, the newest first; ids whose newest entry deletes them are left out. */
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

function loseOlder(entries: readonly JsonObject[], words: Words): void {
  for (const entry of entries) {
    const { text } = textOf(entry) ?? {};
    if (text !== undefined) words.lose(text, "older wording");
  }
}

const machine = new Set(
  "avatar content css_classes entry_time html id key key_event render share_link status timestamp type".split(" "),
);
