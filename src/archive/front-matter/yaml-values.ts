/**
 * From front matter to values with their places, by YAML without its dangerous parts: anchors, aliases, tags, merge keys and duplicate
 * keys are faults. One-line text is put into quotes before YAML reads it, so that it keeps its characters.
 */

import type { Node as YamlNode, Pair as YamlPair } from "yaml";
import { withoutEnd } from "../../base/without-end.ts";
import { bylineKeys, textKeys, textLists } from "../schema/keys.ts";
import { describeOddSign } from "../schema/odd-signs.ts";
import { readLineText } from "./lines.ts";
import type { Node, Pair, Scalar } from "./node.ts";
import { yaml } from "./yaml.ts";

export interface Fault {
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

/** The pairs between two offsets of a file's text, and the faults; offsets count in the file. */
export function readYaml(
  text: string,
  start: number,
  end: number,
): { pairs: ReadonlyMap<string, Pair>; faults: readonly Fault[] } {
  const quoted = quoteText(text, start, end);
  const none: ReadonlyMap<string, Pair> = new Map();
  const { isMap, isScalar, parseDocument, visit } = yaml();
  try {
    const document = parseDocument(quoted.source, { schema: "core", merge: false, prettyErrors: false });
    const faults = document.errors.map((error) =>
      describeError(error.code, error.message, quoted.back(error.pos[0]), text),
    );
    visit(document, (_key, node) => {
      const fault = describeForbidden(node, quoted.back);
      if (fault !== undefined) faults.push(fault);
    });
    if (faults.length > 0) return { pairs: none, faults };
    const root: unknown = document.contents;
    if (root === null || (isScalar(root) && root.value === null)) return { pairs: none, faults };
    if (isMap(root)) return { pairs: pairsOf(root.items, text, quoted.back), faults };
    const message = 'Cannot read front matter: expected lines of "key: value"';
    return { pairs: none, faults: [{ offset: start, message, hint: notYaml }] };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = "Cannot read front matter: its values are nested too deeply";
    return { pairs: none, faults: [{ offset: start, message, hint: notYaml }] };
  }
}

const notYaml = 'Write one "key: value" a line, such as "label: Analysis"; a list has a line "  - ..." for each member';

function describeError(code: string, message: string, offset: number, text: string): Fault {
  if (code === "DUPLICATE_KEY") {
    const hint = "Keep one of the two lines and remove the other";
    return { offset, message: "Cannot read front matter: this key stands twice", hint };
  }
  const reason = (message.split("\n")[0] ?? "").replace(/ at line \d.*/s, "").replace(/[.:]$/, "");
  const sign = describeOddSign(lineAt(text, offset));
  if (sign !== undefined)
    return { offset, message: `Cannot read front matter: the line has ${sign}`, hint: "Type the line anew" };
  return { offset, message: `Cannot read front matter: not YAML (${reason})`, hint: notYaml };
}

/** The line of a text in which an offset lies. */
function lineAt(text: string, offset: number): string {
  const end = text.indexOf("\n", offset);
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, end === -1 ? text.length : end);
}

function describeForbidden(node: unknown, back: (offset: number) => number): Fault | undefined {
  const { isAlias, isMap, isScalar, isSeq } = yaml();
  const pair = node as YamlPair | undefined;
  const key = typeof node === "object" && node !== null && "key" in node ? pair?.key : undefined;
  if (isScalar(key) && key.value === "<<") {
    const hint = "Write the keys out where they are meant";
    return { offset: back(key.range?.[0] ?? 0), message: "Cannot read front matter: merge keys are not read", hint };
  }
  const value = node as YamlNode;
  const offset = (): number => back(value.range?.[0] ?? 0);
  const message = "Cannot read front matter: anchors, aliases and tags of YAML are not read";
  if (isAlias(node))
    return { offset: offset(), message, hint: `Write the value out, or "'*...'" where a star is meant` };
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return undefined;
  if (node.anchor !== undefined) return { offset: offset(), message, hint: `Write "'&...'" where the sign is meant` };
  return node.tag === undefined
    ? undefined
    : { offset: offset(), message, hint: `Write "'!...'" where the sign is meant` };
}

function pairsOf(
  items: readonly YamlPair[],
  text: string,
  back: (offset: number) => number,
): ReadonlyMap<string, Pair> {
  const { isScalar } = yaml();
  const pairs = new Map<string, Pair>();
  for (const item of items) {
    const key = item.key as YamlNode;
    const start = back(key.range?.[0] ?? 0);
    const value = item.value as YamlNode | null;
    const missing = back(key.range?.[1] ?? 0) + 1;
    const name = isScalar(key) ? String(key.value) : key.toString();
    const absent = value === null || (isScalar(value) && value.value === null && value.range?.[0] === value.range?.[1]);
    pairs.set(name, {
      start,
      value: absent ? { value: null, start: missing, end: missing } : nodeOf(value, text, back),
    });
  }
  return pairs;
}

function nodeOf(node: YamlNode, text: string, back: (offset: number) => number): Node {
  const { isMap, isScalar, isSeq } = yaml();
  const [from, to] = node.range ?? [0, 0];
  const start = back(from);
  const span = { start, end: start + withoutEnd(text.slice(start, back(to)), /[ \t\r\n]/).length };
  if (isMap(node)) {
    const value = pairsOf(node.items as YamlPair[], text, back);
    const pairs = [...value.values()];
    return { value, ...(node.flow === true ? span : spanOf(pairs[0]?.start, pairs.at(-1)?.value.end, span)) };
  }
  if (isSeq(node)) {
    const value = node.items.map((member) => nodeOf(member as YamlNode, text, back));
    return { value, ...(node.flow === true ? span : spanOf(value[0]?.start, value.at(-1)?.end, span)) };
  }
  const value = isScalar(node) ? node.value : null;
  return { value: isPlain(value) ? value : String(value), ...span };
}

/** From the first member to the end of the last. The range of YAML also has the blanks and comments that follow. */
const spanOf = (start: number | undefined, end: number | undefined, span: { start: number; end: number }) => ({
  start: start ?? span.start,
  end: end ?? span.end,
});

const isPlain = (value: unknown): value is Scalar =>
  value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";

interface Quoted {
  readonly source: string;
  /** The offset in the file's text that an offset in `source` stands for. */
  readonly back: (offset: number) => number;
}

function quoteText(text: string, start: number, end: number): Quoted {
  const swaps: { at: number; length: number; start: number; end: number }[] = [];
  const lines = text.slice(start, end).split("\n");
  let source = "";
  let at = start;
  let top = "";
  for (const [index, raw] of lines.entries()) {
    const line = raw.replace(/\r$/, "");
    const place = oneLineText(line, top);
    if (place.key !== undefined) top = place.key;
    const node =
      place.value === undefined || continues(lines, index, place.value.indent)
        ? undefined
        : readPlace(line, place.value, at);
    if (node === undefined || typeof node.value !== "string") source += raw;
    else {
      const printed = JSON.stringify(node.value);
      swaps.push({ at: source.length + node.start - at, length: printed.length, start: node.start, end: node.end });
      source += text.slice(at, node.start) + printed + text.slice(node.end, at + raw.length);
    }
    if (index < lines.length - 1) source += "\n";
    at += raw.length + 1;
  }
  const back = (offset: number): number => {
    let shift = start;
    for (const swap of swaps) {
      if (offset <= swap.at) break;
      if (offset < swap.at + swap.length) return swap.start;
      shift = swap.end - (swap.at + swap.length);
    }
    return offset + shift;
  };
  return { source, back };
}

interface Place {
  readonly indent: number;
  readonly gap: string;
  readonly column: number;
}

/** The place of one-line text in a line: after `headline:`, after `- ` in a list of texts, after `- name:`. */
function oneLineText(line: string, top: string): { key?: string; value?: Place } {
  const own = /^([A-Za-z_][\w-]*):(?:([ \t]+)(|[^ \t\r\n].*))?$/.exec(line);
  if (own !== null) {
    const [, key = "", gap = "", rest = ""] = own;
    const text = (textKeys.has(key) || textLists.has(key)) && rest !== "" && !/^[|>]/.test(rest);
    if (!text || (textLists.has(key) && /^[[{]/.test(rest))) return { key: text || rest !== "" ? "" : key };
    return { key: "", value: { indent: 0, gap, column: key.length + 1 + gap.length } };
  }
  if (!textLists.has(top)) return {};
  const [, lead = "", dash = "", rest = ""] = /^([ \t]*)(-[ \t]+)?(|[^ \t\r\n].*)$/.exec(line) ?? [];
  const inner = top === "byline" ? /^([A-Za-z_][\w-]*):([ \t]+)(|[^ \t\r\n].*)$/.exec(rest) : null;
  if (inner !== null && bylineKeys.has(inner[1] ?? "")) {
    const [, name = "", gap = "", value = ""] = inner;
    const column = lead.length + dash.length;
    return /^[|>]/.test(value) ? {} : { value: { indent: column, gap, column: column + name.length + 1 + gap.length } };
  }
  if (dash === "" || rest === "" || /^[[{|>]|^[-?:](?:[ \t]|$)/.test(rest)) return {};
  if (top === "byline" && /^(?:name|role):$/.test(rest)) return {};
  return { value: { indent: lead.length, gap: dash.slice(1), column: lead.length + dash.length } };
}

const readPlace = (line: string, place: Place, at: number): Node | undefined =>
  readLineText(line.slice(place.column), place.gap, at + place.column);

/** True where the next line that is neither empty nor a comment is indented deeper: the value has several lines. */
function continues(lines: readonly string[], index: number, indent: number): boolean {
  for (let next = index + 1; next < lines.length; next += 1) {
    const line = (lines[next] ?? "").replace(/\r$/, "");
    if (/^[ \t]*(?:#.*)?$/.test(line)) continue;
    return (/^[ \t]*/.exec(line)?.[0].length ?? 0) > indent;
  }
  return false;
}
