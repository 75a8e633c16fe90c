/** The headline of a post of any live page: a heading before the text, what is called so, or the words that microdata gives as such. */
import { withoutEnd } from "../../../base/without-end.ts";
import { shortLineOf, textOfElement } from "../../html/html.ts";
import { attribute, type Element } from "../../html/inline.ts";
import { isCalled } from "../../html/names.ts";
import { spanOf } from "../../html/split.ts";
import { isByline, isLeaf, isShort } from "../../saved-page/bylines.ts";
import { spacedText, type View } from "../../saved-page/view.ts";
import { isTimeText } from "../../written-time/bare-times.ts";
import { looksLikeLabel } from "./marks.ts";
import { labelCall } from "./roles.ts";

const headlineCall = / (?:headline|title|ttl|subject|hed|heading|titel|titre|titulo|título|titolo|kop|rubrik) /;
/** How much text may stand before a headline. */
const longestIntro = 100;

/** Undefined where a post has none. */
export function headlineOf(post: Element, view: View): Element | undefined {
  const before = (element: Element): boolean => textBefore(view, view.rangeOf(element).from) <= longestIntro;
  const says = (element: Element): boolean => {
    const { from, to } = view.rangeOf(element);
    return to > from && !isTimeText(spacedText(view, { from, to }, 80) ?? "");
  };
  const told = view.elements.filter((one) => !view.isQuoted(one));
  const headings = told.filter((one) => isHeading(one) && says(one));
  const [first, second] = headings;
  if (first !== undefined && before(first)) {
    const isLabel = isShort(first, 40) && (isCalled(first, labelCall) || looksLikeLabel(textOfElement(first)));
    if (isLabel && second !== undefined && view.rangeOf(second).from === view.rangeOf(first).to) return second;
    return first;
  }
  const marked = told.find((one) => attribute(one, "itemprop") === "headline");
  if (marked !== undefined && says(marked)) return marked;
  const called = told.find(
    (one) =>
      isCalled(one, headlineCall) && isLeaf(one) && (shortLineOf(one) ?? "") !== "" && !isByline(one) && says(one),
  );
  if (called !== undefined && before(called)) return called;
  const content = (marked && attribute(marked, "content"))?.replace(/\s+/g, " ").trim() ?? "";
  return content === "" ? undefined : shownAs(content, post, view);
}

const isHeading = (one: Element): boolean =>
  /^h[1-6]$/.test(one.tagName) || attribute(one, "role")?.toLowerCase() === "heading";

/** Characters of text before a piece, times aside. */
function textBefore(view: View, piece: number): number {
  let length = 0;
  for (let index = 0; index < piece && length <= longestIntro; index += 1) {
    const { text = "", quoted = false } = view.pieces[index] ?? {};
    if (!quoted && !isTimeText(text)) length += text.length;
  }
  return length;
}

/** The element that shows a headline which microdata tells; a new one where only microdata has it. */
function shownAs(content: string, post: Element, view: View): Element | undefined {
  const shown = view.elements.find((one) => {
    const { from, to } = view.rangeOf(one);
    return to - from > 0 && to - from < 12 && spacedText(view, { from, to }, content.length) === content;
  });
  if (shown !== undefined) return shown;
  const opening = withoutEnd(content, /[\s.…]/).toLowerCase();
  if (view.pieces.some(({ text }) => text.toLowerCase().includes(opening))) return undefined;
  const fresh = spanOf(content);
  const [child] = post.childNodes;
  fresh.parentNode = post;
  post.childNodes.splice(child === undefined ? 0 : post.childNodes.indexOf(child), 0, fresh);
  return fresh;
}
