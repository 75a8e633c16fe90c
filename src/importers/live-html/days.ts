/** From the headings of days above posts to a note on each post: a printed time of day belongs to the day above it. */
import { parentOf, shortLineOf, type Tree } from "../html/html.ts";
import { type Element, type HtmlNode, isElement, silent } from "../html/inline.ts";
import { parseWrittenDay } from "../written-time/written-time.ts";

/** The attribute that holds the note. */
export const dayNote = "data-day-above";

/** Notes on each post the date above it, in the part of the page that holds all posts. */
export function noteDays(page: Tree, posts: readonly Element[]): void {
  const all = new Set(posts);
  const above = commonAbove(posts) ?? page;
  let day: string | undefined;
  const waiting: HtmlNode[] = [...above.childNodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node) || silent.has(node.tagName)) continue;
    if (all.has(node)) {
      node.attrs = node.attrs.filter(({ name }) => name !== dayNote);
      if (day !== undefined) node.attrs.push({ name: dayNote, value: day });
      continue;
    }
    const line = shortLineOf(node, 60);
    if (line !== undefined && parseWrittenDay(line) !== undefined) day = line;
    for (let index = node.childNodes.length - 1; index >= 0; index -= 1)
      waiting.push(node.childNodes[index] as HtmlNode);
  }
}

/** The innermost element that holds all posts. */
function commonAbove(posts: readonly Element[]): Element | undefined {
  const counts = new Map<Element, number>();
  for (const post of posts)
    for (let one = parentOf(post); one !== undefined; one = parentOf(one)) {
      const count = (counts.get(one) ?? 0) + 1;
      counts.set(one, count);
    }
  const [first] = posts;
  for (let one = first && parentOf(first); one !== undefined; one = parentOf(one))
    if (counts.get(one) === posts.length) return one;
  return undefined;
}
