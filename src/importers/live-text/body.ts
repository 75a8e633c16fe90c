/** From the lines of a post's text to blocks: paragraphs and lists. Buttons among them are counted as lost. */

import type { Block } from "../../model/block.ts";
import type { Inline } from "../../model/inline.ts";
import { networkPhrase, surePhrase } from "../account/furniture-words.ts";
import { silentRecorder } from "../account/span-recorder.ts";
import { readLists } from "../text/lists.ts";
import { lineAt, paragraphOf, type TextPassage } from "../text/passage.ts";
import { isBlank, nextWords } from "../text/text.ts";

export function readTextBody(passage: TextPassage): readonly Block[] {
  const blocks: Block[] = [];
  let at = nextWords(passage.lines, passage.from, passage.to);
  while (at < passage.to) {
    const behind = loseFurniture(passage, at);
    const list = behind > at ? undefined : readLists(passage, at);
    if (list !== undefined) blocks.push(...list.blocks);
    const next = behind > at ? behind : (list?.next ?? readParagraph(passage, at, blocks));
    at = nextWords(passage.lines, Math.max(next, at + 1), passage.to);
  }
  return blocks;
}

/** Adjacent lines are one paragraph, which keeps the line breaks of the page. Gives the next line. */
function readParagraph(passage: TextPassage, from: number, blocks: Block[]): number {
  const content: Inline[] = [];
  let at = from;
  do {
    const line = paragraphOf(passage, lineAt(passage, at));
    if (line?.kind === "paragraph") {
      if (content.length > 0) content.push({ kind: "break" });
      content.push(...line.content);
    }
    at += 1;
  } while (!passage.flat && !isBlank(lineAt(passage, at)) && !opensOther(passage, at));
  if (content.length > 0) blocks.push({ kind: "paragraph", content });
  return at;
}

function opensOther(passage: TextPassage, at: number): boolean {
  const trial: TextPassage = { ...passage, to: Math.min(passage.to, at + 12), recorder: silentRecorder };
  return (
    loseFurniture(trial, at) > at ||
    (/^[\d•◦▪‣∙·*–-]/u.test(lineAt(passage, at).text) && readLists(trial, at) !== undefined)
  );
}

/** Counts as lost the buttons that begin on line `from`: a word such as "Share", or a row of networks. Gives the next line. */
export function loseFurniture(passage: TextPassage, from: number): number {
  const row: number[] = [];
  let hasShareWord = false;
  for (let at = from; at < passage.to; at = nextWords(passage.lines, at + 1, passage.to)) {
    const { text } = lineAt(passage, at);
    const isShare = text.length <= 60 && surePhrase.test(text);
    if (!isShare && !(text.length <= 30 && networkPhrase.test(text))) break;
    row.push(at);
    hasShareWord ||= isShare;
  }
  if (!hasShareWord && row.length < 3) return from;
  for (const at of row) {
    const { start, end } = lineAt(passage, at);
    passage.recorder.lose("share words", start, end);
  }
  return (row.at(-1) ?? from - 1) + 1;
}
