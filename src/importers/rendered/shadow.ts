/** Shadow roots that stand in the page as templates: the host with what a browser shows of both, the flat tree. */
import { elementsIn, type Tree } from "../html/html.ts";
import { attribute, type Element, isElement, type Node, wordsOf } from "../html/inline.ts";
import { setChildren } from "../html/make.ts";

/** The standard's name, its older one, and the one that Chromium writes into MHTML. */
const rootNames = ["shadowrootmode", "shadowroot", "shadowmode"];

/** What stands in a template, which the parser keeps beside its children. */
export const contentOfTemplate = (template: Element): Tree =>
  "content" in template ? (template.content as Tree) : template;

/** The words of a template and of the templates in it, however deep. */
export function wordsOfTemplate(template: Element): string {
  let words = "";
  const waiting: Tree[] = [contentOfTemplate(template)];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    words += ` ${wordsOf(next.childNodes)}`;
    for (const one of elementsIn(next)) if (one.tagName === "template") waiting.push(contentOfTemplate(one));
  }
  return words;
}

const isShadowRoot = (node: Node): node is Element =>
  isElement(node) &&
  node.tagName === "template" &&
  rootNames.some((name) => /^(?:open|closed)$/i.test(attribute(node, name) ?? ""));

/** Puts the shadow root of an element in the place of its children, with these in its slots; those without a slot follow. */
export function openShadowRoot(host: Element): void {
  const template = host.childNodes.find(isShadowRoot);
  if (template === undefined) return;
  const root = contentOfTemplate(template);
  const light = host.childNodes.filter((node) => node !== template);
  const bySlot = Map.groupBy(light, (node) => (isElement(node) ? (attribute(node, "slot") ?? "") : ""));
  for (const slot of elementsIn(root)) {
    if (slot.tagName !== "slot") continue;
    const name = attribute(slot, "name") ?? "";
    const assigned = bySlot.get(name);
    // The first slot of a name takes what is meant for it.
    if (assigned === undefined || !assigned.some(saysSomething)) continue;
    bySlot.delete(name);
    setChildren(slot, assigned);
  }
  setChildren(host, [...root.childNodes, ...[...bySlot.values()].flat()]);
}

const saysSomething = (node: Node): boolean =>
  isElement(node) || (node.nodeName === "#text" && "value" in node && node.value.trim() !== "");
