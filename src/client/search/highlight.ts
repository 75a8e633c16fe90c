/** Marks the matches on the page with the CSS Custom Highlight API, where the browser has it: the page itself does not change. */
import type { ListedPost } from "../post-list.ts";
import { matchRanges, type Term } from "./query.ts";

/** More marks take time, and no reader looks at them all. */
const most = 2000;

export function highlight(posts: readonly ListedPost[], terms: readonly Term[]): void {
  if (typeof Highlight === "undefined") return;
  CSS.highlights.delete("found");
  const ranges: StaticRange[] = [];
  for (const { article } of terms.length === 0 ? [] : posts) {
    if (ranges.length > most) break;
    ranges.push(...rangesIn(article, terms));
  }
  if (ranges.length > 0) CSS.highlights.set("found", new Highlight(...ranges));
}

function rangesIn(article: HTMLElement, terms: readonly Term[]): readonly StaticRange[] {
  const ranges: StaticRange[] = [];
  const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    for (const [start, end] of matchRanges(text.nodeValue ?? "", terms)) {
      // The browser updates other ranges at each change of the page.
      ranges.push(new StaticRange({ startContainer: text, startOffset: start, endContainer: text, endOffset: end }));
    }
  }
  return ranges;
}
