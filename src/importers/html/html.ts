/** Finds elements in the tree of a saved page by a test, and removes those that were read. */
import { attribute, type Element, type HtmlNode, isElement, silent, singleSpaced, wordsOf } from "./inline.ts";
import { parseDocument } from "./parser.ts";

/** An element or the document: a node with children. */
export interface Tree {
  childNodes: HtmlNode[];
}

export const parseHtml = (html: string): Tree => parseDocument(html);

/**
 * Visits the elements of a tree in page order. "into" goes on with its children, "past" with the next element, "end" stops. A visit
 * must not change the tree. The work is that of the nodes before the end, however many children come after it.
 */
function walk(tree: Tree, visit: (element: Element) => "into" | "past" | "end"): void {
  const levels = [{ nodes: tree.childNodes, next: 0 }];
  for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
    const node = level.nodes[level.next];
    level.next += 1;
    if (node === undefined) levels.pop();
    else if (isElement(node)) {
      const way = visit(node);
      if (way === "end") return;
      if (way === "into") levels.push({ nodes: node.childNodes, next: 0 });
    }
  }
}

/** All elements in a tree, in the order of the page. */
export function elementsIn(tree: Tree): readonly Element[] {
  const all: Element[] = [];
  walk(tree, (element) => {
    all.push(element);
    return "into";
  });
  return all;
}

/** The first element that passes a test; undefined if there is none, or no tree. */
export function find(tree: Tree | undefined, test: (element: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  if (tree === undefined) return found;
  walk(tree, (element) => {
    if (!test(element)) return "into";
    found = element;
    return "end";
  });
  return found;
}

/** The outermost elements that pass a test, in the order of the page. */
export function findAll(tree: Tree, test: (element: Element) => boolean): readonly Element[] {
  const found: Element[] = [];
  walk(tree, (element) => {
    if (!test(element)) return "into";
    found.push(element);
    return "past";
  });
  return found;
}

/** The elements of a tree with at most `most` elements; undefined for a larger one. */
export function fewElementsIn(tree: Tree, most: number): readonly Element[] | undefined {
  const all: Element[] = [];
  walk(tree, (element) => {
    all.push(element);
    return all.length > most ? "end" : "into";
  });
  return all.length > most ? undefined : all;
}

export const classesOf = (element: Element): readonly string[] =>
  attribute(element, "class")?.split(/\s+/).filter(Boolean) ?? [];

export const hasClass = (element: Element, name: string): boolean => classesOf(element).includes(name);

export const isTestId = (element: Element, ...ids: readonly string[]): boolean =>
  ids.includes(attribute(element, "data-testid") ?? "");

/** The words of an element on one line. */
export const textOfElement = (element: Element): string => singleSpaced(wordsOf([element])).trim();

/** The words of an element on one line; undefined for an element with too many characters or nodes for a line. */
export function shortLineOf(element: Element, characters = 300): string | undefined {
  const waiting: HtmlNode[] = [...element.childNodes].reverse();
  let words = "";
  let nodes = 0;
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes += 1;
    if (nodes > 60 || words.length > characters) return undefined;
    if (node.nodeName === "#text" && "value" in node) words += node.value;
    else if (isElement(node) && !silent.has(node.tagName))
      for (let index = node.childNodes.length - 1; index >= 0; index -= 1)
        waiting.push(node.childNodes[index] as HtmlNode);
  }
  return singleSpaced(words).trim();
}

/** Removes a node from its tree, so that the tree holds only what is not read yet. */
export function takeOut(node: HtmlNode): void {
  const parent = node.parentNode;
  if (parent === null || parent === undefined) return;
  const siblings = parent.childNodes;
  const isWide = siblings.length > wide;
  const index = isWide ? placeOf(node, siblings) : siblings.indexOf(node);
  // An empty text replaces a node among thousands: moving all later siblings each time would take quadratic time.
  if (index !== -1 && isWide) siblings[index] = { nodeName: "#text", value: "", parentNode: parent };
  else if (index !== -1) siblings.splice(index, 1);
  node.parentNode = null;
}

const wide = 1_000;

const places = new WeakMap<readonly HtmlNode[], ReadonlyMap<HtmlNode, number>>();

/** The index of a node among its siblings. A long list of siblings is indexed once. */
function placeOf(node: HtmlNode, siblings: readonly HtmlNode[]): number {
  const known = places.get(siblings)?.get(node) ?? -1;
  if (siblings[known] === node) return known;
  const fresh = new Map(siblings.map((sibling, index) => [sibling, index]));
  places.set(siblings, fresh);
  return fresh.get(node) ?? -1;
}

/** The parent element; undefined at the top. */
export function parentOf(node: HtmlNode): Element | undefined {
  const parent = node.parentNode;
  return parent !== null && parent !== undefined && "tagName" in parent ? parent : undefined;
}

/** The search upwards stops at this height. */
const deepest = 300;

/** True if `outer` is above `inner`, at most at that height. */
export function isWithin(inner: HtmlNode, outer: Element): boolean {
  let node = parentOf(inner);
  for (let depth = 0; node !== undefined && depth < deepest; depth += 1) {
    if (node === outer) return true;
    node = parentOf(node);
  }
  return false;
}

/** True for a page or a part of one; false for data and plain text. */
export const isMarkup = (text: string): boolean => /^[\s\ufeff]*</.test(text.slice(0, 2000));
