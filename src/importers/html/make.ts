/** Makes nodes and puts them into a tree, where plain HTML replaces another form of a page. */
import { defaultTreeAdapter, html } from "parse5";
import type { Tree } from "./html.ts";
import type { Element, HtmlNode } from "./inline.ts";

/** Makes an element of HTML; undefined attributes are left out. */
export function makeElement(
  tagName: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly HtmlNode[] = [],
): Element {
  const attrs = Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
  const element = defaultTreeAdapter.createElement(tagName, html.NS.HTML, attrs);
  setChildren(element, children);
  return element;
}

export const makeText = (value: string): HtmlNode => defaultTreeAdapter.createTextNode(value);

/** Replaces the children of a tree with these. */
export function setChildren(tree: Tree, children: readonly HtmlNode[]): void {
  for (const child of children) child.parentNode = tree as Element;
  tree.childNodes = [...children];
}

/** Gives an element an attribute and replaces one of the same name. */
export function setAttribute(element: Element, name: string, value: string): void {
  element.attrs = [...element.attrs.filter((one) => one.name !== name), { name, value }];
}
