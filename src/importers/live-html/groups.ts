/** From a page to groups of elements that repeat and have times: each group may be the posts of a live page. */

import { elementsIn, parentOf, type Tree } from "../html/html.ts";
import { attribute, type Element, silent, singleSpaced } from "../html/inline.ts";
import { isCalled } from "../html/names.ts";
import { timeOfElement } from "../saved-page/element-times.ts";
import { bracketedTime, closingTime, isClockText, isTimeText, openingTime } from "../written-time/bare-times.ts";
import { hasAbove, type Look, liveCall, nearestAbove } from "./look.ts";
import { signedTime } from "./post/signed-time.ts";

/** Parts of a line, of a table or of a page are not posts. */
const noHolders = new Set(
  "a abbr b body br button em figcaption figure footer h1 h2 h3 h4 h5 h6 head html i img label main mark nav picture small span strong sub sup td tfoot th thead time u blockquote dialog dt select option svg path".split(
    " ",
  ),
);
export const mayHold = ({ tagName }: Element): boolean => !noHolders.has(tagName);

export interface Group {
  readonly kind: string;
  readonly elements: readonly Element[];
  /** The number of characters in all of them; more if their names are those of posts. */
  readonly weight: number;
  readonly live: boolean;
  /** The elements are links, or lead to other pages: they are not posts. */
  readonly links: boolean;
}

export function groupsIn(page: Tree, look: Look): Group[] {
  const kinds = new Map<string, Element[]>();
  const seen = new Set<Element>();
  const bare = new Set<Element>();
  const take = (one: Element): void => {
    for (const kind of kindsOf(one, look)) {
      const group = kinds.get(kind);
      if (group === undefined) kinds.set(kind, [one]);
      else group.push(one);
    }
  };
  const climb = (start: Element, own: boolean): void => {
    for (let one: Element | undefined = start; one !== undefined && !seen.has(one); one = parentOf(one)) {
      seen.add(one);
      if (mayHold(one) && (one !== start || own)) take(one);
    }
  };
  const bareTimes: Element[] = [];
  for (const time of elementsIn(page)) {
    if (silent.has(time.tagName)) continue;
    const live = mayHold(time) && isCalled(time, liveCall);
    if (live || timeOfElement(time) !== undefined) {
      // A post can have its time in an attribute of its own: then it has more words than the time.
      const { words, times } = look.sizeOf(time);
      climb(time, live || words > times);
    } else if (hasBareTime(time)) bareTimes.push(time);
  }
  for (const time of bareTimes) {
    bare.add(time);
    climb(time, true);
  }
  return [...kinds].flatMap(([kind, elements]) => groupOf(kind, elements, look, bare) ?? []);
}

/** True if the element's own text begins or ends with a time or is one, without an element for the time. */
function hasBareTime(element: Element): boolean {
  let first: string | undefined;
  let last = "";
  for (const node of element.childNodes) {
    if (node.nodeName !== "#text" || !("value" in node) || node.value.trim() === "") continue;
    first ??= node.value;
    last = node.value;
  }
  if (first === undefined) return false;
  const opening = singleSpaced(first.slice(0, 80)).trim();
  const ending = singleSpaced(last.slice(-80)).trim();
  if (/^[[(\p{Nd}]/u.test(opening) && (openingTime(opening) > 0 || bracketedTime(opening) !== undefined)) return true;
  if (/[\p{Nd}mhr)\]]$/iu.test(ending) && closingTime(ending) !== undefined) return true;
  if (first.length < 80 && (isTimeText(opening) || isClockText(opening))) return true;
  return first.length < 120 && signedTime(singleSpaced(first).trim()) !== undefined;
}

/** The kinds of an element: its tag with each class that has no long number, and its tag with its parent. */
export function kindsOf(element: Element, look: Look): readonly string[] {
  const names = kindNames.flatMap((name) => (attribute(element, name) ?? "").slice(0, 1000).split(/\s+/));
  const plain = names.filter((name) => name !== "" && !/\d{3}/.test(name)).map((name) => `${element.tagName}.${name}`);
  const above = parentOf(element);
  // Adjacent paragraphs are one text, unless they have the same class.
  const beside = above === undefined || element.tagName === "p" ? [] : [`${element.tagName} ${look.numberOf(above)}`];
  return [...new Set([...plain, ...beside])];
}

const kindNames = ["class", "data-testid", "data-test-id", "data-qa", "data-component", "data-component-name"];

function groupOf(kind: string, group: readonly Element[], look: Look, bare: ReadonlySet<Element>): Group | undefined {
  const all = new Set(group);
  const elements = group.filter((one) => !hasAbove(one, all) && !look.isElsewhere(one));
  const [first] = elements;
  const live = first !== undefined && isCalled(first, liveCall);
  if (first === undefined || elements.length < (live ? 1 : 3)) return undefined;
  let [words, linked, times, teasers, unmarked] = [0, 0, 0, 0, 0];
  for (const one of elements) {
    const size = look.sizeOf(one);
    words += size.words;
    linked += size.linked;
    times += size.times;
    if (look.isTeasers(one)) teasers += 1;
    if (bare.has(one)) unmarked += 1;
  }
  const count = elements.length;
  const share = linked / Math.max(words, 1);
  const own = (words - times) / count;
  // Lists of other stories are links with one line each; posts have more words, or no links.
  if (own < 3) return undefined;
  const others = !live && teasers * 5 >= count * 4;
  const links = (!live && share > 0.3 && words / count < 60) || (others && words / count < 220 && share > 0.25);
  const doubt = (share > 0.6 ? 0.2 : 1) * (others ? 0.4 : 1) * (unmarked * 2 > count ? 0.7 : 1);
  return { kind, elements, weight: (words - times / 2) * (live ? 3 : 1) * doubt, live, links };
}

/** True if the group has more elements than the boxes, or all its elements in one box, and nearly all of the words. */
export function isFiner(group: Group, boxes: Group, all: ReadonlySet<Element>): boolean {
  const within = new Set(group.elements.map((one) => nearestAbove(one, all)));
  if (within.has(undefined)) return false;
  if (within.size === 1) return group.elements.length >= 3 && group.weight >= boxes.weight * 0.5;
  return group.elements.length > boxes.elements.length && group.weight >= boxes.weight * 0.7;
}
