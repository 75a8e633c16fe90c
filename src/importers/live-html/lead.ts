/** From the part of a page before its posts to notes on its lead paragraphs, its summary and its lists of points. */

import { awayHeading, furnitureWords, keyEventWords, summaryHeading } from "../account/furniture-words.ts";
import { elementsIn, find, findAll, parentOf, shortLineOf, type Tree } from "../html/html.ts";
import { attribute, type Element, isElement, singleSpaced, wordsOf } from "../html/inline.ts";
import { isCalled } from "../html/names.ts";
import { putBefore, spanOf } from "../html/split.ts";
import { timeOfElement } from "../saved-page/element-times.ts";
import { isTimeText } from "../written-time/bare-times.ts";
import { headingBefore, headingOf } from "./key-events.ts";
import { allAbove, type Look, makeLook } from "./look.ts";
import { pageWriterNote } from "./page-writers.ts";

/** The attributes that hold the notes. */
export const leadNote = "data-lead-note";
export const summaryNote = "data-summary-note";

const standfirstCall =
  / (?:standfirst|dek|deck|subheading|subheadline|sub headline|strapline|lede|lead|lead text|intro|introduction|article summary|excerpt|story summary|teaser text|vorspann|chapo|chapeau|entradilla|bajada|sommario|occhiello|abstract|preamble|ingress) /;
const summaryCall =
  / (?:summary|key ?points|key ?takeaways|takeaways|key ?facts|highlights|what we know|summary points|bullets|bullet points|at a glance) /;
/** At most this many paragraphs before the posts are kept: the first ones. */
const most = 40;

export function noteLead(page: Tree, posts: readonly Element[], keyLists: readonly Element[]): void {
  const all = new Set(posts);
  const look = makeLook(page);
  const copies = new Set(keyLists.filter((list) => isTimed(list) && !hasMoreWords(list, posts)));
  const wordy = keyLists.find((list) => !copies.has(list) && hasMoreWords(list, posts));
  const summary = summaryOf(page, all, look, copies) ?? wordy;
  if (summary !== undefined) summary.attrs.push({ name: summaryNote, value: "" });
  let titled = find(page, ({ tagName }) => tagName === "h1") === undefined;
  let count = 0;
  const skipped = new Set<Element>(summary === undefined ? [] : [summary]);
  findAll(page, (one) => {
    // The lead ends at the first post.
    if (count < 0 || all.has(one)) {
      if (all.has(one)) count = -1;
      return true;
    }
    if (skipped.has(one) || attribute(one, pageWriterNote) !== undefined) return true;
    if (one.tagName === "h1") {
      titled ||= (shortLineOf(one) ?? "") !== "";
      return true;
    }
    if (isNoLead(one, look)) return true;
    const called = isCalled(one, standfirstCall) && isLine(one, all);
    if (!called && (!titled || !["p", "h2", "li"].includes(one.tagName) || !isLine(one, all))) return false;
    if (!called && !isSentence(shortLineOf(one, 1500) ?? "", one)) return false;
    if (count < most) one.attrs.push({ name: leadNote, value: "" });
    count += 1;
    return true;
  });
}

const isNoLead = (one: Element, look: Look): boolean =>
  ["nav", "footer", "aside", "form", "button", "figure", "blockquote", "dialog", "table"].includes(one.tagName) ||
  (look.isElsewhere(one) && !isCalled(one, standfirstCall));

/** True for words on one line without boxes. */
function isLine(one: Element, posts: ReadonlySet<Element>): boolean {
  const line = shortLineOf(one, 1500);
  return (
    line !== undefined &&
    line !== "" &&
    find(one, (inner) => posts.has(inner) || /^(?:h1|ul|ol|table|article|section)$/.test(inner.tagName)) === undefined
  );
}

function isSentence(line: string, { tagName }: Element): boolean {
  if (line.length < 12 || line.split(" ").length < 3 || furnitureWords.test(line) || awayHeading.test(line))
    return false;
  const ends = /[.!?…:。]["”’»)]?$/.test(line);
  return tagName === "p" ? ends || line.length > 70 : ends && line.length > 50;
}

/** The element with the name or the heading of a summary, with points in it, and with a heading directly before it. */
function summaryOf(
  page: Tree,
  posts: ReadonlySet<Element>,
  look: Look,
  copies: ReadonlySet<Element>,
): Element | undefined {
  const outside: Element[] = [];
  findAll(page, (one) => {
    if (posts.has(one)) return true;
    outside.push(one);
    return false;
  });
  const above = new Set<Element>();
  for (const post of posts)
    for (let one = parentOf(post); one !== undefined && !above.has(one); one = parentOf(one)) above.add(one);
  for (const copy of copies) for (const one of [copy, ...allAbove([copy]), ...elementsIn(copy)]) above.add(one);
  const fits = (one: Element): boolean => !above.has(one) && !look.isElsewhere(one) && look.sizeOf(one).words > 0;
  const called = outside.find(
    (one) =>
      ["section", "div", "aside", "ul", "ol"].includes(one.tagName) &&
      isCalled(one, summaryCall) &&
      !above.has(one) &&
      find(one, ({ tagName }) => tagName === "li") !== undefined,
  );
  if (called !== undefined) return called;
  for (const one of outside) {
    if (!["ul", "ol", "div", "section", "dl"].includes(one.tagName) || above.has(one)) continue;
    const list = one.tagName === "ul" || one.tagName === "ol" || one.tagName === "dl";
    const heading = headingOf(one);
    if (heading === undefined || !summaryHeading.test(heading) || keyOnly(heading)) continue;
    if (!fits(one) && !(parentOf(one)?.tagName === "aside")) continue;
    if (!list && shortLineOf(one, 80) === heading) continue;
    return withHeading(one);
  }
  return undefined;
}

/** True for a heading of key events that is not a heading of a summary. */
const keyOnly = (heading: string): boolean => keyEventWords.test(heading) && !summaryHeading.test(heading);

/** Puts an element and the heading directly before it into one box. */
function withHeading(element: Element): Element {
  const heading = headingBefore(element);
  if (heading === undefined || !summaryHeading.test(shortLineOf(heading, 80) ?? "")) return element;
  const box = spanOf("");
  box.tagName = "div";
  box.nodeName = "div";
  putBefore(box, heading);
  const siblings = box.parentNode?.childNodes;
  const from = siblings?.indexOf(heading) ?? -1;
  const to = siblings?.indexOf(element) ?? -1;
  if (siblings === undefined || from === -1 || to < from) return element;
  box.childNodes = siblings.splice(from, to - from + 1);
  for (const child of box.childNodes) child.parentNode = box;
  return box;
}

/** True if each point has a time. */
function isTimed(list: Element): boolean {
  const elements = elementsIn(list);
  const links = elements.filter(({ tagName }) => tagName === "a").length;
  const times = elements.filter((one) => timeOfElement(one) !== undefined || isTimeText(shortLineOf(one, 40) ?? ""));
  return links > 0 && times.length >= links;
}

/** True for a list of key events whose points have other words than the headlines and times of posts. */
function hasMoreWords(list: Element, posts: readonly Element[]): boolean {
  const known = new Set<string>();
  for (const post of posts)
    for (const one of elementsIn(post)) {
      const line =
        /^(?:h[1-6]|p|time)$/.test(one.tagName) || isCalled(one, / (?:headline|title|ttl) /)
          ? shortLineOf(one, 200)
          : undefined;
      if (line !== undefined) known.add(keyOf(line));
    }
  return elementsIn(list).some((one) => {
    const own = singleSpaced(wordsOf(one.childNodes.filter((node) => !isElement(node)))).trim();
    return /\p{L}{2}/u.test(own) && !known.has(keyOf(own)) && !keyEventWords.test(own) && !isTimeText(own);
  });
}

const keyOf = (line: string): string => line.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
