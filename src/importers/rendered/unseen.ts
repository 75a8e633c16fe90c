/** From a tree to an account of the words that it does not show: code, comments, templates, labels in attributes. */
import { wordsIn } from "../../base/words.ts";
import type { AccountPlace } from "../account/account-span.ts";
import { longestFurniture } from "../account/losses.ts";
import type { WordLedger } from "../account/word-ledger.ts";
import { squeeze } from "../account/written-words.ts";
import { elementsIn, parentOf, type Tree } from "../html/html.ts";
import { attribute, type Element, wordsOf } from "../html/inline.ts";
import { makeText, setChildren } from "../html/make.ts";
import { wordsOfAttribute } from "./attribute-words.ts";
import { dropCopies } from "./noscript.ts";
import { takeNotes } from "./unseen-notes.ts";

/** Counts all unseen words of a tree as lost, each by its kind. Call it once, before anything is taken out of the tree. */
export function loseUnseen(tree: Tree, words: WordLedger, place: AccountPlace): void {
  const elements = elementsIn(tree);
  for (const element of elements) if (element.tagName === "abbr" || element.tagName === "acronym") explain(element);
  const isShown = makeShownTest(tree, elements);
  loseAttributes(elements, words, place, isShown);
  dropCopies(tree);
  for (const one of [tree, ...elements])
    for (const [kind, text, unlessShown] of takeNotes(one))
      if (unlessShown !== true || !isShown(text)) words.lose(text, kind, place);
}

/** Counts as lost what pictures and frames say in an element of which only the words are read. */
export function loseMediaWords(element: Element, words: WordLedger, place: AccountPlace): void {
  for (const text of mediaWords(element)) words.lose(text, "attribute words", place);
}

/** The descriptions of pictures and the captions of frames in an element. */
export const mediaWords = (element: Element): readonly string[] =>
  [element, ...elementsIn(element)].flatMap((one) =>
    ["alt", "data-embedded-caption"].flatMap((name) => {
      const text = one.tagName === "img" || name !== "alt" ? (attribute(one, name) ?? "").trim() : "";
      return text === "" ? [] : [text];
    }),
  );

/** Puts the title of an abbreviation in brackets behind it. Abbreviations in headlines and times stay as they are. */
function explain(abbreviation: Element): void {
  const title = (attribute(abbreviation, "title") ?? "").replace(/\s+/g, " ").trim();
  if (title === "" || /\d|\b(?:time|zeit|hora|heure|tijd|tid|ora|meridiem)\b/i.test(title)) return;
  const line = wordsOf([abbreviation]).trim();
  if (line === "" || line.toLowerCase() === title.toLowerCase()) return;
  for (
    let one = parentOf(abbreviation), height = 0;
    one !== undefined && height < 12;
    one = parentOf(one), height += 1
  ) {
    if (!textHolders.has(one.tagName)) {
      if (headTags.has(one.tagName)) return;
      continue;
    }
    setChildren(abbreviation, [...abbreviation.childNodes, makeText(` (${title})`)]);
    return;
  }
}

const textHolders = new Set(["p", "li", "dd", "td", "blockquote", "figcaption"]);
const headTags = new Set(["h1", "h2", "h3", "h4", "h5", "h6", "time", "header", "footer", "a"]);

function loseAttributes(
  elements: readonly Element[],
  words: WordLedger,
  place: AccountPlace,
  isShown: (text: string) => boolean,
): void {
  for (const element of elements) {
    if (element.tagName === "a" && isEmptyLink(element))
      words.lose(attribute(element, "href") ?? "", "attribute words", place);
    for (const { name, value } of element.attrs) {
      const text = wordsOfAttribute(element, name, value);
      if (text === undefined || isShown(text)) continue;
      const isControl = element.tagName === "input" && text.length <= longestFurniture;
      words.lose(text, isControl ? "controls" : "attribute words", place);
    }
  }
}

/**
 * Makes the test whether the page shows all words of a text, in descriptions of pictures too. Text without letters must stand in the page
 * as it is.
 */
function makeShownTest(tree: Tree, elements: readonly Element[]): (text: string) => boolean {
  let known: { readonly words: ReadonlySet<string>; readonly line: string } | undefined;
  return (text) => {
    known ??= shownIn(tree, elements);
    const { words, line } = known;
    return wordsIn(text).every((word) => words.has(word)) && (/\p{L}/u.test(text) || line.includes(squeeze(text)));
  };
}

function shownIn(
  tree: Tree,
  elements: readonly Element[],
): { readonly words: ReadonlySet<string>; readonly line: string } {
  const texts = [wordsOf(tree.childNodes)];
  for (const element of elements)
    if (element.tagName === "img" || attribute(element, "data-embedded-caption") !== undefined)
      for (const name of ["alt", "data-embedded-caption"]) texts.push(attribute(element, name) ?? "");
  return { words: new Set(texts.flatMap(wordsIn)), line: texts.map(squeeze).join("\n") };
}

const isEmptyLink = (link: Element): boolean =>
  /^https?:/i.test(attribute(link, "href") ?? "") &&
  link.childNodes.every((node) => node.nodeName === "#text" && "value" in node && node.value.trim() === "");
