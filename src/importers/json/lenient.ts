/** From JSON with mistakes, as publishers write it, to a value: each mistake with only one meaning is repaired, else its place is given. */
import type { Json } from "./value.ts";

/** The offset of the first wrong character, and what the text should have there. */
export interface JsonFault {
  readonly at: number;
  readonly expected: string;
}

/** The deepest nesting that is read: live pages are less deep, and code that walks through data must not overflow. */
export const deepestJson = 2000;
export const expectedDepth = `at most ${deepestJson} levels`;

/** A value, a fault, or both if text follows a whole value. */
export type JsonReading = { readonly value: Json; readonly fault?: JsonFault } | { readonly fault: JsonFault };

interface Level {
  readonly kind: "array" | "object";
  readonly values: Json[];
  readonly keys: string[];
}

type Read = { readonly value: Json; readonly end: number } | { readonly fault: JsonFault };

/**
 * Repairs comments and HTML marks around a script, missing and extra commas, keys without quotation marks or with single ones, values
 * that a template left out, control characters, wrong escapes, and quotation marks in a text without escape.
 */
export function readLenient(text: string): JsonReading {
  const whole: Json[] = [];
  const levels: Level[] = [];
  let at = 0;
  for (;;) {
    at = skipBlanks(text, at);
    const level = levels.at(-1);
    const sign = text[at];
    if (sign === undefined) {
      if (level !== undefined) return fault(at, level.kind === "array" ? '"]"' : '"}"');
      return whole.length === 0 ? fault(at, "a value") : { value: only(whole) };
    }
    if (sign === "," || (sign === ";" && level === undefined)) {
      at += 1;
      continue;
    }
    if (sign === (level?.kind === "array" ? "]" : "}") && level !== undefined) {
      levels.pop();
      (levels.at(-1)?.values ?? whole).push(finished(level));
      at += 1;
      continue;
    }
    if (level === undefined && whole.length > 0 && sign !== "{" && sign !== "[")
      return { value: only(whole), ...fault(at, "the end") };
    if (level?.kind === "object") {
      const key = readKey(text, at);
      if ("fault" in key) return key;
      level.keys.push(key.value as string);
      at = skipBlanks(text, key.end);
      if (text[at] === "," || text[at] === "}") {
        level.values.push(null);
        continue;
      }
    }
    if (text[at] === "{" || text[at] === "[") {
      if (levels.length >= deepestJson) return fault(at, expectedDepth);
      levels.push({ kind: text[at] === "{" ? "object" : "array", values: [], keys: [] });
      at += 1;
      continue;
    }
    const read = readScalar(text, at, level?.kind ?? "array");
    if ("fault" in read) return read;
    (level?.values ?? whole).push(read.value);
    at = read.end;
  }
}

const only = (values: readonly Json[]): Json => (values.length === 1 ? (values[0] as Json) : values);

const fault = (at: number, expected: string): { readonly fault: JsonFault } => ({ fault: { at, expected } });

function finished({ kind, keys, values }: Level): Json {
  if (kind === "array") return values;
  const entries = keys.map((key, index) => [key, values[index] ?? null] as const);
  return Object.fromEntries(entries);
}

const mark = /(?:\/\/[^\S\n\r]*)?(?:<!--|<!\[CDATA\[|-->|\]\]>)/y;

/** Blanks, control characters, and the byte order mark. */
const isBlank = (code: number): boolean =>
  code <= 0x20 || (code >= 0x7f && (code <= 0xa0 || code === 0xfeff || /\s/.test(String.fromCharCode(code))));

/** The offset after blanks, comments, and the marks that hide a script from HTML. */
function skipBlanks(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (at < text.length && isBlank(text.charCodeAt(at))) at += 1;
    // Most places begin with none of these characters.
    if (!"/<-]".includes(text.charAt(at) || "x")) return at;
    mark.lastIndex = at;
    if (mark.test(text)) at = mark.lastIndex;
    else if (text.startsWith("//", at)) at = lineEnd(text, at);
    else if (text.startsWith("/*", at)) {
      const end = text.indexOf("*/", at + 2);
      if (end === -1) return at;
      at = end + 2;
    } else return at;
  }
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}

/** Reads a key; its end is after the colon. */
function readKey(text: string, at: number): Read {
  const sign = text[at];
  const name = /[\w$@-]{1,200}/y;
  name.lastIndex = at;
  const plain = name.exec(text)?.[0];
  const key =
    sign === '"' || sign === "'"
      ? readString(text, at, "key")
      : plain === undefined
        ? fault(at, "a name in quotation marks")
        : { value: plain, end: at + plain.length };
  if ("fault" in key) return key;
  const colon = skipBlanks(text, key.end);
  return text[colon] === ":" ? { value: key.value, end: colon + 1 } : fault(colon, '":"');
}

const scalar = /(?:-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|undefined|NaN)(?![\w$.-])/y;

function readScalar(text: string, at: number, where: "array" | "object"): Read {
  if (text[at] === '"' || text[at] === "'") return readString(text, at, where);
  scalar.lastIndex = at;
  const word = scalar.exec(text)?.[0];
  if (word === undefined) return fault(at, "a value");
  const value: Json = word === "true" ? true : word === "false" ? false : /^[nuN]/.test(word) ? null : Number(word);
  return { value, end: at + word.length };
}

const escapes: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

/** A quotation mark ends a text if the data can go on after it; else it belongs to the text. */
function readString(text: string, start: number, where: "key" | "array" | "object"): Read {
  const quote = text[start] as string;
  const special = quote === '"' ? /["\\]/g : /['\\]/g;
  const pieces: string[] = [];
  let from = start + 1;
  special.lastIndex = from;
  for (let found = special.exec(text); found !== null; found = special.exec(text)) {
    const at = found.index;
    if (found[0] === quote) {
      if (!endsText(text, at + 1, where)) continue;
      pieces.push(text.slice(from, at));
      return { value: pieces.join("").toWellFormed(), end: at + 1 };
    }
    pieces.push(text.slice(from, at));
    const code = /^u([\da-fA-F]{4})/.exec(text.slice(at + 1, at + 6))?.[1];
    const sign = text[at + 1] ?? "";
    pieces.push(code === undefined ? (escapes[sign] ?? sign) : String.fromCharCode(Number.parseInt(code, 16)));
    from = at + (code === undefined ? 2 : 6);
    special.lastIndex = from;
  }
  return fault(start, "a text that ends");
}

const nextKey = /(?:"(?:[^"\\]|\\.){0,200}"|'[^']{0,200}'|[\w$@-]{1,200})\s{0,99}:/y;

function endsText(text: string, from: number, where: "key" | "array" | "object"): boolean {
  const at = pastSpace(text, from);
  const sign = text[at];
  if (where === "key") return sign === ":";
  if (sign === undefined || sign === "}" || sign === "]" || text.startsWith("//", at) || text.startsWith("/*", at))
    return true;
  const next = sign === "," ? pastSpace(text, at + 1) : at;
  if (sign === "," && (/^[\]},]/.test(text[next] ?? "") || /^\/[/*]/.test(text.slice(next, next + 2)))) return true;
  if (where === "array") return sign === "," && /["'{[\d-]|^[tfn]/.test(text[next] ?? "");
  nextKey.lastIndex = next;
  return next > from && nextKey.test(text);
}

function pastSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at += 1;
  return at;
}
