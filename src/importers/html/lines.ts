/** From nodes of HTML to lines: each line is what a reader sees as one line of words, with marks and links. */
import type { Inline } from "../../model/inline.ts";
import { holdsBlocks } from "./blocks.ts";
import { type HtmlNode, inlineOfNode, isElement, type Keep, silent, withoutEdges, wordsOf } from "./inline.ts";

/** The nodes of each line with words: a block without inner blocks, or a run of text between blocks. */
export function linesOfNodes(nodes: readonly HtmlNode[]): readonly (readonly HtmlNode[])[] {
  const lines: HtmlNode[][] = [];
  let line: HtmlNode[] = [];
  const end = (): void => {
    if (wordsOf(line).trim() !== "") lines.push(line);
    line = [];
  };
  const waiting: (HtmlNode | "end")[] = [...nodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === "end") end();
    else if (isElement(node) && !silent.has(node.tagName) && holdsBlocks(node)) {
      end();
      waiting.push("end");
      for (let index = node.childNodes.length - 1; index >= 0; index -= 1)
        waiting.push(node.childNodes[index] as HtmlNode);
    } else line.push(node);
  }
  end();
  return lines;
}

/** The inline content of some nodes on one line; empty if they have no words. */
export function inlineOfNodes(nodes: readonly HtmlNode[], keep: Keep): readonly Inline[] {
  const content: Inline[] = [];
  for (const line of linesOfNodes(nodes)) {
    if (content.length > 0) content.push({ kind: "text", text: " " });
    for (const node of line) for (const part of inlineOfNode(node, keep)) content.push(oneLine(part));
  }
  return withoutEdges(content);
}

const oneLine = (part: Inline): Inline => (part.kind === "break" ? { kind: "text", text: " " } : part);
