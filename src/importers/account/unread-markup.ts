/** The texts of an element before it is read, and the pieces that were read -> the texts that were not read, for every form of page. */
import { wordsIn } from "../../base/words.ts";
import { type HtmlNode, isElement } from "../html/inline.ts";
import { squeeze } from "./written-words.ts";

/** Elements whose text is not part of the page's words. */
const unseen: ReadonlySet<string> = new Set(["script", "style"]);

/** The texts in some nodes that are not blank, in their order. */
export function textsIn(nodes: readonly HtmlNode[]): readonly string[] {
  const texts: string[] = [];
  const waiting = [...nodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.nodeName === "#text" && "value" in node) {
      if (/\S/.test(node.value)) texts.push(node.value);
    } else if (isElement(node) && !unseen.has(node.tagName)) {
      for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
        const child = node.childNodes[index];
        if (child !== undefined) waiting.push(child);
      }
    }
  }
  return texts;
}

/**
 * The members of `texts` that `pieces` do not hold. A piece holds a text if both are equal, as often as the piece appears; if a run
 * of the other pieces contains it; or if the other pieces have all its words.
 */
export function unreadTexts(texts: readonly string[], pieces: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const piece of pieces) {
    const squeezed = squeeze(piece);
    counts.set(squeezed, (counts.get(squeezed) ?? 0) + 1);
  }
  const rest = texts.filter((text) => !takeOne(counts, squeeze(text)));
  if (rest.length === 0) return rest;
  const others = pieces.filter((piece) => takeOne(counts, squeeze(piece)));
  const run = others.map(squeeze).join("");
  const bag = new Map<string, number>();
  for (const word of others.flatMap(wordsIn)) bag.set(word, (bag.get(word) ?? 0) + 1);
  return rest.filter((text) => !run.includes(squeeze(text)) && !wordsIn(text).every((word) => takeOne(bag, word)));
}

function takeOne(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0;
  if (count > 0) counts.set(key, count - 1);
  return count > 0;
}
