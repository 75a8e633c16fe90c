/** From lists of key events with links to posts to notes on these posts. */
import { keyEventWords, summaryHeading } from "../account/furniture-words.ts";
import { find, findAll, parentOf, shortLineOf, type Tree } from "../html/html.ts";
import { attribute, type Element } from "../html/inline.ts";
import { isCalled } from "../html/names.ts";
import { keyOfId, postNamedBy } from "../named-posts.ts";
import { timeOfElement } from "../saved-page/element-times.ts";
import { anchorNote } from "../saved-page/plain.ts";

/** The attribute that holds the note. */
export const keyEventNote = "data-key-event-note";

const idNames = ["id", "data-block-id", "data-post-id", "data-id", "data-entry-id", "itemid", "name"];
const keyCall = / (?:key ?events?|key ?moments?|key ?points?|timeline|highlights|index|key updates|keyevents) /;

/** Notes the posts to which lists of key events link, and gives these lists. */
export function noteKeyEvents(page: Tree, posts: readonly Element[]): readonly Element[] {
  const all = new Set(posts);
  const known = new Map<string, Element>();
  for (const post of posts) for (const id of idsOf(post)) if (!known.has(id)) known.set(id, post);
  const lists = new Map<Element, Set<Element>>();
  for (const link of outside(page, all)) {
    const post = link.tagName === "a" ? targetOf(link, known) : undefined;
    const list = post === undefined ? undefined : listAround(link);
    if (post === undefined || list === undefined) continue;
    const linked = lists.get(list) ?? new Set();
    lists.set(list, linked.add(post));
  }
  const found: Element[] = [];
  for (const [list, linked] of lists) {
    if (!isKeyList(list, linked.size, posts.length)) continue;
    found.push(list);
    for (const post of linked)
      if (attribute(post, keyEventNote) === undefined) post.attrs.push({ name: keyEventNote, value: "" });
  }
  return found;
}

/** The ids of a post: its own, and those of elements before its text. */
function idsOf(post: Element): readonly string[] {
  const ids: string[] = [];
  for (const element of [post, ...firstIn(post, 12)])
    for (const name of idNames) {
      const value = attribute(element, name)?.trim() ?? "";
      if (value !== "") ids.push(value, keyOfId(value));
    }
  return ids;
}

/** The first elements in one, at most `most`. */
function firstIn(element: Element, most: number): readonly Element[] {
  const first: Element[] = [];
  find(element, (one) => first.push(one) >= most);
  return first;
}

/** All elements outside of posts. */
const outside = (page: Tree, posts: ReadonlySet<Element>): readonly Element[] => {
  const found: Element[] = [];
  findAll(page, (one) => {
    if (posts.has(one)) return true;
    found.push(one);
    return false;
  });
  return found;
};

function targetOf(link: Element, posts: ReadonlyMap<string, Element>): Element | undefined {
  const href = attribute(link, "href") ?? "";
  const anchor = attribute(link, anchorNote) ?? /#([^#]{1,200})$/.exec(href)?.[1] ?? "";
  const named = postNamedBy(anchor === "" ? href : `#${anchor}`) ?? postNamedBy(href);
  for (const id of [anchor, named ?? ""]) {
    if (id === "") continue;
    const post = posts.get(id) ?? posts.get(keyOfId(id));
    if (post !== undefined) return post;
  }
  return undefined;
}

/** The nearest list around a link, else the element around its parent. */
function listAround(link: Element): Element | undefined {
  let above = parentOf(link);
  for (let height = 0; above !== undefined && height < 8; height += 1, above = parentOf(above))
    if (["ul", "ol", "nav", "dl", "table", "menu"].includes(above.tagName) || isCalled(above, keyCall)) return above;
  return parentOf(parentOf(link) ?? link);
}

/** True for a list with such a name or heading, or with times and links to at most half of the posts. */
function isKeyList(list: Element, linked: number, posts: number): boolean {
  let above: Element | undefined = list;
  for (let height = 0; above !== undefined && height < 3; height += 1, above = parentOf(above)) {
    if (["body", "main", "html"].includes(above.tagName)) break;
    if (isCalled(above, keyCall)) return true;
    const heading = headingOf(above);
    if (heading !== undefined && (keyEventWords.test(heading) || summaryHeading.test(heading))) return true;
  }
  return linked * 2 <= posts && linked > 0 && firstIn(list, 200).some((one) => timeOfElement(one) !== undefined);
}

/** The short first line of an element, or the heading directly before it. */
export function headingOf(element: Element): string | undefined {
  const inner = firstIn(element, 4).find(({ childNodes }) => childNodes.some(({ nodeName }) => nodeName === "#text"));
  const own = inner === undefined ? undefined : shortLineOf(inner, 80);
  if (own !== undefined && own !== "" && (keyEventWords.test(own) || summaryHeading.test(own))) return own;
  const before = headingBefore(element);
  return before === undefined ? own : shortLineOf(before, 80);
}

/** The element directly before an element, if it is a short line. */
export function headingBefore(element: Element): Element | undefined {
  const siblings = element.parentNode?.childNodes ?? [];
  for (let index = siblings.indexOf(element) - 1; index >= 0; index -= 1) {
    const node = siblings[index];
    if (node === undefined) return undefined;
    if ("tagName" in node) return (shortLineOf(node, 80) ?? "") === "" ? undefined : node;
    if ("value" in node && node.value.trim() !== "") return undefined;
  }
  return undefined;
}
