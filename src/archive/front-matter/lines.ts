/**
 * From lines of front matter to values, without YAML: it reads the shape that this program prints and that people mostly keep. For any
 * other shape it gives undefined, and YAML reads it. A test holds that both agree where both read.
 */
import { withoutEnd } from "../../base/without-end.ts";
import { bylineKeys, textKeys, textLists } from "../schema/keys.ts";
import type { Node, Pair } from "./node.ts";

/** The value starts with a character that is no blank: otherwise the pattern would try each way to share the blanks. */
const keyLine = /^([A-Za-z_][\w-]*):(?:([ \t]+)(|[^ \t\r\n].*))?$/;
const memberLine = /^([ \t]*)-([ \t]+)(|[^ \t\r\n].*)$/;
const innerLine = /^([ \t]+)([A-Za-z_][\w-]*):(?:([ \t]+)(|[^ \t\r\n].*))?$/;
const innerKey = keyLine;
const skipped = /^[ \t]*(?:#.*)?$/;
const quotedWhole = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*(?:[ \t]#.*)?$/;
const word = /^(?:[A-Za-z][\w:+./@%?=&;~#-]*[\w/=~-]|[A-Za-z]|\d{4}-\d\d-\d\dT[\d:.+Z-]+)$/;

/** The rest of a line as free text, up to a comment, which stands behind two blanks or a tab; undefined where YAML must read it. */
export function readLineText(rest: string, gap: string, at: number): Node | undefined {
  const quoted = quotedWhole.exec(rest);
  if (quoted?.[1] !== undefined) {
    const value = unquote(quoted[1]);
    return value === undefined ? undefined : { value, start: at, end: at + quoted[1].length };
  }
  const comment = gap.length > 1 && rest.startsWith("#") ? 0 : commentStart(rest);
  const value = withoutEnd(comment === -1 ? rest : rest.slice(0, comment), /[ \t]/);
  return { value: value === "" ? null : value, start: at, end: at + value.length };
}

/** The offset of the two blanks or the tab before a comment; -1 without a comment. */
function commentStart(rest: string): number {
  for (let sign = rest.indexOf("#"); sign !== -1; sign = rest.indexOf("#", sign + 1)) {
    const start = withoutEnd(rest.slice(0, sign), /[ \t]/).length;
    if (sign - start > 1 || rest.charAt(start) === "\t") return start;
  }
  return -1;
}

function unquote(quoted: string): string | undefined {
  if (quoted.startsWith("'")) return quoted.slice(1, -1).replaceAll("''", "'");
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return undefined;
  }
}

/** A value that YAML certainly reads in the same way: a word, a number, true, false, a list of words in brackets. */
function readWord(rest: string, at: number): Node | undefined {
  if (/^["']/.test(rest)) return quotedWhole.test(rest) ? readLineText(rest, " ", at) : undefined;
  const source = withoutEnd(rest.replace(/[ \t]#.*/s, ""), /[ \t]/);
  const span = { start: at, end: at + source.length };
  if (source === "true" || source === "false") return { value: source === "true", ...span };
  if (/^(?:0|-?[1-9]\d{0,14})$/.test(source)) return { value: Number(source), ...span };
  if (word.test(source) && !/^(?:null|true|false)$/i.test(source)) return { value: source, ...span };
  const list = /^\[([a-z]+(?:, ?[a-z]+)*)?\]$/.exec(source);
  if (list === null || /\b(?:null|true|false)\b/.test(source)) return undefined;
  const members: Node[] = [];
  for (const match of source.matchAll(/[a-z]+/g)) {
    members.push({ value: match[0], start: at + match.index, end: at + match.index + match[0].length });
  }
  return { value: members, ...span };
}

interface Line {
  readonly text: string;
  readonly at: number;
}

function linesOf(text: string, start: number, end: number): Line[] | undefined {
  const lines: Line[] = [];
  for (let at = start; at < end; ) {
    const stop = text.indexOf("\n", at);
    const next = stop === -1 || stop >= end ? end : stop + 1;
    const line = text.slice(at, next).replace(/\r?\n$/, "");
    if (line.includes("\r")) return undefined;
    if (!skipped.test(line)) lines.push({ text: line, at });
    at = next;
  }
  return lines;
}

/** The pairs between two offsets of a file's text; undefined where a line has another shape. */
export function readLines(text: string, start: number, end: number): ReadonlyMap<string, Pair> | undefined {
  const lines = linesOf(text, start, end);
  if (lines === undefined) return undefined;
  const pairs = new Map<string, Pair>();
  for (let index = 0; index < lines.length; ) {
    const line = lines[index];
    const match = line === undefined ? null : keyLine.exec(line.text);
    const key = match?.[1];
    if (line === undefined || match === null || key === undefined || pairs.has(key)) return undefined;
    index += 1;
    const own = index;
    while (index < lines.length && /^[ \t-]/.test(lines[index]?.text ?? "")) index += 1;
    const value = readValue(key, match[2] ?? "", match[3] ?? "", line, lines.slice(own, index));
    if (value === undefined) return undefined;
    pairs.set(key, { start: line.at, value });
  }
  return pairs;
}

function readValue(key: string, gap: string, rest: string, line: Line, own: readonly Line[]): Node | undefined {
  const at = line.at + key.length + 1 + gap.length;
  const empty = rest === "" || (gap.length > 1 && rest.startsWith("#"));
  if (own.length > 0) return empty && textLists.has(key) ? readList(key, own) : undefined;
  if (empty) return { value: null, start: line.at + key.length + 1, end: line.at + key.length + 1 };
  if (textLists.has(key)) return /^[[{|>]/.test(rest) ? undefined : readLineText(rest, gap, at);
  return textKeys.has(key) ? (/^[|>]/.test(rest) ? undefined : readLineText(rest, gap, at)) : readWord(rest, at);
}

function readList(key: string, lines: readonly Line[]): Node | undefined {
  const members: Node[] = [];
  let pairs: Map<string, Pair> | undefined;
  let indent: string | undefined;
  let inner = -1;
  for (const line of lines) {
    const member = memberLine.exec(line.text);
    if (member !== null) {
      const [, lead = "", gap = "", rest = ""] = member;
      indent ??= lead;
      if (lead !== indent || lead.includes("\t") || /^[[{|>]/.test(rest)) return undefined;
      const at = line.at + lead.length + 1 + gap.length;
      const first = key === "byline" ? innerKey.exec(rest) : null;
      pairs = undefined;
      if (first?.[1] !== undefined && bylineKeys.has(first[1])) {
        pairs = new Map();
        inner = lead.length + 1 + gap.length;
        const value = readInner(first[1], first[2] ?? "", first[3] ?? "", at);
        if (value === undefined || gap.includes("\t")) return undefined;
        pairs.set(first[1], { start: at, value });
        members.push({ value: pairs, start: at, end: value.end });
        continue;
      }
      const text = readLineText(rest, gap, at);
      if (text === undefined || text.value === null || /^[-?:](?:[ \t]|$)/.test(rest)) return undefined;
      members.push(text);
      continue;
    }
    const match = innerLine.exec(line.text);
    const [, lead = "", name = "", gap = "", rest = ""] = match ?? [];
    const last = members.at(-1);
    if (pairs === undefined || last === undefined || lead.length !== inner || lead.includes("\t")) return undefined;
    if (!bylineKeys.has(name) || pairs.has(name)) return undefined;
    const at = line.at + lead.length;
    const value = readInner(name, gap, rest, at);
    if (value === undefined) return undefined;
    pairs.set(name, { start: at, value });
    members[members.length - 1] = { ...last, end: value.end };
  }
  const first = members[0];
  const last = members.at(-1);
  return first === undefined || last === undefined ? undefined : { value: members, start: first.start, end: last.end };
}

function readInner(name: string, gap: string, rest: string, at: number): Node | undefined {
  if (/^[|>]/.test(rest)) return undefined;
  const value = readLineText(rest, gap, at + name.length + 1 + gap.length);
  return value?.value === null ? { value: null, start: at + name.length + 1, end: at + name.length + 1 } : value;
}
