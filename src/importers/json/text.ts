/** From a JSON text to its value: strictly if it is JSON, with repairs if it is nearly JSON. */
import { deepestJson, expectedDepth, type JsonFault, type JsonReading, readLenient } from "./lenient.ts";
import { endOfString, withEarlier } from "./twice.ts";
import { isObject, type Json } from "./value.ts";

export function readJson(text: string): JsonReading {
  const deep = depthFault(text);
  if (deep !== undefined) return { fault: deep };
  try {
    const whole = withEarlier(text);
    return { value: isPlain(text) && whole === text ? JSON.parse(text) : JSON.parse(whole, plainValue) };
  } catch {
    const read = readLenient(escaped.test(text) ? unescaped(text) : text);
    if (!("value" in read) || isPlain(text)) return read;
    return { ...read, value: JSON.parse(JSON.stringify(read.value), plainValue) };
  }
}

/** Data that was escaped for HTML once too often: `{&quot;@type&quot;: ...`. */
const escaped = /^\s*[[{]\s*&(?:quot|#34|#x22);/i;

const signs: Readonly<Record<string, string>> = {
  quot: '"',
  "#34": '"',
  "#x22": '"',
  apos: "'",
  "#39": "'",
  lt: "<",
  gt: ">",
  amp: "&",
};

const unescaped = (text: string): string =>
  text.replace(/&(quot|#34|#x22|apos|#39|lt|gt|amp);/gi, (whole, name: string) => signs[name.toLowerCase()] ?? whole);

/** The place where brackets nest too deep, independent of other faults of the text. */
function depthFault(text: string): JsonFault | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) at = endOfString(text, at);
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > deepestJson) return { at, expected: expectedDepth };
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return undefined;
}

/**
 * False if a string may hold half of a surrogate pair, written out or escaped, if a value may have the form `{"@value": ...}`, or if
 * a number may replace words.
 */
const isPlain = (text: string): boolean =>
  text.isWellFormed() && !/\\u[dD][89a-fA-F]/.test(text) && !text.includes('"@value"') && !numberForWords.test(text);

const wordKeys = "headline|alternativeHeadline|articleBody|name|text|description|caption|abstract";
/** Keys of newsrooms' systems and of our own data. */
const otherWordKeys =
  "title|html|content|body|bodyHtml|standfirst|summary|altText|alt|credit|copyrightHolder|contents|newstitle|render|display_name|byline|role|username|creator_name|editorname|nickname|editors|context|corrections|panel|quote|author_name|question|commenter|trailText|webTitle|attribution|subtitle";
const keys = new Set(`${wordKeys}|${otherWordKeys}`.split("|"));
/** Under these keys a list may hold a number among its words. */
const numberForWords = new RegExp(
  `"(?:${wordKeys})"\\s{0,99}:\\s{0,99}[-\\d[]|"(?:${otherWordKeys})"\\s{0,99}:\\s{0,99}[-\\d]`,
);

/** True for a key whose value is a person's words. */
export const isWordKey = (key: string): boolean => keys.has(key);

/**
 * Repairs surrogates without their other half; takes the words out of `{"@value": "words", "@language": "en"}`; makes a number in
 * place of words a string.
 */
function plainValue(key: string, value: Json, context?: { readonly source?: string }): Json {
  if (typeof value === "string") return value.toWellFormed();
  if (typeof value === "number") return isWordKey(key) ? (context?.source ?? String(value)) : value;
  if (Array.isArray(value)) return isWordKey(key) ? value.map(numberAsText) : value;
  if (!isObject(value)) return value;
  const words = value["@value"];
  if (typeof words === "string" || typeof words === "number") return String(words);
  return value;
}

const numberAsText = (value: Json): Json => (typeof value === "number" ? String(value) : value);
