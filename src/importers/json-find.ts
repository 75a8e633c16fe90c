/** Finds JSON in a capture: a file that is JSON, or the scripts of a page that hold schema.org data. Every pass is linear. */

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** One value or many, as schema.org allows everywhere. */
export const listOf = (value: Json | undefined): readonly Json[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value as Json];

/** What could not be read is left out of `values` and counted in `broken`. */
export function findJson(text: string): { readonly values: readonly Json[]; readonly broken: number } {
  const sources = /^\s*[[{]/.test(text) ? [text] : scriptsOf(text);
  const values = sources.map(parseJson);
  return {
    values: values.filter((value) => value !== undefined),
    broken: values.filter((value) => value === undefined).length,
  };
}

/** The texts of all `<script type="application/ld+json">`. */
function scriptsOf(html: string): readonly string[] {
  const sources: string[] = [];
  const opening = /<script\b([^>]*)>/gi;
  const closing = /<\/script/gi;
  for (let open = opening.exec(html); open !== null; open = opening.exec(html)) {
    closing.lastIndex = opening.lastIndex;
    const close = closing.exec(html);
    if (/\btype\s*=\s*["']?application\/ld\+json/i.test(open[1] ?? ""))
      sources.push(html.slice(opening.lastIndex, close?.index ?? html.length));
    if (close === null) break;
    opening.lastIndex = closing.lastIndex;
  }
  return sources;
}

/** The value of a JSON text, repaired where publishers get it wrong; undefined where that is impossible. */
function parseJson(source: string): Json | undefined {
  let text = source;
  for (const mend of [asItIs, bare, repaired]) {
    text = mend(text);
    try {
      return isPlain(text) ? JSON.parse(text) : JSON.parse(text, plainValue);
    } catch {
      // Then as it was meant.
    }
  }
  return undefined;
}

const asItIs = (text: string): string => text;

/** Without the marks of a comment around it, and what ends a statement. */
const bare = (text: string): string =>
  text
    .replace(/^[\s\ufeff]*(?:(?:\/[/*]\s*)?(?:<!--|<!\[CDATA\[)\s*(?:\*\/)?[\s\ufeff]*){0,2}/, "")
    .replace(/(?:\s*(?:\/[/*])?\s*(?:-->|\]\]>)(?:\s*\*\/)?){0,2}\s*;?\s*$/, "");

/** False where a string may hold half a character, written out or escaped, or a value may be said in a roundabout way. */
const isPlain = (text: string): boolean =>
  text.isWellFormed() && !/\\u[dD][89a-fA-F]/.test(text) && !text.includes('"@value"');

/** Whole characters; `{"@value": "words", "@language": "en"}` is its words. */
function plainValue(_: string, value: Json): Json {
  if (typeof value === "string") return value.toWellFormed();
  return isObject(value) && typeof value["@value"] === "string" ? value["@value"] : value;
}

const escapes: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Control characters in strings escaped, other ones, escapes that are none and commas before a bracket taken out. */
function repaired(text: string): string {
  let out = "";
  let reached = 0;
  for (const { 0: string, index } of text.matchAll(/"(?:[^"\\]|\\[\s\S])*"/g)) {
    out +=
      outside(text.slice(reached, index)) +
      string
        .replace(/\\(["\\/bfnrt]|u[\da-f]{4})|\\/gi, (all, known) => (known === undefined ? "" : all))
        .replace(/\p{Cc}/gu, (one) => escapes[one] ?? `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
    reached = index + string.length;
  }
  return out + outside(text.slice(reached));
}

const outside = (text: string): string => text.replace(/[^\P{Cc}\s]/gu, "").replace(/,(?=\s*[\]}])/g, "");

/** What the scripts of a saved page hold as data: JSON in a script of its own, or given to a name, perhaps as a text. */
export function findPageData(html: string): readonly Json[] {
  const found: Json[] = [];
  const opening = /<script\b([^>]*)>/gi;
  const closing = /<\/script/gi;
  for (let open = opening.exec(html); open !== null; open = opening.exec(html)) {
    closing.lastIndex = opening.lastIndex;
    const close = closing.exec(html);
    const source = html.slice(opening.lastIndex, close?.index ?? html.length);
    const value = /application\/json/i.test(open[1] ?? "") ? parseJson(source) : assigned(source);
    if (value !== undefined) found.push(value);
    if (close === null) break;
    opening.lastIndex = closing.lastIndex;
  }
  return found;
}

/** The value of `window.NAME = {...}`, `window.NAME = "{...}"` and `Morph.setPayload("...", {...})`. */
function assigned(source: string): Json | undefined {
  const start =
    /^\s*(?:(?:var|let|const|window\.)?\s*[\w.$[\]"']{1,80}\s*=|[\w.]{1,60}\(\s*(?:"[^"]*"|'[^']*')\s*,)\s*(?=["{[])/.exec(
      source,
    );
  if (start === null) return undefined;
  const rest = source.slice(start[0].length).trimEnd();
  const end = Math.max(rest.lastIndexOf("}"), rest.lastIndexOf("]"), rest.startsWith('"') ? rest.lastIndexOf('"') : -1);
  const value = parseJson(rest.slice(0, end + 1));
  return typeof value === "string" ? parseJson(value) : value;
}

/** Deeper than this, nobody puts a live page. */
const deepest = 40;

/** All objects of a schema.org type, wherever they lie. */
export const objectsOf = (type: string, values: readonly Json[]): readonly JsonObject[] =>
  objectsWith((object) => isOfType(object, type), values);

/** All objects that pass a test, the outer ones first. */
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
  listOf(value["@type"]).some((name) => typeof name === "string" && name.replace(/^.*[/:#]/, "") === type);
