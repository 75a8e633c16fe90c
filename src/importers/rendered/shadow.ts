/** From an element with a declarative shadow root to the flat tree that a browser shows, and from other templates to all their words. */
import { elementsIn, type Tree } from "../html/html.ts";
import { attribute, type Element, type HtmlNode, isElement } from "../html/inline.ts";
import { setChildren } from "../html/make.ts";
import { wordsOfAttribute } from "./attribute-words.ts";
import { noteAttributes, noteUnlessShown } from "./unseen-notes.ts";

/** The standard's name, its older one, and the one that Chromium writes into MHTML. */
const rootNames = ["shadowrootmode", "shadowroot", "shadowmode"];

const isShadowRoot = (node: HtmlNode): node is Element =>
  isElement(node) &&
  node.tagName === "template" &&
  rootNames.some((name) => /^(?:open|closed)$/i.test(attribute(node, name) ?? ""));

/** Replaces the children of an element by its shadow root, with the children in its slots. Children without a slot follow at the end. */
export function openShadowRoot(host: Element): void {
  const template = host.childNodes.find(isShadowRoot);
  if (template === undefined) return;
  noteAttributes(host, template);
  const root = contentOfTemplate(template);
  const light = host.childNodes.filter((node) => node !== template);
  const bySlot = Map.groupBy(light, (node) => (isElement(node) ? (attribute(node, "slot") ?? "") : ""));
  for (const slot of elementsIn(root)) {
    if (slot.tagName !== "slot") continue;
    const name = attribute(slot, "name") ?? "";
    const assigned = bySlot.get(name);
    // The first slot of a name takes all children with that name.
    if (assigned === undefined || !assigned.some(saysSomething)) continue;
    bySlot.delete(name);
    noteUnlessShown(host, "unused template", allWordsOf(slot.childNodes));
    setChildren(slot, assigned);
  }
  setChildren(host, [...root.childNodes, ...[...bySlot.values()].flat()]);
}

const saysSomething = (node: HtmlNode): boolean =>
  isElement(node) || (node.nodeName === "#text" && "value" in node && node.value.trim() !== "");

/** The content of a template, which the parser keeps outside of its children. */
export const contentOfTemplate = (template: Element): Tree =>
  "content" in template ? (template.content as Tree) : template;

/** All words in a part of a page that no browser shows: texts, attributes, comments and code. */
export function allWordsOf(nodes: readonly HtmlNode[]): string {
  const words: string[] = [];
  const waiting = [...nodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ("value" in node) words.push(node.value);
    else if ("data" in node) words.push(` ${node.data} `);
    if (!isElement(node)) continue;
    const own = attributesOf(node);
    if (own.length > 0) words.push(` ${own.join(" ")} `);
    const inner = node.tagName === "template" ? contentOfTemplate(node).childNodes : node.childNodes;
    for (let index = inner.length - 1; index >= 0; index -= 1) waiting.push(inner[index] as HtmlNode);
  }
  return words.join("");
}

function attributesOf(element: Element): readonly string[] {
  const { tagName } = element;
  const isEmpty = element.childNodes.length === 0;
  return element.attrs.flatMap(({ name, value }) => {
    const isWhole =
      name === "srcdoc" ||
      (name === "alt" && tagName === "img") ||
      (name === "datetime" && isEmpty) ||
      (name === "href" && tagName === "a" && isEmpty);
    const words = isWhole ? value : wordsOfAttribute(element, name, value);
    return words === undefined || !/\S/.test(words) ? [] : [words];
  });
}
