/** From a capture to JSON values: of a file of JSON, or of the scripts of a page with schema.org data. Every pass is linear. */

import { withoutReplayIn } from "../rendered/replay-data.ts";
import { readJson } from "./text.ts";
import { isObject, type Json, type JsonObject, oneOrMany } from "./value.ts";

export { isObject, type Json, type JsonObject, oneOrMany };

/** A script, or the file itself, that is not JSON and could not be repaired. */
export interface BrokenJson {
  /** The number of the script among the page's scripts of structured data, from 1; undefined for a file of JSON. */
  readonly script?: number;
  /** The number of the first wrong character, from 1. */
  readonly character: number;
  readonly expected: string;
  /** The text at that character. */
  readonly got: string;
  /** The text that could not be read. */
  readonly source: string;
}

/** The JSON values in a text. `broken` lists the parts that could not be read. */
export function findJson(text: string): { readonly values: readonly Json[]; readonly broken: readonly BrokenJson[] } {
  const isFile = /^[\s\ufeff]*[[{]/.test(text);
  const sources = isFile ? [text] : scriptsIn(text).flatMap(({ type, source }) => (isLd.test(type) ? [source] : []));
  const values: Json[] = [];
  const broken: BrokenJson[] = [];
  for (const [index, source] of sources.entries()) {
    const read = readJson(source);
    if ("value" in read) values.push(read.value);
    if (read.fault === undefined || source.trim() === "") continue;
    const { at, expected } = read.fault;
    broken.push({
      ...(!isFile && { script: index + 1 }),
      character: at + 1,
      expected,
      got: source.slice(at, at + 20).split(/[\n\r]/, 1)[0] ?? "",
      source: "value" in read ? source.slice(at) : source,
    });
  }
  return { values: withoutReplayIn(values, text), broken };
}

const isLd = /\btype\s*=\s*["']?application\/ld\+json/i;

/** All scripts of a page with the attributes of their tags. Linear: the search stops at a tag without an end. */
function scriptsIn(html: string): readonly { readonly type: string; readonly source: string }[] {
  const found: { type: string; source: string }[] = [];
  const opening = /<script(?=[\s/>])/gi;
  const closing = /<\/script/gi;
  for (let open = opening.exec(html); open !== null; open = opening.exec(html)) {
    const start = html.indexOf(">", opening.lastIndex);
    if (start === -1) break;
    closing.lastIndex = start + 1;
    const close = closing.exec(html);
    found.push({
      type: html.slice(opening.lastIndex, start),
      source: html.slice(start + 1, close?.index ?? html.length),
    });
    if (close === null) break;
    opening.lastIndex = closing.lastIndex;
  }
  return found;
}

/** The data in the scripts of a saved page: JSON in a script of its own, or assigned to a name, also as a string. */
export const findPageData = (html: string): readonly Json[] =>
  withoutReplayIn(
    scriptsIn(html).flatMap(({ type, source }) => {
      const value = /application\/json/i.test(type) ? valueIn(source) : assigned(source.trim());
      return value === undefined ? [] : [value];
    }),
    html,
  );

function valueIn(source: string): Json | undefined {
  const read = readJson(source);
  return "value" in read ? read.value : undefined;
}

/** The value of `window.NAME = {...}`, `window.NAME = "{...}"` and `Morph.setPayload("...", {...})`. */
function assigned(source: string): Json | undefined {
  const start =
    /^(?:(?:(?:var|let|const)\s+|window\.)?[\w.$[\]"']{1,80}\s*=|[\w.]{1,60}\(\s*(?:"[^"]*"|'[^']*')\s*,)\s*(?=["{[])/.exec(
      source,
    );
  if (start === null) return undefined;
  const rest = source.slice(start[0].length);
  const end = Math.max(rest.lastIndexOf("}"), rest.lastIndexOf("]"), rest.startsWith('"') ? rest.lastIndexOf('"') : -1);
  const value = valueIn(rest.slice(0, end + 1));
  return typeof value === "string" ? valueIn(value) : value;
}

/** The search stops at this depth: live pages are less deep in their data. */
const deepest = 40;

/** All objects of a schema.org type, at any depth. */
export const objectsOf = (type: string, values: readonly Json[]): readonly JsonObject[] =>
  objectsWith((object) => isOfType(object, type), values);

/** All objects that pass a test, outer objects first. */
export function objectsWith(test: (object: JsonObject) => boolean, values: readonly Json[]): readonly JsonObject[] {
  const found: JsonObject[] = [];
  let level: Json[] = [...values];
  for (let depth = 0; depth < deepest && level.length > 0; depth += 1) {
    const next: Json[] = [];
    for (const value of level) {
      if (isObject(value)) {
        if (test(value)) found.push(value);
        for (const inner of Object.values(value)) if (typeof inner === "object" && inner !== null) next.push(inner);
      } else if (Array.isArray(value)) for (const inner of value) next.push(inner as Json);
    }
    level = next;
  }
  return found;
}

export const isOfType = (value: JsonObject, type: string): boolean =>
  oneOrMany(value["@type"]).some((name) => typeof name === "string" && name.replace(/^.*[/:#]/, "") === type);
