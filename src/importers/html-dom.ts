/** The tree of a saved page: finding elements by what they are called, and taking them out once they are read. */
import { attribute, type Element, isElement, type Node, silent, wordsOf } from "./html-inline.ts";
import { parseDocument } from "./html-parser.ts";

/** An element or the document: whatever has children. */
export interface Tree {
  childNodes: Node[];
}

export const parsePage = (html: string): Tree => parseDocument(html);

/** All elements in a tree, in the order of the page. */
export function* elementsIn(tree: Tree): Generator<Element> {
  const waiting = [...tree.childNodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node)) continue;
    yield node;
    for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
      const child = node.childNodes[index];
      if (child !== undefined) waiting.push(child);
    }
  }
}

/** The first element that passes a test, in a part of a page that may be absent. */
export function find(tree: Tree | undefined, test: (element: Element) => boolean): Element | undefined {
  if (tree === undefined) return undefined;
  for (const element of elementsIn(tree)) if (test(element)) return element;
  return undefined;
}

/** The outermost elements that pass a test, in the order of the page. */
export function findAll(tree: Tree, test: (element: Element) => boolean): readonly Element[] {
  const found: Element[] = [];
  const waiting = [...tree.childNodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node)) continue;
    if (test(node)) found.push(node);
    else
      for (let index = node.childNodes.length - 1; index >= 0; index -= 1) waiting.push(node.childNodes[index] as Node);
  }
  return found;
}

export const classesOf = (element: Element): readonly string[] =>
  attribute(element, "class")?.split(/\s+/).filter(Boolean) ?? [];

export const hasClass = (element: Element, name: string): boolean => classesOf(element).includes(name);

export const isTestId = (element: Element, ...ids: readonly string[]): boolean =>
  ids.includes(attribute(element, "data-testid") ?? "");

/** The words of an element on one line. */
export const lineOf = (element: Element): string => wordsOf([element]).replace(/\s+/g, " ").trim();

/** The words of an element that is a line of its own, and no more: undefined where it holds many characters or many nodes. */
export function shortLineOf(element: Element, characters = 300): string | undefined {
  const waiting: Node[] = [...element.childNodes].reverse();
  let words = "";
  let nodes = 0;
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes += 1;
    if (nodes > 60 || words.length > characters) return undefined;
    if (node.nodeName === "#text" && "value" in node) words += node.value;
    else if (isElement(node) && !silent.has(node.tagName))
      for (let index = node.childNodes.length - 1; index >= 0; index -= 1) waiting.push(node.childNodes[index] as Node);
  }
  return words.replace(/\s+/g, " ").trim();
}

/** Takes a node out of its tree, so that what is left is what was not yet read. */
export function takeOut(node: Node): void {
  const siblings = node.parentNode?.childNodes;
  const index = siblings?.indexOf(node) ?? -1;
  if (index !== -1) siblings?.splice(index, 1);
  node.parentNode = null;
}

/** The element above one; undefined at the top. */
export function parentOf(node: Node): Element | undefined {
  const parent = node.parentNode;
  return parent !== null && parent !== undefined && "tagName" in parent ? parent : undefined;
}

/** Deeper than this, nothing is looked for. */
const deepest = 300;

/** True where `inner` lies in `outer`, not too deep. */
export function isWithin(inner: Node, outer: Element): boolean {
  let node = parentOf(inner);
  for (let depth = 0; node !== undefined && depth < deepest; depth += 1) {
    if (node === outer) return true;
    node = parentOf(node);
  }
  return false;
}
