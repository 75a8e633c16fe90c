/** From values of front matter to lines that YAML 1.1, YAML 1.2 and this program all read in the same way. */

import { wordLists } from "../schema/keys.ts";

const control = /[\p{Cc}\p{Cs}\u00a0\u2028\u2029\ufeff\ufffe\uffff]/u;
const special = /^(?:null|true|false|yes|no|on|off|y|n|=|<<)$/i;
const numeric = /^[\d.][\d_.,:exoabcdef+-]*$/i;
const leading = /^[\p{L}\p{N}£€$“‘«(]/u;
/** A faster test for most texts, without the classes of Unicode. */
const common = /^[a-zA-Z0-9][ -~]*$/;

/** One line of text as a YAML scalar: plain where it cannot be misread, else quoted. */
export function printText(text: string): string {
  if (isPlain(text)) return text;
  const single = (text.includes('"') || text.includes("\\")) && !text.includes("'") && !control.test(text);
  return single ? `'${text}'` : escapeControls(JSON.stringify(text));
}

function isPlain(text: string): boolean {
  if (!common.test(text) && (!leading.test(text) || control.test(text))) return false;
  if (text !== text.trim()) return false;
  if (text.includes(": ") || text.endsWith(":") || text.includes(" #")) return false;
  return !special.test(text) && !numeric.test(text) && !/^\d{4}-\d\d?-\d\d?/.test(text);
}

const escapeControls = (quoted: string): string =>
  quoted.replace(/[\p{Cc}\u00a0\u2028\u2029\ufeff\ufffe\uffff]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });

/** What a key of front matter can hold. */
export type Value = string | number | boolean | readonly string[] | readonly { name: string; role?: string }[];

/** Keys whose values are words of this program and never need quotes: an id, a time, a digest. */
const bare: ReadonlySet<string> = new Set(["id", "published", "updated", "captured", "imported", "slug"]);

/** The value of a key as it follows `key: `; a list begins with an empty first line and continues on the lines below. */
export function printValue(key: string, value: Value): readonly string[] {
  if (typeof value === "number" || typeof value === "boolean") return [String(value)];
  if (typeof value === "string") return [bare.has(key) ? value : printText(value)];
  if (wordLists.has(key)) return [`[${value.join(", ")}]`];
  const lines = [""];
  for (const member of value) {
    if (typeof member === "string") lines.push(`  - ${printText(member)}`);
    else {
      lines.push(`  - name: ${printText(member.name)}`);
      if (member.role !== undefined) lines.push(`    role: ${printText(member.role)}`);
    }
  }
  return lines;
}

/** A key with its value, one line or more, without a line end. */
export function printKey(key: string, value: Value): readonly string[] {
  const [first = "", ...rest] = printValue(key, value);
  return [first === "" ? `${key}:` : `${key}: ${first}`, ...rest];
}

/** A whole file: front matter and body. */
export function printFile(values: ReadonlyMap<string, Value>, body: string): string {
  const lines = [...values].flatMap(([key, value]) => printKey(key, value));
  return `---\n${lines.map((line) => `${line}\n`).join("")}---\n${body}`;
}
