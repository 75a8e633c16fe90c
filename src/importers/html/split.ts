/** From a piece of a text to an element of its own, so that it can be a part of a post. */
import { parseFragment } from "parse5";
import { type Element, isElement } from "./inline.ts";

export type Text = Element["childNodes"][number] & { value: string };

/** The first text with words. */
export function firstText(element: Element): Text | undefined {
  for (const child of element.childNodes) {
    if (isElement(child)) {
      const inner = firstText(child);
      if (inner !== undefined) return inner;
    } else if (child.nodeName === "#text" && "value" in child && child.value.trim() !== "") return child as Text;
  }
  return undefined;
}

/** Moves the first `length` characters of a text into a new element before it. */
export function splitText(text: Text, length: number): Element {
  const span = spanOf(text.value.slice(0, length));
  text.value = text.value.slice(length);
  putBefore(span, text);
  return span;
}

/** Makes an element that holds a text and has no parent. */
export function spanOf(value: string): Element {
  const span = parseFragment("<span></span>").childNodes[0] as Element;
  const inner = parseFragment("x").childNodes[0] as Text;
  inner.value = value;
  inner.parentNode = span;
  span.childNodes = [inner];
  return span;
}

/** Puts a node directly before another. */
export function putBefore(fresh: Element, node: Text | Element): void {
  const parent = node.parentNode;
  const siblings = parent?.childNodes;
  if (parent === null || siblings === undefined) return;
  fresh.parentNode = parent;
  siblings.splice(siblings.indexOf(node), 0, fresh);
}
