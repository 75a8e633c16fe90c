/**
 * From a person's file and new values to the file with these values. Comments, the order of keys, line ends and the final newline stay:
 * the changed ranges are replaced, and the document is never printed anew.
 */
import { withoutEnd } from "../../base/without-end.ts";
import { textKeys, wordLists } from "../schema/keys.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import { isList, isMapping, type Node, type Pair } from "./node.ts";
import { printKey, printText, printValue, type Value } from "./yaml-text.ts";

export interface Edit {
  /** New values of keys; undefined removes the key. */
  readonly values: ReadonlyMap<string, Value | undefined>;
  /** The order of keys, which says where a new key goes. */
  readonly keys: readonly string[];
  /** A new body with LF as its line end; undefined keeps the old body byte for byte. */
  readonly body?: string;
}

/** The file's text with the edit made; undefined where the file has no front matter that can be read. */
export function editFile(text: string, edit: Edit): string | undefined {
  let current = readFrontMatter(text, "").matter;
  for (const [key, value] of edit.values) {
    if (current === undefined) return undefined;
    current = readFrontMatter(editKey(current, key, value, edit.keys), "").matter;
  }
  return current === undefined || edit.body === undefined ? current?.text : editBody(current, edit.body);
}

function editBody(matter: FrontMatter, body: string): string {
  const old = matter.text.slice(matter.bodyStart);
  const lead = /^(?:[ \t]*\r?\n)*/.exec(old)?.[0] ?? "";
  const core = withoutEnd(body, /\n/).replaceAll("\n", matter.newline);
  const words = old.slice(lead.length);
  const tail = old.trim() === "" ? matter.newline : words.slice(withoutEnd(words, /[ \t\r\n]/).length);
  const head = matter.text.slice(0, matter.bodyStart);
  const fence = head.endsWith("\n") ? head : head + matter.newline;
  return fence + lead + (core === "" ? "" : core + tail);
}

function editKey(matter: FrontMatter, key: string, value: Value | undefined, keys: readonly string[]): string {
  const pair = matter.pairs.get(key);
  if (pair === undefined) return value === undefined ? matter.text : insertKey(matter, key, value, keys);
  if (value === undefined) return replaceLines(matter, pair, []);
  const splices = spliceValue(matter.text, key, pair.value, value);
  if (splices === undefined) return replaceLines(matter, pair, printKey(key, value));
  let text = matter.text;
  for (const { start, end, put } of splices.reverse()) text = text.slice(0, start) + put + text.slice(end);
  return text;
}

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly put: string;
}

/** The ranges to replace, in order, where the new value has the shape of the old one; else undefined. */
function spliceValue(text: string, key: string, node: Node, value: Value): Splice[] | undefined {
  if (!isList(node.value) && !isMapping(node.value) && typeof value !== "object") {
    return [spliceScalar(text, node, printValue(key, value)[0] ?? "", textKeys.has(key))];
  }
  if (typeof value !== "object" || !isList(node.value) || node.value.length !== value.length) return undefined;
  if (wordLists.has(key)) return undefined;
  const splices: Splice[] = [];
  for (const [index, member] of node.value.entries()) {
    const next = value[index];
    const parts = next === undefined ? undefined : spliceMember(text, member, next);
    if (parts === undefined) return undefined;
    splices.push(...parts);
  }
  return splices;
}

function spliceMember(text: string, node: Node, value: string | { name: string; role?: string }): Splice[] | undefined {
  if (isFlow(text, node)) return undefined;
  if (typeof value === "string") {
    return typeof node.value === "string" ? spliceText(text, node, value) : undefined;
  }
  if (!isMapping(node.value)) {
    return typeof node.value === "string" && value.role === undefined ? spliceText(text, node, value.name) : undefined;
  }
  const name = node.value.get("name")?.value;
  const role = node.value.get("role")?.value;
  if (typeof name?.value !== "string" || (role === undefined) !== (value.role === undefined)) return undefined;
  const splices = spliceText(text, name, value.name);
  if (role !== undefined && value.role !== undefined) splices.push(...spliceText(text, role, value.role));
  return splices.sort((a, b) => a.start - b.start);
}

/** A member inside `[...]` or `{...}`: there a text without quotes could end early. */
const isFlow = (text: string, node: Node): boolean => {
  const line = text.slice(text.lastIndexOf("\n", node.start - 1) + 1, node.start);
  return /[[{]/.test(line) || (isMapping(node.value) && text.startsWith("{", node.start));
};

const spliceText = (text: string, node: Node, value: string): Splice[] =>
  node.value === value ? [] : [spliceScalar(text, node, printText(value), true)];

function spliceScalar(text: string, node: Node, put: string, isText: boolean): Splice {
  const before = node.start > 0 && /[ \t]/.test(text[node.start - 1] ?? "") ? "" : " ";
  // With one blank before it, a "#" would be part of the text.
  const after = isText && /^[ \t]#/.test(text.slice(node.end, node.end + 2)) ? " " : "";
  return { start: node.start, end: node.end, put: before + put + after };
}

/** Replaces the lines of a key. The comments among them stay, as lines of their own. */
function replaceLines(matter: FrontMatter, pair: Pair, lines: readonly string[]): string {
  const { text, newline } = matter;
  const last = Math.max(pair.start, pair.value.end - 1);
  const stop = text.indexOf("\n", last);
  const end = stop === -1 || stop >= matter.end ? matter.end : stop + 1;
  const comments = commentsIn(text, pair, end);
  const put = [...comments, ...lines].map((line) => line + newline).join("");
  return text.slice(0, pair.start) + put + text.slice(end);
}

function commentsIn(text: string, pair: Pair, end: number): readonly string[] {
  const leaves = leavesOf(pair.value);
  let rest = text.slice(pair.start, end);
  for (const leaf of [...leaves].reverse()) {
    rest = rest.slice(0, leaf.start - pair.start) + rest.slice(leaf.end - pair.start);
  }
  const comments = rest.split("\n").map((line) => /(?:^|[ \t:])(#.*)/s.exec(line)?.[1]?.replace(/\r$/, ""));
  return comments.filter((comment) => comment !== undefined);
}

/** The scalars of a value, in the order of the text. */
function leavesOf(node: Node): readonly Node[] {
  if (isList(node.value)) return node.value.flatMap(leavesOf);
  if (isMapping(node.value)) return [...node.value.values()].flatMap((pair) => leavesOf(pair.value));
  return [node];
}

function insertKey(matter: FrontMatter, key: string, value: Value, keys: readonly string[]): string {
  const { text, newline } = matter;
  const place = keys.indexOf(key);
  const before = [...matter.pairs].filter(([name]) => keys.includes(name) && keys.indexOf(name) < place);
  const previous = before.sort(([a], [b]) => keys.indexOf(b) - keys.indexOf(a))[0]?.[1];
  const following = [...matter.pairs].filter(([name]) => keys.indexOf(name) > place);
  const next = following.sort(([a], [b]) => keys.indexOf(a) - keys.indexOf(b))[0]?.[1];
  const at = previous === undefined ? (next?.start ?? matter.end) : endOfPair(matter, previous);
  const put = printKey(key, value)
    .map((line) => line + newline)
    .join("");
  return text.slice(0, at) + put + text.slice(at);
}

function endOfPair(matter: FrontMatter, pair: Pair): number {
  const stop = matter.text.indexOf("\n", Math.max(pair.start, pair.value.end - 1));
  return stop === -1 || stop >= matter.end ? matter.end : stop + 1;
}
