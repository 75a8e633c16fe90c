/** Words that a page holds and shows to nobody: code, comments, templates, labels in attributes. They are counted, each by its kind. */
import type { Place } from "../account/account-span.ts";
import type { Words } from "../account/words.ts";
import { elementsIn, parentOf, type Tree } from "../html/html.ts";
import { attribute, type Element, wordsOf } from "../html/inline.ts";
import { makeText, setChildren } from "../html/make.ts";
import { dropCopies } from "./noscript.ts";
import { takeNotes } from "./unseen-notes.ts";

/** Counts all unseen words in a tree as lost. To be asked once, before anything is taken out of it. */
export function loseUnseen(tree: Tree, words: Words, place: Place): void {
  const elements = elementsIn(tree);
  for (const element of elements) if (element.tagName === "abbr" || element.tagName === "acronym") explain(element);
  loseAttributes(tree, elements, words, place);
  dropCopies(tree);
  for (const one of [tree, ...elements]) for (const [kind, text] of takeNotes(one)) words.lose(text, kind, place);
}

/** Counts what pictures and frames say in an element of which only the words are read. */
export function loseMediaWords(element: Element, words: Words, place: Place): void {
  for (const text of mediaWords(element)) words.lose(text, "attribute words", place);
}

/** What pictures and frames say in an element. */
export const mediaWords = (element: Element): readonly string[] =>
  [element, ...elementsIn(element)].flatMap((one) =>
    ["alt", "data-embedded-caption"].flatMap((name) => {
      const text = one.tagName === "img" || name !== "alt" ? (attribute(one, name) ?? "").trim() : "";
      return text === "" ? [] : [text];
    }),
  );

/** Puts what an abbreviation stands for behind it, in a text; a headline or a time stays as it is. */
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

function loseAttributes(tree: Tree, elements: readonly Element[], words: Words, place: Place): void {
  let shown: ReadonlySet<string> | undefined;
  for (const element of elements) {
    if (element.tagName === "a" && isEmptyLink(element))
      words.lose(attribute(element, "href") ?? "", "attribute words", place);
    for (const { name, value } of element.attrs) {
      if (!/\p{L}/u.test(value) || !holdsWords(element, name, value)) continue;
      shown ??= shownIn(tree, elements);
      const told = wordsIn(value);
      if (told.every((word) => shown?.has(word))) continue;
      words.lose(value, element.tagName === "input" ? "controls" : "attribute words", place);
    }
  }
}

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words that a reader sees, those of pictures' descriptions too. */
function shownIn(tree: Tree, elements: readonly Element[]): ReadonlySet<string> {
  const shown = new Set(wordsIn(wordsOf(tree.childNodes)));
  for (const element of elements)
    if (element.tagName === "img" || attribute(element, "data-embedded-caption") !== undefined)
      for (const name of ["alt", "data-embedded-caption"])
        for (const word of wordsIn(attribute(element, name) ?? "")) shown.add(word);
  return shown;
}

const isEmptyLink = (link: Element): boolean =>
  /^https?:/i.test(attribute(link, "href") ?? "") &&
  link.childNodes.every((node) => node.nodeName === "#text" && "value" in node && node.value.trim() === "");

const spoken = new Set(
  "title aria-label aria-description aria-placeholder aria-valuetext aria-roledescription placeholder summary label".split(
    " ",
  ),
);
const dataWords =
  /^data-(?:[a-z0-9]+-)*(?:text|caption|title|label|description|desc|alt|credit|headline|heading|quote|summary|tooltip|tip|message|subtitle|kicker)$/;
const dataForMachines = /link|track|event|analytic|gtm|test|component|module|url|src|class|icon|action/;
const ownWords = new Set("heading headline text caption description credit quote message subtitle".split(" "));
const buttons = new Set(["button", "submit", "reset", "text", "search", "email", ""]);

/** True for an attribute in which words for a reader may stand. */
function holdsWords({ tagName, attrs }: Element, name: string, value: string): boolean {
  if (spoken.has(name)) return !isTime(value);
  if (name === "alt") return tagName !== "img";
  if (name === "value")
    return tagName === "input" && buttons.has(attrs.find((one) => one.name === "type")?.value.toLowerCase() ?? "");
  if (dataWords.test(name)) return !dataForMachines.test(name) && !isMachine(value);
  return tagName.includes("-") && ownWords.has(name) && !isMachine(value);
}

/** A date or a time of day: what is read of times is said elsewhere. */
const isTime = (value: string): boolean => value.length <= 60 && /\d[:.h]\d\d|\b\d{4}\b/.test(value);

/** An address, data or a name without blanks and with marks of code in it. */
const isMachine = (value: string): boolean =>
  /^\s*(?:[[{<#/]|https?:|data:)/i.test(value) || (!/\s/.test(value.trim()) && /[\d_:/=&?]/.test(value));
