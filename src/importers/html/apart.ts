/** From a tree to the same tree with a blank between neighbours that the page separates only by its style. A word in pieces stays whole. */
import { elementsIn, type Tree } from "./html.ts";
import { attribute, type Element, type HtmlNode, isElement, silent } from "./inline.ts";
import { makeText, setChildren } from "./make.ts";

/** Each of these elements is separate from its neighbours, with any words. */
const controls = new Set(["label", "button", "option"]);
/** Elements that can hold a phrase and do not mark part of a word. */
const holders = new Set(["span", "a", "time", "small", "data", "address", ...controls]);
/** The search for the first and the last words of an element stops at this depth. */
const deepest = 20;

/** Puts a blank between two adjacent elements with words of their own, if there is none. */
export function setApart(tree: Tree | Element): void {
  for (const element of isTagged(tree) ? [tree, ...elementsIn(tree)] : elementsIn(tree)) {
    if (element.tagName === "pre" || element.tagName === "code" || silent.has(element.tagName)) continue;
    const { childNodes } = element;
    if (!childNodes.some((node, index) => isGap(childNodes[index - 1], node))) continue;
    setChildren(
      element,
      childNodes.flatMap((node, index) => (isGap(childNodes[index - 1], node) ? [makeText(" "), node] : [node])),
    );
  }
}

const isTagged = (tree: Tree | Element): tree is Element => "tagName" in tree;

function isGap(left: HtmlNode | undefined, right: HtmlNode): boolean {
  if (left === undefined || !isElement(left) || !isElement(right)) return false;
  if (!holders.has(left.tagName) || !holders.has(right.tagName)) return false;
  const [before, behind] = [textAt(left, "last"), textAt(right, "first")];
  if (before === "" || behind === "" || /\s$/.test(before) || /^\s/.test(behind)) return false;
  if (controls.has(left.tagName) || controls.has(right.tagName)) return /[\p{L}\p{N}]$/u.test(before) && isWord(behind);
  const [isPhrase, goesOn] = [/\S\s+\S/.test(before), /\S\s+\S/.test(behind)];
  if (isLinks(left, right)) return ends.test(before) && begins.test(behind);
  // Word processors cut a text anywhere into pieces with the same look.
  if (left.attrs.length > 0 && left.tagName === right.tagName && looksOf(left) === looksOf(right)) return false;
  if (isPhrase && goesOn && caseless.test(before) && caselessStart.test(behind)) return true;
  return (isPhrase || goesOn) && ends.test(before) && begins.test(behind);
}

const isWord = (text: string): boolean => /^[\p{L}\p{N}]/u.test(text);
/** The end of a word of several letters, or of a sentence. */
const ends = /(?:\p{Ll}{3}|\p{Ll}{2}[.!?…:;,)”’"]{1,2})$/u;
const begins = /^["“‘«(]?\p{Lu}(?:\p{Ll}{2}|\s)/u;
const caseless = /\p{Lo}{2}$/u;
const caselessStart = /^\p{Lo}{2}/u;

/** True for links with two different addresses. */
function isLinks(left: Element, right: Element): boolean {
  const [one, two] = [attribute(left, "href"), attribute(right, "href")];
  return left.tagName === "a" && right.tagName === "a" && one !== undefined && two !== undefined && one !== two;
}

const looksOf = ({ attrs }: Element): string =>
  attrs
    .filter(({ name }) => name === "class" || name === "style")
    .map(({ name, value }) => `${name} ${value}`)
    .join("\n");

/** The first or the last text in an element, or a part of it. */
function textAt(element: Element, which: "first" | "last"): string {
  let inner: Element = element;
  for (let depth = 0; depth < deepest; depth += 1) {
    const children = inner.childNodes.slice(which === "first" ? 0 : -deepest, which === "first" ? deepest : undefined);
    const hasText = (node: HtmlNode): boolean =>
      isElement(node) ? node.childNodes.length > 0 && !silent.has(node.tagName) : "value" in node && node.value !== "";
    const child = which === "first" ? children.find(hasText) : children.findLast(hasText);
    if (child === undefined) return "";
    if (!isElement(child)) return "value" in child ? child.value.slice(...(which === "first" ? [0, 80] : [-80])) : "";
    inner = child;
  }
  return "";
}
