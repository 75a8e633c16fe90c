/** The lines of a piece of HTML: what a reader sees as one line of words, with its marks and links. */
import type { Inline } from "../../model/inline.ts";
import { holdsBlocks } from "./blocks.ts";
import { isElement, type Keep, type Node, readInline, silent, withoutEdges, wordsOf } from "./inline.ts";

/** The nodes of each line that has words: a block without blocks in it, or a run of text between blocks. */
export function linesOf(nodes: readonly Node[]): readonly (readonly Node[])[] {
  const lines: Node[][] = [];
  let line: Node[] = [];
  const end = (): void => {
    if (wordsOf(line).trim() !== "") lines.push(line);
    line = [];
  };
  const waiting: (Node | "end")[] = [...nodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === "end") end();
    else if (isElement(node) && !silent.has(node.tagName) && holdsBlocks(node)) {
      end();
      waiting.push("end");
      for (let index = node.childNodes.length - 1; index >= 0; index -= 1) waiting.push(node.childNodes[index] as Node);
    } else line.push(node);
  }
  end();
  return lines;
}

/** The inline content of some nodes on one line; none where they have no words. */
export function contentOf(nodes: readonly Node[], keep: Keep): readonly Inline[] {
  const content: Inline[] = [];
  for (const line of linesOf(nodes)) {
    if (content.length > 0) content.push({ kind: "text", text: " " });
    for (const node of line) for (const part of readInline(node, keep)) content.push(oneLine(part));
  }
  return withoutEdges(content);
}

const oneLine = (part: Inline): Inline => (part.kind === "break" ? { kind: "text", text: " " } : part);
