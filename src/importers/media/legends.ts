/** From a figure to its caption and its credit, which are taken out of it. The credit may stand in the caption. */
import type { Inline } from "../../model/inline.ts";
import type { AccountPlace, PostField } from "../account/account-span.ts";
import type { WordLedger } from "../account/word-ledger.ts";
import { classesOf, find, takeOut } from "../html/html.ts";
import { type Element, wordsOf } from "../html/inline.ts";
import { inlineOfNodes, linesOfNodes } from "../html/lines.ts";
import { loseMediaWords } from "../rendered/unseen.ts";
import type { LegendRole } from "../saved-page/post/hidden.ts";
import { splitCredit, unwrapCredit } from "./credits.ts";

/** Where the words go, and which elements hidden words such as "Image source" introduce. */
interface LegendContext {
  readonly words: WordLedger;
  readonly place: (field: PostField & ("body" | "caption" | "credit")) => AccountPlace;
  readonly roles: ReadonlyMap<Element, LegendRole>;
}

export interface Legends {
  readonly caption?: readonly Inline[];
  readonly credit?: readonly Inline[];
}

/** The caption and the credit; each is absent where the figure has none. */
export function legendsOf(figure: Element, at: LegendContext): Legends {
  const lose = (text: string, kind: "credit mark" | "image source"): void =>
    at.words.lose(text, kind, at.place("credit"));
  const keepCredit = (text: string): string => at.words.keep(text, at.place("credit"));
  const own = legendElement(figure, "credit", at);
  if (own !== undefined) unwrapCredit(own, (text, kind) => lose(text, kind as "credit mark"));
  const captionElement = legendElement(figure, "caption", at);
  for (const one of [own, captionElement]) if (one !== undefined) loseMediaWords(one, at.words, at.place("body"));
  const split =
    own === undefined && captionElement !== undefined
      ? splitCredit(captionElement, (text, kind) => lose(text, kind as "credit mark"))
      : own;
  const credit = split === undefined ? [] : inlineOfNodes(split.childNodes, keepCredit);
  const caption =
    captionElement === undefined
      ? []
      : inlineOfNodes(captionElement.childNodes, (text) => at.words.keep(text, at.place("caption")));
  return { ...(caption.length > 0 && { caption }), ...(credit.length > 0 && { credit }) };
}

const creditName = /(?:^|[-_])(?:copyright|credit|credits|attribution|source|photographer)(?:$|[-_])/i;

function legendElement(figure: Element, role: LegendRole, at: LegendContext): Element | undefined {
  const marked = find(figure, (element) => at.roles.get(element) === role);
  const named = (element: Element): boolean =>
    role === "caption"
      ? element.tagName === "figcaption"
      : classesOf(element).some((name) => creditName.test(name) || /Copyright$/.test(name)) && isShortLegend(element);
  const element = marked ?? find(figure, named) ?? (role === "credit" ? citeIn(figure) : undefined);
  if (element !== undefined) takeOut(element);
  return element;
}

/** The `<cite>` at the end of a caption that has other words too. */
function citeIn(figure: Element): Element | undefined {
  const caption = find(figure, ({ tagName }) => tagName === "figcaption");
  const cite = find(caption, ({ tagName }) => tagName === "cite");
  if (caption === undefined || cite === undefined || !isShortLegend(cite)) return undefined;
  const [all, own] = [caption, cite].map((one) => wordsOf([one]).trim());
  return all !== own && all?.endsWith(own ?? "") === true && wordsOf([cite], 200).trim().length <= 120
    ? cite
    : undefined;
}

/** True for one line, or for two to four short ones: brackets and a label can stand on lines of their own. */
function isShortLegend(element: Element): boolean {
  const lines = linesOfNodes([element]).length;
  return lines === 1 || (lines > 1 && lines <= 4 && wordsOf([element], 200).trim().length <= 160);
}

/** The caption or the credit of a figure, which is taken out of it; empty where the figure has none. */
export function legend(figure: Element, role: LegendRole, at: LegendContext): readonly Inline[] {
  const element = legendElement(figure, role, at);
  if (element === undefined) return [];
  return inlineOfNodes(element.childNodes, (text) => at.words.keep(text, at.place(role)));
}
