/** From the nodes of a line of HTML to one text that knows the place of each character in the tree, so that a piece can be taken out. */
import { type HtmlNode, isElement, silent } from "../html/inline.ts";

type Text = HtmlNode & { value: string };

export interface TextLine {
  /** White space is one blank, and none stands at the ends. */
  readonly text: string;
  /** For each character of `text` the text node and the offset in it; undefined for blanks that only separate two nodes. */
  readonly from: readonly ({ readonly node: Text; readonly at: number } | undefined)[];
}

/** The text of a line without and with blanks between its text nodes: "May17" and "May 17". */
export function textLines(nodes: readonly HtmlNode[]): readonly [joined: TextLine, spaced: TextLine] {
  const texts = textNodes(nodes);
  const joined = lineOf(texts, false);
  return [joined, texts.length > 1 ? lineOf(texts, true) : joined];
}

function textNodes(nodes: readonly HtmlNode[]): readonly Text[] {
  const found: Text[] = [];
  const waiting = [...nodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.nodeName === "#text" && "value" in node) found.push(node);
    else if (isElement(node) && !silent.has(node.tagName))
      for (let index = node.childNodes.length - 1; index >= 0; index -= 1)
        waiting.push(node.childNodes[index] as HtmlNode);
  }
  return found;
}

function lineOf(texts: readonly Text[], isSpaced: boolean): TextLine {
  const from: ({ node: Text; at: number } | undefined)[] = [];
  const signs: string[] = [];
  let blank: { place: { node: Text; at: number } | undefined } | undefined;
  for (const node of texts) {
    if (isSpaced) blank ??= { place: undefined };
    for (let at = 0; at < node.value.length; at += 1) {
      const sign = node.value[at] as string;
      if (/\s/.test(sign)) {
        blank ??= { place: { node, at } };
        continue;
      }
      if (blank !== undefined && signs.length > 0) {
        signs.push(" ");
        from.push(blank.place);
      }
      blank = undefined;
      signs.push(sign);
      from.push({ node, at });
    }
  }
  return { text: signs.join(""), from };
}

/** Takes the characters from `start` to `end` of a line out of the tree. Call it only once for a line. */
export function cutLine({ from }: TextLine, start: number, end: number): void {
  const places = from.slice(start, end).filter((place) => place !== undefined);
  for (const [node, cut] of Map.groupBy(places, ({ node }) => node)) {
    const [first, last] = [cut[0]?.at ?? 0, cut.at(-1)?.at ?? -1];
    node.value = node.value.slice(0, first) + node.value.slice(last + 1);
  }
}
