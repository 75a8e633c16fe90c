/** What is asked of many elements of any page: how many words they have, and whether they stand outside of its live page. */
import { elementsIn, parentOf, type Tree } from "./html-dom.ts";
import { type Element, silent } from "./html-inline.ts";
import { hasName, isCalled } from "./html-names.ts";

/** Parts of a page that are not the live page, whatever they hold. */
const elsewhereTags = new Set(["nav", "footer", "aside", "blockquote", "figure", "dialog"]);
const elsewhereName =
  /^(?:(?:[a-z]+[-_])?comments?(?:[-_](?:list|area|section|wrapper|container|thread|body|item|content|block))?|disqus\w*|sidebar|onward\w*|outbrain\w*|taboola\w*)$/i;
const elsewhereCall =
  / (?:related|recirc|recirculation|recommended|recommendations?|promos?|teasers?|most (?:read|viewed|popular|shared)|trending|newsletter|read next|more stories|more news|latest news|comment section|reader comments?) /;
/** What systems for live pages call a post. */
export const liveCall =
  / (?:live ?(?:blog |story |feed |ticker |stream |text |center |page |event |card |lead |article )*(?:post|entry|item|update|event|card|block|commentary|message)|lb (?:post|p|item|entry)|ncpost|tik4 event|scrbbl post|timeline (?:entry|item|event|post)|feed (?:post|entry|item)|message default) /;

export interface Look {
  /** Characters in an element, and how many of them stand in links. */
  sizeOf(element: Element): Size;
  /** A number of its own. */
  numberOf(element: Element): number;
  /** True in comments, sidebars and lists of other stories. */
  isElsewhere(element: Element): boolean;
}

interface Size {
  words: number;
  linked: number;
}

/** What is asked of many elements of a page, worked out once. */
export function lookAt(page: Tree): Look {
  const sizes = new Map<Element, Size>();
  const elements = [...elementsIn(page)];
  for (const element of elements) sizes.set(element, { words: 0, linked: 0 });
  for (const element of elements.toReversed()) {
    const size = sizes.get(element) ?? none;
    if (silent.has(element.tagName)) continue;
    for (const node of element.childNodes)
      if (node.nodeName === "#text" && "value" in node) size.words += node.value.replace(/\s+/g, " ").trim().length;
    if (element.tagName === "a") size.linked = size.words;
    const above = parentOf(element);
    const outer = above && sizes.get(above);
    if (outer === undefined) continue;
    outer.words += size.words;
    outer.linked += size.linked;
  }
  const known = new Map<Element, boolean>();
  const isElsewhere = (element: Element): boolean => {
    const asked: Element[] = [];
    let found = false;
    for (let one: Element | undefined = element; one !== undefined; one = parentOf(one)) {
      const before = known.get(one);
      found = before ?? leadsAway(one);
      asked.push(one);
      if (found || before !== undefined || one.tagName === "body") break;
    }
    for (const one of asked) known.set(one, found);
    return found;
  };
  const numbers = new Map(elements.map((element, index) => [element, index]));
  return {
    sizeOf: (element) => sizes.get(element) ?? none,
    numberOf: (element) => numbers.get(element) ?? -1,
    isElsewhere,
  };
}

const none: Size = { words: 0, linked: 0 };

const leadsAway = (one: Element): boolean =>
  one.tagName !== "body" &&
  one.tagName !== "html" &&
  (elsewhereTags.has(one.tagName) ||
    (!isCalled(one, liveCall) && (hasName(one, elsewhereName) || isCalled(one, elsewhereCall))));

/** Farther up than this, nothing is looked for. */
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
