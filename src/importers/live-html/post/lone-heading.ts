/** From a post to its only heading: it is not a button, even with the words of one. */
import { parentOf } from "../../html/html.ts";
import type { Element } from "../../html/inline.ts";
import { isButton } from "../../saved-page/furniture.ts";
import type { Range, View } from "../../saved-page/view.ts";

const standsForHeading = new Set(["strong", "b", "dt", "legend"]);

/** `headline` is the headline that the post's form found; `isMeta` is true for times, names and labels. */
export function loneHeading(
  view: View,
  headline: Range | undefined,
  isMeta: (piece: number) => boolean,
): Range | undefined {
  const hasWords = (one: Element): boolean => view.rangeOf(one).to > view.rangeOf(one).from && !view.isQuoted(one);
  const headings = view.elements.filter((one) => /^h[1-6]$/.test(one.tagName) && hasWords(one));
  const [first] = headings;
  if (headings.length > 1) return undefined;
  if (first !== undefined) return isPressed(first, view) ? undefined : view.rangeOf(first);
  const text = headline ?? lineBeforeText(view, isMeta);
  if (text === undefined || text.to === text.from) return undefined;
  const holder = view.pieces[text.from]?.node.parentNode;
  const isElement = holder !== null && holder !== undefined && "tagName" in holder;
  return isElement && isPressed(holder, view) ? undefined : text;
}

/** True for a link or a button, and for an element in one or around one. */
function isPressed(element: Element, view: View): boolean {
  const { from, to } = view.rangeOf(element);
  const acts = (one: Element): boolean => one.tagName === "a" || isButton(one);
  for (let one: Element | undefined = element, height = 0; one !== undefined && height < 8; height += 1) {
    if (acts(one)) return true;
    one = parentOf(one);
  }
  return view.elements.some((one) => {
    const range = view.rangeOf(one);
    return range.from >= from && range.to <= to && range.to > range.from && acts(one);
  });
}

/** The first line that is neither time nor name, if it is bold or a term, and text follows it. */
function lineBeforeText(view: View, isMeta: (piece: number) => boolean): Range | undefined {
  const isText = ({ from, to }: Range): boolean => {
    for (let index = from; index < to; index += 1) if (!isMeta(index)) return true;
    return false;
  };
  const at = view.lines.findIndex(isText);
  const line = view.lines[at];
  const next = view.lines[at + 1];
  if (line === undefined || next === undefined || !isText(next)) return undefined;
  const holds = (one: Element): boolean => {
    const { from, to } = view.rangeOf(one);
    return standsForHeading.has(one.tagName) && from === line.from && to === line.to;
  };
  return view.elements.some(holds) ? line : undefined;
}
