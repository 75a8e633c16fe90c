/** A JSON text to its value: strictly where it is JSON, mended where it is nearly so. */
import { deepestJson, type JsonFault, type JsonReading, readLenient, tooDeep } from "./lenient.ts";
import { isObject, type Json } from "./value.ts";

export function readJson(text: string): JsonReading {
  const deep = depthFault(text);
  if (deep !== undefined) return { fault: deep };
  try {
    return { value: isPlain(text) ? JSON.parse(text) : JSON.parse(text, plainValue) };
  } catch {
    const read = readLenient(escaped.test(text) ? unescaped(text) : text);
    if (!("value" in read) || !text.includes('"@value"')) return read;
    return { ...read, value: JSON.parse(JSON.stringify(read.value), plainValue) };
  }
}

/** Data that went through a door for HTML once too often: `{&quot;@type&quot;: ...`. */
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

/** Where brackets nest too deep, without regard to what else is wrong in the text. */
function depthFault(text: string): JsonFault | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) at = endOfString(text, at);
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > deepestJson) return { at, expected: tooDeep };
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return undefined;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  for (let code = text.charCodeAt(at); at < text.length && code !== 0x22; code = text.charCodeAt(at))
    at += code === 0x5c ? 2 : 1;
  return at;
}

/** False where a string may hold half a character, written out or escaped, or a value may be said in a roundabout way. */
const isPlain = (text: string): boolean =>
  text.isWellFormed() && !/\\u[dD][89a-fA-F]/.test(text) && !text.includes('"@value"');

/** Whole characters; `{"@value": "words", "@language": "en"}` is its words. */
function plainValue(_: string, value: Json): Json {
  if (typeof value === "string") return value.toWellFormed();
  return isObject(value) && typeof value["@value"] === "string" ? value["@value"] : value;
}
