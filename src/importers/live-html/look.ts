/** From a page to facts about its elements: how many words they have, and whether they stand outside of the live page. */

import { awayHeading, likelyPhrase } from "../account/furniture-words.ts";
import { elementsIn, parentOf, shortLineOf, type Tree } from "../html/html.ts";
import { attribute, type Element, isElement, silent } from "../html/inline.ts";
import { hasName, isCalled } from "../html/names.ts";
import { timeOfElement } from "../saved-page/element-times.ts";
import { isButton, isShareAddress } from "../saved-page/furniture.ts";
import { anchorNote } from "../saved-page/plain.ts";
import { bracketedTime, isClockText, isTimeText, openingTime } from "../written-time/bare-times.ts";

/** Parts of a page that are outside of the live page, with any content. */
const elsewhereTags = new Set(["nav", "footer", "aside", "blockquote", "figure", "dialog"]);
const elsewhereName =
  /^(?:(?:[a-z]+[-_])?(?:comments?|kommentare?|commentaires?|comentarios?|commenti|reacties)(?:[-_](?:list|area|section|wrapper|container|thread|body|item|content|block))?|disqus\w*|sidebar|onward\w*|outbrain\w*|taboola\w*)$/i;
const elsewhereCall =
  / (?:related|recirc|recirculation|recommended|recommendations?|promos?|teasers?|most (?:read|viewed|popular|shared)|trending|newsletter|read next|more stories|more news|latest news|comment section|reader comments?|user comments?|cookie banner) /;
/** The names of posts in systems for live pages. */
export const liveCall =
  / (?:live ?(?:blog |story |feed |ticker |stream |text |center |page |event |card |lead |article )*(?:post|entry|item|update|event|card|block|commentary|message)|lb (?:post|p|item|entry)|ncpost|tik4 event|scrbbl post|timeline (?:entry|item|event|post)|feed (?:post|entry|item)|message default) /;

export interface Look {
  /** The number of characters in an element and in its links. */
  sizeOf(element: Element): Size;
  /** The index of the element on the page; -1 for an element that is not on it. */
  numberOf(element: Element): number;
  /** The number of elements and texts with a time, in the element and including itself. */
  timesIn(element: Element): number;
  /** True in comments, sidebars and lists of other stories. */
  isElsewhere(element: Element): boolean;
  /** True if a heading such as "Related" or "Comments" stands above it. */
  isLed(element: Element): boolean;
  /** True if it holds little more than pictures and headings that link to other pages. */
  isTeasers(element: Element): boolean;
}

export interface Size {
  words: number;
  linked: number;
  /** Characters of words in elements that are times. */
  times: number;
  /** Elements and texts with a time. */
  timed: number;
  /** Links to other pages with words. */
  links: number;
  /** Headings that are links to other pages, or stand in one. */
  heads: number;
}

/** Computes facts about all elements of a page once, because many elements are tested. */
export function makeLook(page: Tree, source?: string): Look {
  const elements = elementsIn(page);
  const sizes = measure(elements, source?.split(/[?#]/, 1)[0]?.replace(/(?:\.html?|\/)$/, ""));
  const numbers = new Map(elements.map((element, index) => [element, index]));
  const led = ledBelow(elements, sizes);
  const known = new Map<Element, boolean>();
  const isElsewhere = (element: Element): boolean => {
    const path: Element[] = [];
    let found = false;
    for (let one: Element | undefined = element; one !== undefined; one = parentOf(one)) {
      const before = known.get(one);
      found = before ?? (led.has(one) || leadsAway(one));
      path.push(one);
      if (found || before !== undefined || one.tagName === "body") break;
    }
    for (const one of path) known.set(one, found);
    return found;
  };
  const sizeOf = (element: Element): Size => sizes.get(element) ?? none;
  return {
    sizeOf,
    numberOf: (element) => numbers.get(element) ?? -1,
    timesIn: (element) => sizeOf(element).timed,
    isElsewhere,
    isLed: (element) => led.has(element),
    isTeasers(element) {
      const { words, linked, heads, links } = sizeOf(element);
      return heads > 0 && links > 0 && words < 600 * heads && linked * 2 >= words - 60 * heads && linked > 0;
    },
  };
}

/** Links that begin with `own` lead to posts of the page itself. */
function measure(elements: readonly Element[], own: string | undefined): ReadonlyMap<Element, Size> {
  const sizes = new Map<Element, Size>();
  for (const element of elements) sizes.set(element, { ...none });
  for (const element of elements.toReversed()) {
    const size = sizes.get(element) ?? { ...none };
    if (silent.has(element.tagName)) continue;
    let texts = 0;
    for (const node of element.childNodes)
      if (node.nodeName === "#text" && "value" in node) {
        const text = node.value.replace(/\s+/g, " ").trim();
        size.words += text.length;
        if (!/^[[(\p{Nd}]/u.test(text) || texts++ > 0) continue;
        const whole = text.length < 60 && (isTimeText(text) || isClockText(text));
        if (whole) size.times += text.length;
        if (whole || openingTime(text) > 0 || bracketedTime(text) !== undefined) size.timed += 1;
      }
    const time = timeOf(element);
    if (time === "time") size.times = size.words;
    if (time !== undefined) size.timed = Math.max(size.timed, 1);
    // A control has no words of a post and is not a link to another story.
    if (isToShare(element)) {
      sizes.set(element, { ...none });
      continue;
    }
    const href = element.tagName === "a" ? (attribute(element, "href") ?? "") : "";
    const inside = (own !== undefined && href.startsWith(own)) || attribute(element, anchorNote) !== undefined;
    const away = !inside && /^https?:/i.test(href);
    if (element.tagName === "a" && !inside && (attribute(element, "href") !== undefined || isCard(element))) {
      size.linked = size.words - size.times;
      if (away && size.words > 0) size.links += 1;
    }
    // A link in a heading, or a heading in a link.
    if (/^h[1-6]$/.test(element.tagName) && (size.links > 0 || isInLink(element))) size.heads += 1;
    const above = parentOf(element);
    const outer = above && sizes.get(above);
    if (outer === undefined) continue;
    outer.words += size.words;
    outer.linked += size.linked;
    outer.times += size.times;
    outer.timed += size.timed;
    outer.links += size.links;
    outer.heads += size.heads;
  }
  return sizes;
}

/** True for blocks that a script makes one link. A sentence without an address is not a link, but words. */
const isCard = ({ childNodes }: Element): boolean =>
  childNodes.some(
    (node) => isElement(node) && /^(?:div|p|h[1-6]|time|section|article|header|figure|ul)$/.test(node.tagName),
  );

/** True for a button, or a link that shares the page; false for a heading. */
function isToShare(element: Element): boolean {
  const link = element.tagName === "a";
  if ((!link && !isButton(element)) || /^h[1-6]$/.test(parentOf(element)?.tagName ?? "")) return false;
  const line = shortLineOf(element, 60);
  if (line === undefined || line.length > 60) return false;
  return !link || isShareAddress(attribute(element, "href") ?? "") || likelyPhrase.test(line);
}

/** Whether an element has a time, for machines or people: "time" if all its words are the time, "own" if it has other words. */
function timeOf(element: Element): "time" | "own" | undefined {
  if ((element.attrs.length === 0 && element.tagName !== "time") || timeOfElement(element) === undefined)
    return undefined;
  const line = shortLineOf(element, 80);
  if (line === undefined) return "own";
  return isTimeText(line) || (element.tagName === "time" && line.length <= 40) ? "time" : "own";
}

function isInLink(element: Element): boolean {
  let above = parentOf(element);
  for (let height = 0; above !== undefined && height < 4; height += 1, above = parentOf(above))
    if (above.tagName === "a") return /^https?:|^$/i.test(attribute(above, "href") ?? "");
  return false;
}

const none: Size = { words: 0, linked: 0, times: 0, timed: 0, links: 0, heads: 0 };

/** The elements below headings such as "Related" and "Comments": the box that the heading opens, or its later siblings. */
function ledBelow(elements: readonly Element[], sizes: ReadonlyMap<Element, Size>): ReadonlySet<Element> {
  const sizeOf = (element: Element): Size => sizes.get(element) ?? none;
  const page = elements[0] === undefined ? 0 : sizeOf(elements[0]).words;
  const boxes = new Map<Element, { readonly head: Element; readonly heading: Element }[]>();
  for (const heading of elements) {
    const { words } = sizeOf(heading);
    if (words === 0 || words > 60 || !headings.has(heading.tagName)) continue;
    if (!awayHeading.test(shortLineOf(heading, 60) ?? "")) continue;
    let head = heading;
    let box = parentOf(head);
    // Goes up to the first element that holds more than the heading.
    for (
      let height = 0;
      box !== undefined && sizeOf(box).words === words && height < 8;
      height += 1, box = parentOf(box)
    )
      head = box;
    if (box === undefined || sizeOf(box).words === words) continue;
    const heads = boxes.get(box) ?? [];
    boxes.set(box, heads);
    if (heads.at(-1)?.head !== head) heads.push({ head, heading });
  }
  const led = new Set<Element>();
  for (const [box, heads] of boxes) {
    const [first] = heads;
    // A heading that appears several times in one box is a button of each post; a box with one time is a post.
    if (first === undefined || heads.length > 2 || sizeOf(box).timed === 1) continue;
    const siblings = box.childNodes.filter(isElement);
    const opens = siblings.find((one) => sizeOf(one).words > 0) === first.head;
    const isPage = ["body", "html", "main"].includes(box.tagName) || sizeOf(box).words * 10 > page * 9;
    if (opens && !isPage) led.add(box);
    else for (const { head, heading } of heads) ledBehind(siblings, head, heading, led);
  }
  return led;
}

const headings = new Set("h1 h2 h3 h4 h5 h6 div p span strong b header legend a button summary dt em".split(" "));

/** Adds the siblings after a heading, up to the next heading of its level. */
function ledBehind(siblings: readonly Element[], head: Element, heading: Element, led: Set<Element>): void {
  const level = /^h[1-6]$/.test(heading.tagName) ? heading.tagName : "h9";
  for (const one of siblings.slice(siblings.indexOf(head) + 1)) {
    if (led.has(one) || (/^h[1-6]$/.test(one.tagName) && one.tagName <= level)) return;
    led.add(one);
  }
}

const leadsAway = (one: Element): boolean =>
  one.tagName !== "body" &&
  one.tagName !== "html" &&
  (elsewhereTags.has(one.tagName) ||
    (!isCalled(one, liveCall) && (hasName(one, elsewhereName) || isCalled(one, elsewhereCall))));

/** The search upwards stops at this height. */
const highest = 300;

export const hasAbove = (element: Element, all: ReadonlySet<Element>): boolean =>
  nearestAbove(element, all) !== undefined;

export function nearestAbove(element: Element, all: ReadonlySet<Element>): Element | undefined {
  let above = parentOf(element);
  for (let height = 0; above !== undefined && height < highest; height += 1, above = parentOf(above))
    if (all.has(above)) return above;
  return undefined;
}

export function allAbove(elements: readonly Element[]): ReadonlySet<Element> {
  const above = new Set<Element>();
  for (const element of elements)
    for (let one = parentOf(element); one !== undefined && !above.has(one); one = parentOf(one)) above.add(one);
  return above;
}
