/** A piece of a text in an element of its own, so that it can be a part of a post. */
import { parseFragment } from "parse5";
import { type Element, isElement } from "./html-inline.ts";

export type Text = Element["childNodes"][number] & { value: string };

/** The first text that has words. */
export function firstText(element: Element): Text | undefined {
  for (const child of element.childNodes) {
    if (isElement(child)) {
      const inner = firstText(child);
      if (inner !== undefined) return inner;
    } else if (child.nodeName === "#text" && "value" in child && child.value.trim() !== "") return child as Text;
  }
  return undefined;
}

/** The beginning of a text as an element of its own before it. */
export function splitText(text: Text, length: number): Element {
  const span = parseFragment("<span></span>").childNodes[0] as Element;
  const inner = parseFragment("x").childNodes[0] as Text;
  inner.value = text.value.slice(0, length);
  inner.parentNode = span;
  span.childNodes = [inner];
  span.parentNode = text.parentNode;
  text.value = text.value.slice(length);
  const siblings = text.parentNode?.childNodes;
  siblings?.splice(siblings.indexOf(text), 0, span);
  return span;
}
