/** From a post to the words that only screen readers get, which are taken out: "Image source, ", "published at", ", external". */
import { plainBlocks } from "../../../markdown/plain.ts";
import type { Block } from "../../../model/block.ts";
import type { AccountPlace } from "../../account/account-span.ts";
import { losses, type PhraseKind } from "../../account/losses.ts";
import type { WordLedger } from "../../account/word-ledger.ts";
import { squeeze } from "../../account/written-words.ts";
import { classesOf, findAll, parentOf, takeOut, textOfElement } from "../../html/html.ts";
import { type Element, type HtmlNode, isElement } from "../../html/inline.ts";

/** The role of an element, by the hidden words at its beginning. */
export type LegendRole = "credit" | "caption";

const phrases: readonly (readonly [PhraseKind, LegendRole?])[] = [
  ["published at"],
  ["external"],
  ["image source", "credit"],
  ["image caption", "caption"],
  ["media caption", "caption"],
  ["quote message"],
];

const hiddenNames = new Set(["gs-u-vh", "visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text", "u-vh"]);

const isHidden = (element: Element): boolean =>
  classesOf(element).some((name) => hiddenNames.has(name.toLowerCase()) || /VisuallyHidden$/.test(name));

export interface Hidden {
  /** The roles of elements that begin with hidden words. */
  readonly roles: ReadonlyMap<Element, LegendRole>;
  /** Hidden copies of visible words: the opening, such as "Quote Message:", and the words. */
  readonly copies: readonly (readonly [opening: string, words: string])[];
}

/** Takes hidden words and hidden copies of visible words out of a post. */
export function takeHidden(post: Element, words: WordLedger, place: AccountPlace): Hidden {
  const copies: (readonly [string, string])[] = [];
  const roles = new Map<Element, LegendRole>();
  for (const element of findAll(post, isHidden)) {
    const text = textOfElement(element);
    const parent = parentOf(element);
    if (parent === undefined) continue;
    const role = takePhrase(text, words, place);
    const copy = role === undefined ? copyIn(text) : undefined;
    if (role === undefined && copy === undefined) continue;
    if (copy !== undefined) copies.push(copy);
    takeOut(element);
    if (role === "credit" || role === "caption") roles.set(parent, role);
  }
  for (const element of findAll(post, ({ tagName }) => tagName === "figcaption" || tagName === "figure"))
    takeOpening(element, words, place, roles);
  return { roles, copies };
}

/** Counts copies as lost where their words stand in `blocks`. Gives the others as paragraphs. */
export function settleCopies(
  copies: Hidden["copies"],
  blocks: readonly Block[],
  words: WordLedger,
  place: AccountPlace,
): readonly Block[] {
  if (copies.length === 0) return [];
  const kept = squeeze(plainBlocks(blocks));
  return copies.flatMap(([opening, copy]): Block[] => {
    words.lose(opening.trim(), "quote message");
    const from = copy.lastIndexOf(" from ");
    const [quoted, speaker] = [copy.slice(0, from), copy.slice(from + 6)];
    if (kept.includes(squeeze(copy))) words.lose(copy, "second copy", place);
    else if (from > 0 && [quoted, speaker].every((piece) => kept.includes(squeeze(piece)))) {
      words.lose(quoted, "second copy", place);
      words.lose("from", "quote message");
      words.lose(speaker, "second copy", place);
    } else return [{ kind: "paragraph", content: [{ kind: "text", text: words.keep(copy, place) }] }];
    return [];
  });
}

/** Counts a fixed phrase as lost; undefined for other words. */
function takePhrase(text: string, words: WordLedger, place: AccountPlace): LegendRole | "none" | undefined {
  const phrase = phrases.find(([kind]) => losses[kind].pattern.test(text));
  if (phrase === undefined) return undefined;
  words.lose(text, phrase[0], place);
  return phrase[1] ?? "none";
}

/** "Quote Message: the words". */
function copyIn(text: string): readonly [string, string] | undefined {
  const opening = /^Quote Message:(?:\s*from\b)?\s*/i.exec(text)?.[0];
  return opening === undefined ? undefined : [opening, text.slice(opening.length)];
}

/** Takes the same words out where they are visible: at the beginning of a caption or a credit in a figure. */
function takeOpening(element: Element, words: WordLedger, place: AccountPlace, roles: Map<Element, LegendRole>): void {
  for (const text of textsOf(element)) {
    const opening = /^\s*(?:Image source,|Copyright:|(?:Image|Media|Video|Audio) caption\s*[,:])\s*/i.exec(
      text.value,
    )?.[0];
    const parent = parentOf(text);
    if (opening === undefined || parent === undefined) continue;
    const role = takePhrase(opening.trim(), words, place);
    if (role === undefined || role === "none") continue;
    text.value = text.value.slice(opening.length);
    if (parent !== element || element.tagName === "figcaption") roles.set(parent, role);
  }
}

type Text = HtmlNode & { value: string };

function textsOf(element: Element): readonly Text[] {
  const texts: Text[] = [];
  const waiting: HtmlNode[] = [...element.childNodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.nodeName === "#text") texts.push(node as Text);
    if (!isElement(node) || node.tagName === "figcaption") continue;
    for (let index = node.childNodes.length - 1; index >= 0; index -= 1)
      waiting.push(node.childNodes[index] as HtmlNode);
  }
  return texts;
}
