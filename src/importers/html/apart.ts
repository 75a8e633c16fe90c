/** Words of neighbours that a page sets apart by its style alone: a blank between them, and never in a word that is written in pieces. */
import { elementsIn, type Tree } from "./html.ts";
import { attribute, type Element, type HtmlNode, isElement, silent } from "./inline.ts";
import { makeText, setChildren } from "./make.ts";

/** Each is a thing of its own, whatever its words are. */
const controls = new Set(["label", "button", "option"]);
/** What may hold a phrase, and is no mark within a word. */
const holders = new Set(["span", "a", "time", "small", "data", "address", ...controls]);
/** How far the first and the last words of an element are looked for. */
const deepest = 20;

/** Puts a blank between two elements that stand side by side without one and hold words of their own. */
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
  // A word processor cuts a text anywhere into pieces that look the same.
  if (left.attrs.length > 0 && left.tagName === right.tagName && looksOf(left) === looksOf(right)) return false;
  if (isPhrase && goesOn && caseless.test(before) && caselessStart.test(behind)) return true;
  return (isPhrase || goesOn) && ends.test(before) && begins.test(behind);
}

const isWord = (text: string): boolean => /^[\p{L}\p{N}]/u.test(text);
/** A word of some letters, or a sentence. */
const ends = /(?:\p{Ll}{3}|\p{Ll}{2}[.!?…:;,)”’"]{1,2})$/u;
const begins = /^["“‘«(]?\p{Lu}(?:\p{Ll}{2}|\s)/u;
const caseless = /\p{Lo}{2}$/u;
const caselessStart = /^\p{Lo}{2}/u;

/** Links that lead to two places. */
function isLinks(left: Element, right: Element): boolean {
  const [one, two] = [attribute(left, "href"), attribute(right, "href")];
  return left.tagName === "a" && right.tagName === "a" && one !== undefined && two !== undefined && one !== two;
}

const looksOf = ({ attrs }: Element): string =>
  attrs
    .filter(({ name }) => name === "class" || name === "style")
    .map(({ name, value }) => `${name} ${value}`)
    .join("\n");

/** The first or the last text in an element, or a piece of it. */
function textAt(element: Element, which: "first" | "last"): string {
  let inner: Element = element;
  for (let depth = 0; depth < deepest; depth += 1) {
    const children = inner.childNodes.slice(which === "first" ? 0 : -deepest, which === "first" ? deepest : undefined);
    const says = (node: HtmlNode): boolean =>
      isElement(node) ? node.childNodes.length > 0 && !silent.has(node.tagName) : "value" in node && node.value !== "";
    const child = which === "first" ? children.find(says) : children.findLast(says);
    if (child === undefined) return "";
    if (!isElement(child)) return "value" in child ? child.value.slice(...(which === "first" ? [0, 80] : [-80])) : "";
    inner = child;
  }
  return "";
}
