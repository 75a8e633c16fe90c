/** Marks the words that were found, where the browser can without a change to the page. */
import { spotsOf } from "./fold.ts";
import type { Post } from "./posts.ts";

/** So many marks no reader looks at, and they take time. */
const most = 2000;

export function highlight(posts: readonly Post[], words: readonly string[]): void {
  if (typeof Highlight === "undefined") return;
  CSS.highlights.delete("found");
  const ranges: Range[] = [];
  for (const { article } of words.length === 0 ? [] : posts) {
    if (ranges.length > most) break;
    ranges.push(...rangesIn(article, words));
  }
  if (ranges.length > 0) CSS.highlights.set("found", new Highlight(...ranges));
}

function rangesIn(article: HTMLElement, words: readonly string[]): readonly Range[] {
  const ranges: Range[] = [];
  const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    for (const [start, end] of spotsOf(text.nodeValue ?? "", words)) {
      const range = document.createRange();
      range.setStart(text, start);
      range.setEnd(text, end);
      ranges.push(range);
    }
  }
  return ranges;
}
