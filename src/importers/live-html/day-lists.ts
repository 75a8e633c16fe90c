/** From several lists of posts, each below a day, to one list with the posts of one live page. */
import { elementsIn, shortLineOf, type Tree } from "../html/html.ts";
import { type Element, type HtmlNode, isElement } from "../html/inline.ts";
import { spanOf } from "../html/split.ts";
import { parseWrittenDay } from "../written-time/written-time.ts";
import { beginsWithTime, firstWords } from "./flow.ts";
import { makeLook } from "./look.ts";

const lists = new Set(["ul", "ol", "dl"]);
const items = new Set(["li", "dt"]);

interface DayLists {
  readonly parent: Element;
  /** The indexes, among its children, of the first day and the last list. */
  readonly from: number;
  readonly to: number;
  readonly lists: ReadonlySet<HtmlNode>;
}

export function joinDayLists(page: Tree): void {
  const found = elementsIn(page).flatMap((parent) => dayListsIn(parent) ?? []);
  if (found.length === 0) return;
  const look = makeLook(page);
  const all = page.childNodes.filter(isElement).reduce((sum, one) => sum + look.timesIn(one), 0);
  for (const one of found) {
    const timed = [...one.lists].reduce((sum, list) => sum + (isElement(list) ? look.timesIn(list) : 0), 0);
    // If other elements have most times of the page, the lists are parts of these elements.
    if (timed * 3 >= all * 2) join(one);
  }
}

function dayListsIn(parent: Element): DayLists | undefined {
  if (!parent.childNodes.some((node) => isElement(node) && lists.has(node.tagName))) return undefined;
  const found = new Set<HtmlNode>();
  let [from, to] = [-1, -1];
  let above: number | undefined;
  for (const [index, node] of parent.childNodes.entries()) {
    if (!isElement(node)) continue;
    if (above !== undefined && isTimed(node)) {
      if (found.size === 0) from = above;
      to = index;
      found.add(node);
    }
    above = parseWrittenDay(shortLineOf(node, 60) ?? "") === undefined ? undefined : index;
  }
  return found.size < 2 ? undefined : { parent, from, to, lists: found };
}

/** True for a list whose items begin with times. */
function isTimed(list: Element): boolean {
  if (!lists.has(list.tagName)) return false;
  const inside = list.childNodes.filter((node) => isElement(node) && items.has(node.tagName));
  return inside.length > 0 && inside.every((item) => beginsWithTime(firstWords(item)));
}

function join({ parent, from, to, lists: joined }: DayLists): void {
  const box = spanOf("");
  box.tagName = "section";
  box.nodeName = "section";
  box.childNodes = parent.childNodes
    .slice(from, to + 1)
    .flatMap((node) => (isElement(node) && joined.has(node) ? node.childNodes : [node]));
  for (const child of box.childNodes) child.parentNode = box;
  box.parentNode = parent;
  parent.childNodes = [...parent.childNodes.slice(0, from), box, ...parent.childNodes.slice(to + 1)];
}
