/** The fixed words that a page says to screen readers only: "Image source, ", "published at", ", external". */
import type { Place } from "./account-span.ts";
import { classesOf, findAll, parentOf, takeOut } from "./html-dom.ts";
import { type Element, isElement, type Node, wordsOf } from "./html-inline.ts";
import { type LossKind, losses } from "./losses.ts";
import type { Words } from "./words.ts";
import { squeeze } from "./written-words.ts";

/** What an element is, by the hidden words at its beginning. */
export type Role = "credit" | "caption";

const phrases: readonly (readonly [LossKind, Role?])[] = [
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

/** Takes hidden words and hidden second copies out of a post, and says what the elements are that they introduce. */
export function takeHidden(post: Element, words: Words, place: Place): ReadonlyMap<Element, Role> {
  const roles = new Map<Element, Role>();
  for (const element of findAll(post, isHidden)) {
    const text = wordsOf([element]).replace(/\s+/g, " ").trim();
    const parent = parentOf(element);
    if (parent === undefined) continue;
    const role = takePhrase(text, words, place);
    if (role === undefined && !takeCopy(text, element, parent, words)) continue;
    takeOut(element);
    if (role === "credit" || role === "caption") roles.set(parent, role);
  }
  for (const element of findAll(post, ({ tagName }) => tagName === "figcaption" || tagName === "figure"))
    takeOpening(element, words, place, roles);
  return roles;
}

/** Counts a fixed phrase as lost; undefined for other words. */
function takePhrase(text: string, words: Words, place: Place): Role | "none" | undefined {
  const phrase = phrases.find(([kind]) => losses[kind].pattern.test(text));
  if (phrase === undefined) return undefined;
  words.lose(text, phrase[0], place);
  return phrase[1] ?? "none";
}

/** "Quote Message: the words", beside the same words for those who see. */
function takeCopy(text: string, element: Element, parent: Element, words: Words): boolean {
  const opening = /^Quote Message:(?:\s*from\b)?\s*/i.exec(text)?.[0];
  if (opening === undefined) return false;
  const rest = text.slice(opening.length);
  const beside = parent.childNodes.filter((node) => node !== element && !(isElement(node) && isHidden(node)));
  if (!squeeze(wordsOf(beside)).includes(squeeze(rest))) return false;
  words.lose(opening.trim(), "quote message");
  words.lose(rest, "second copy");
  return true;
}

/** The same words where nothing hides them: at the beginning of a caption or of a credit in a figure. */
function takeOpening(element: Element, words: Words, place: Place, roles: Map<Element, Role>): void {
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

type Text = Node & { value: string };

function textsOf(element: Element): readonly Text[] {
  return element.childNodes.flatMap((node) =>
    isElement(node)
      ? node.tagName === "figcaption"
        ? []
        : textsOf(node)
      : node.nodeName === "#text"
        ? [node as Text]
        : [],
  );
}
