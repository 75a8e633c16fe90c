/** From a post of any live page to its headline: a heading before the text, an element with such a name, or a text of microdata. */
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
/** A headline stands after at most this many characters of text. */
const longestIntro = 100;

/** The headline of a post; undefined if it has none. */
export function headlineOf(post: Element, view: View): Element | undefined {
  const before = (element: Element): boolean => textBefore(view, view.rangeOf(element).from) <= longestIntro;
  const hasWords = (element: Element): boolean => {
    const { from, to } = view.rangeOf(element);
    return to > from && !isTimeText(spacedText(view, { from, to }, 80) ?? "");
  };
  const unquoted = view.elements.filter((one) => !view.isQuoted(one));
  const headings = unquoted.filter((one) => isHeading(one) && hasWords(one));
  const [first, second] = headings;
  if (first !== undefined && before(first)) {
    const isLabel = isShort(first, 40) && (isCalled(first, labelCall) || looksLikeLabel(textOfElement(first)));
    if (isLabel && second !== undefined && view.rangeOf(second).from === view.rangeOf(first).to) return second;
    return first;
  }
  const marked = unquoted.find((one) => attribute(one, "itemprop") === "headline");
  if (marked !== undefined && hasWords(marked)) return marked;
  const called = unquoted.find(
    (one) =>
      isCalled(one, headlineCall) && isLeaf(one) && (shortLineOf(one) ?? "") !== "" && !isByline(one) && hasWords(one),
  );
  if (called !== undefined && before(called)) return called;
  const content = (marked && attribute(marked, "content"))?.replace(/\s+/g, " ").trim() ?? "";
  return content === "" ? undefined : shownAs(content, post, view);
}

const isHeading = (one: Element): boolean =>
  /^h[1-6]$/.test(one.tagName) || attribute(one, "role")?.toLowerCase() === "heading";

/** The number of characters before a piece, without times. */
function textBefore(view: View, piece: number): number {
  let length = 0;
  for (let index = 0; index < piece && length <= longestIntro; index += 1) {
    const { text = "", quoted = false } = view.pieces[index] ?? {};
    if (!quoted && !isTimeText(text)) length += text.length;
  }
  return length;
}

/** The element that shows a headline of microdata; a new one if only microdata has it. */
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
