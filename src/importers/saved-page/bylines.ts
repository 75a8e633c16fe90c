/** From the element of a post to its authors: names, roles and places, by the names of elements. */

import { byWordsOfName, isByWord } from "../account/by-words.ts";
import { betweenNames } from "../account/text-furniture.ts";
import { find, findAll, isWithin, parentOf, shortLineOf, textOfElement } from "../html/html.ts";
import { attribute, type Element, type HtmlNode, isElement } from "../html/inline.ts";
import { isCalled } from "../html/names.ts";
import { firstText, splitText, type Text } from "../html/split.ts";

const bylineCall =
  / (?:byline|author|authors|contributor|contributors|reporter|journalist|from name|author name|display name|post name|autor|autora|autores|autorin|autoren|auteur|auteure|auteurs|autore|autrice|autori|verfasser|verfasserin|redakteur|redakteurin|redacteur|redactor|redactora|redattore|schrijver|författare|forfatter|skribent|journaliste|periodista|giornalista|dziennikarz) /;
const roleCall = / (?:role|job|jobtitle|job title|position|author title|description|location|reporting from) /;

export const isRelated = (a: Element, b: Element | undefined): boolean =>
  b !== undefined && (isWithin(a, b) || isWithin(b, a));
export const isShort = (one: Element, most: number): boolean => {
  const line = shortLineOf(one, most);
  return line !== undefined && line !== "" && line.length <= most;
};
export const isLeaf = (one: Element): boolean =>
  find(one, ({ tagName }) => ["p", "div", "ul", "section"].includes(tagName)) === undefined;
/** The attribute of an element that holds the author's name, as the same element does in other posts. */
export const writerNote = "data-writer-note";
export const isByline = (one: Element): boolean =>
  attribute(one, writerNote) !== undefined ||
  isCalled(one, bylineCall) ||
  attribute(one, "itemprop") === "author" ||
  attribute(one, "rel") === "author";

/** True within a quotation or a figure of the post. */
export function isQuoted(one: Element, post: Element): boolean {
  for (let above = parentOf(one); above !== undefined && above !== post; above = parentOf(above))
    if (["blockquote", "figure"].includes(above.tagName)) return true;
  return false;
}

export interface Bylines {
  readonly names: readonly { readonly name: Element; readonly role?: Element }[];
  /** The words before and between names: "By", "and". */
  readonly between: readonly (readonly [Element, "edited by" | "name separator"])[];
  readonly pictures: readonly Element[];
}

export function bylinesOf(post: Element, mayBe: (element: Element) => boolean): Bylines {
  const marked = findAll(post, (one) => isByline(one) && mayBe(one) && isShort(one, 200) && !isQuoted(one, post));
  const names: { name: Element; role?: Element }[] = [];
  const between: [Element, "edited by" | "name separator"][] = [];
  for (const byline of marked.slice(0, 8)) {
    const people = findAll(
      byline,
      (one) =>
        attribute(one, "itemprop") === "name" ||
        attribute(one, "rel") === "author" ||
        isCalled(one, / (?:name|author name|p name) /),
    ).filter((one) => textOfElement(one) !== "");
    const role = find(
      byline,
      (one) => isCalled(one, roleCall) && isShort(one, 120) && !people.some((name) => isRelated(one, name)),
    );
    const text = firstText(byline);
    const by = text === undefined ? 0 : byLength(text.value, textOfElement(byline));
    if (text !== undefined && by > 0) between.push([splitText(text, by), "edited by"]);
    if (people.length === 0) {
      if (isNameOnly(byline)) names.push({ name: byline });
    }
    for (const [index, name] of people.entries())
      names.push({ name, ...(index === 0 && role !== undefined && { role }) });
  }
  const parts = [...names.map(({ name }) => name), ...between.map(([one]) => one)];
  for (const line of linesAround(parts, post))
    for (const text of line.childNodes.filter(isText)) {
      const word = text.value.trim();
      if (word !== "") between.push([splitText(text, text.value.length), isBy(word) ? "edited by" : "name separator"]);
    }
  const place = find(
    post,
    (one) => /^Reporting from \S/.test(shortLineOf(one, 100) ?? "") && isLeaf(one) && mayBe(one),
  );
  const [first] = names;
  if (first !== undefined && first.role === undefined && place !== undefined && !isRelated(place, first.name))
    first.role = place;
  const pictures = marked.flatMap((byline) => findAll(byline, ({ tagName }) => tagName === "img"));
  return { names, between, pictures };
}

/** The number of characters of a word such as "By" at the start of `text`; `line` is the whole byline. */
function byLength(text: string, line: string): number {
  const start = text.length - text.trimStart().length;
  const english = /^By:?(?=\s|$)\s*/i.exec(text.slice(start))?.[0].length;
  if (english !== undefined) return start + english;
  const length = byWordsOfName(line);
  return length === 0 ? 0 : Math.min(text.length, start + length);
}

const isBy = (word: string): boolean => /^by:?$/i.test(word) || isByWord(word);
const isBetween = (word: string): boolean => word === "" || isBy(word) || betweenNames.test(word);

/** False for a sentence, also in an element whose name says byline. */
function isNameOnly(byline: Element): boolean {
  const line = textOfElement(byline);
  return line.length <= 90 && !(/[.!?…]["”']?$/.test(line) && line.split(" ").length > 4);
}

/** The elements that hold nothing but names and words such as "By" and "and". */
function linesAround(parts: readonly Element[], post: Element): readonly Element[] {
  const lines = new Set(parts.flatMap((part) => parentOf(part) ?? []));
  return [...lines].filter(
    (line) =>
      line !== post &&
      line.childNodes.every((node) =>
        isText(node) ? isBetween(node.value.trim()) : isElement(node) && parts.includes(node),
      ),
  );
}

const isText = (node: HtmlNode): node is Text => node.nodeName === "#text" && "value" in node;
