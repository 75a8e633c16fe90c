/** From a page whose posts are not elements to posts: each begins or ends with a time and continues up to the next one. */

import { awayHeading, furnitureWords, separator } from "../account/furniture-words.ts";
import { elementsIn, find, shortLineOf, type Tree } from "../html/html.ts";
import { type Element, type HtmlNode, isElement, silent, singleSpaced } from "../html/inline.ts";
import { isCalled } from "../html/names.ts";
import { spanOf } from "../html/split.ts";
import { timeOfElement } from "../saved-page/element-times.ts";
import { bracketedTime, isTimeText, openingTime } from "../written-time/bare-times.ts";
import { parseWrittenDay } from "../written-time/written-time.ts";
import type { Look } from "./look.ts";

/** Elements that can begin a post if they are alone on their line. */
const blocks = new Set(["h2", "h3", "h4", "h5", "h6", "p", "div", "dt", "li", "tr", "header", "section"]);
const inline = new Set(["time", "strong", "b", "span", "em", "a", "small", "font", "mark", "i"]);
const rows = new Set(["tr", "li", "div", "section"]);

export interface Flow {
  /** The number of characters in all posts. */
  readonly weight: number;
  /** The first node of each post. */
  readonly starts: readonly HtmlNode[];
  /** The elements of each post. */
  readonly items: readonly (readonly Element[])[];
  /** All nodes of the posts. */
  readonly nodes: readonly HtmlNode[];
  /** Puts each post into an element of its own and gives these elements. */
  wrap(): readonly Element[];
}

/** The posts that follow each other in one element; undefined for fewer than three. */
export function flowPosts(page: Tree, look: Look): Flow | undefined {
  let best: { readonly parent: Element; readonly starts: readonly number[]; readonly weight: number } | undefined;
  for (const parent of elementsIn(page)) {
    if (parent.childNodes.length < 3 || silent.has(parent.tagName)) continue;
    const starts = [...parent.childNodes.keys()].filter((index) => isStart(parent, index, look));
    if (starts.length < 3 || look.isElsewhere(parent) || areLinks(parent, starts, look)) continue;
    const weight = weightOf(parent, starts[0] ?? 0, look);
    if (weight / starts.length >= 9 && weight > (best?.weight ?? 0)) best = { parent, starts, weight };
  }
  if (best === undefined) return undefined;
  const { parent, starts, weight } = best;
  return {
    weight,
    starts: starts.flatMap((index) => parent.childNodes[index] ?? []),
    items: starts.map((from, place) => parent.childNodes.slice(from, starts[place + 1]).filter(isElement)),
    nodes: parent.childNodes.slice(starts[0]),
    wrap: () => wrapAll(parent, starts, look),
  };
}

/** True if all lines are links with nothing between them: a list of other stories. */
function areLinks(parent: Element, starts: readonly number[], look: Look): boolean {
  let [words, linked, others] = [0, 0, 0];
  const all = new Set(starts);
  for (const [index, node] of parent.childNodes.entries()) {
    if (!isElement(node) || index < (starts[0] ?? 0)) continue;
    const size = look.sizeOf(node);
    if (!all.has(index)) others += size.words;
    words += size.words - size.times;
    linked += Math.min(size.linked, size.words - size.times);
  }
  return others === 0 && words > 0 && linked * 10 > words * 7;
}

function weightOf(parent: Element, first: number, look: Look): number {
  let weight = 0;
  for (const node of parent.childNodes.slice(first)) {
    if (isElement(node)) weight += look.sizeOf(node).words;
    else if ("value" in node && node.nodeName === "#text") weight += singleSpaced(node.value).trim().length;
  }
  return weight;
}

/** The first words of a node, with a blank between its pieces. */
export function firstWords(node: HtmlNode, enough = 60): string {
  const waiting: HtmlNode[] = [node];
  let words = "";
  let nodes = 0;
  for (let one = waiting.pop(); one !== undefined && words.length < enough && nodes < 80; one = waiting.pop()) {
    nodes += 1;
    if (one.nodeName === "#text" && "value" in one) words += ` ${one.value.slice(0, 400)}`;
    else if (isElement(one) && !silent.has(one.tagName))
      for (let index = one.childNodes.length - 1; index >= 0; index -= 1)
        waiting.push(one.childNodes[index] as HtmlNode);
  }
  return singleSpaced(words).trim();
}

export const beginsWithTime = (words: string): boolean => openingTime(words) > 0 || bracketedTime(words) !== undefined;

function isStart(parent: Element, index: number, look: Look): boolean {
  const node = parent.childNodes[index];
  if (node === undefined) return false;
  if (!isElement(node)) {
    if (node.nodeName !== "#text" || !("value" in node) || !/\p{Nd}/u.test(node.value.slice(0, 60))) return false;
    return opensLine(parent, index) && beginsWithTime(firstWords(node));
  }
  const line = inline.has(node.tagName);
  if ((!line && !blocks.has(node.tagName)) || look.isLed(node) || isAway(node, look, false)) return false;
  // A box around posts has more than one time.
  if (look.timesIn(node) > (rows.has(node.tagName) ? 1 : 2) || look.sizeOf(node).words > 4000) return false;
  if (line && !opensLine(parent, index)) return false;
  const words = firstWords(node);
  return beginsWithTime(words) || (isShortTime(node) && words.length < 60);
}

/** True for a short element that is a time, in any words. */
function isShortTime(node: Element): boolean {
  const line = shortLineOf(node, 40);
  if (line === undefined || line === "" || !isTimeText(line)) return false;
  return timeOfElement(node) !== undefined || parseWrittenDay(line) === undefined;
}

/** True if nothing stands before the node on its line. */
function opensLine(parent: Element, index: number): boolean {
  for (let before = index - 1; before >= 0; before -= 1) {
    const node = parent.childNodes[before];
    if (node === undefined) return true;
    if (isElement(node)) return node.tagName === "br" || node.tagName === "hr" || !inline.has(node.tagName);
    if (node.nodeName === "#text" && "value" in node && node.value.trim() !== "")
      return separator.test(node.value.trim()) && before === 0;
  }
  return true;
}

function wrapAll(parent: Element, starts: readonly number[], look: Look): readonly Element[] {
  const nodes = [...parent.childNodes];
  const spans = endsWithTimes(nodes, starts) ? spansBefore(nodes, starts) : spansBehind(nodes, starts);
  const posts: Element[] = [];
  const after: HtmlNode[] = [];
  let reached = 0;
  const end = spans.at(-1)?.to;
  for (const { from, to } of spans) {
    const post = spanOf("");
    post.tagName = "section";
    post.nodeName = "section";
    // Other stories, comments and menus between the lines are not part of the post.
    const own = nodes.slice(from, to).filter((node) => !isAway(node, look, to === end));
    const away = nodes.slice(from, to).filter((node) => isAway(node, look, to === end));
    post.childNodes = own;
    for (const child of own) child.parentNode = post;
    post.parentNode = parent;
    posts.push(post);
    after.push(...nodes.slice(reached, from), post, ...away);
    reached = to;
  }
  parent.childNodes = [...after, ...nodes.slice(reached)];
  return posts;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

const hasWords = (node: HtmlNode): boolean => firstWords(node, 1) !== "";

/** True if the times stand below the posts: words before the first time, none after the last. */
function endsWithTimes(nodes: readonly HtmlNode[], starts: readonly number[]): boolean {
  const [first = 0, last = 0] = [starts[0], starts.at(-1)];
  const isAlone = (index: number): boolean => isTimeText(firstWords(nodes[index] as HtmlNode, 100));
  if (!starts.every(isAlone) || nodes.slice(last + 1).some(hasWords)) return false;
  const before = nodes.slice(0, first).findLast(hasWords);
  return before !== undefined && (!isElement(before) || !/^h[1-6]$/.test(before.tagName));
}

function spansBefore(nodes: readonly HtmlNode[], starts: readonly number[]): readonly Span[] {
  const [first = 0, second = 0] = starts;
  // The first post gets as many nodes as the second: words above it may belong to the page.
  const size = nodes.slice(first + 1, second).filter(hasWords).length;
  let from = first;
  for (let left = size; left > 0 && from > 0; ) {
    from -= 1;
    if (hasWords(nodes[from] as HtmlNode)) left -= 1;
  }
  return starts.map((at, place) => ({ from: place === 0 ? from : (starts[place - 1] ?? 0) + 1, to: at + 1 }));
}

function spansBehind(nodes: readonly HtmlNode[], starts: readonly number[]): readonly Span[] {
  const level = nodes[starts[0] ?? 0];
  const spans: Span[] = [];
  for (const [place, start] of starts.entries()) {
    const next = starts[place + 1];
    const limit = next ?? nodes.length;
    let end = start + 1;
    const isLast = next === undefined;
    while (end < limit && !endsPosts(nodes[end], level, isLast) && !(isLast && isPageFoot(nodes[end], nodes, start)))
      end += 1;
    spans.push({ from: start, to: end });
    // A heading of the same level between two times begins a post without a time.
    const heading = nodes[end];
    if (
      next !== undefined &&
      end < limit &&
      isSameLevel(heading, level) &&
      !isDay(heading) &&
      nodes.slice(end + 1, limit).some(hasWords)
    ) {
      let to = end + 1;
      while (to < limit && !isDay(nodes[to])) to += 1;
      spans.push({ from: end, to });
    }
  }
  return spans;
}

const isHeading = (node: HtmlNode | undefined): node is Element =>
  node !== undefined && isElement(node) && /^h[1-6]$/.test(node.tagName);
const isSameLevel = (node: HtmlNode | undefined, start: HtmlNode | undefined): boolean =>
  isHeading(node) && isHeading(start) && node.tagName === start.tagName;
const isDay = (node: HtmlNode | undefined): boolean =>
  node !== undefined && isElement(node) && parseWrittenDay(shortLineOf(node, 60) ?? "") !== undefined;

/** True for a node after which a post ends: a date, a heading like those of posts, or after the last post a heading of other parts. */
function endsPosts(node: HtmlNode | undefined, start: HtmlNode | undefined, last: boolean): boolean {
  if (node === undefined || !isElement(node)) return false;
  if (isDay(node)) return true;
  if (isHeading(node) && isHeading(start) && node.tagName <= start.tagName) return true;
  if (!last) return false;
  return awayHeading.test(shortLineOf(node, 80) ?? "");
}

/** True for a footer after the last post, if the posts have none. */
const isPageFoot = (node: HtmlNode | undefined, nodes: readonly HtmlNode[], start: number): boolean =>
  node !== undefined &&
  isElement(node) &&
  node.tagName === "footer" &&
  !nodes.slice(0, start).some((one) => isElement(one) && one.tagName === "footer");

const tagsCall =
  / (?:tags|topics|keywords|tag list|topic list|schlagw[oö]rter|themen|mots cl[eé]s|etiquetas|argomenti) /;

/** True for a list of other stories, comments or a menu, by its name and its shape together. */
function isAway(node: HtmlNode, look: Look, last: boolean): boolean {
  if (!isElement(node) || inline.has(node.tagName) || /^h[1-6]$/.test(node.tagName)) return false;
  if (look.isTeasers(node) || (last && look.isLed(node))) return true;
  const isElsewhere = look.isElsewhere(node) || look.isLed(node) || isCalled(node, tagsCall);
  if (!isElsewhere || ["blockquote", "figure"].includes(node.tagName)) return false;
  const { words, linked } = look.sizeOf(node);
  const line = shortLineOf(node, 80) ?? "";
  const heading = find(node, ({ tagName }) => /^h[1-6]$/.test(tagName));
  const headed = heading !== undefined && awayHeading.test(shortLineOf(heading, 80) ?? "");
  return headed || linked * 2 > words || awayHeading.test(line) || furnitureWords.test(line);
}
