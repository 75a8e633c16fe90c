/** From the end of a capture to two facts: the line after the last post, and whether the last post is cut. */
import type { Block } from "../../model/block.ts";
import { plainInline } from "../../model/inline.ts";
import type { SpanRecorder } from "../account/span-recorder.ts";
import { isBlank, type Line } from "../text/text.ts";
import { isShareTarget, isTailTool } from "./marks.ts";

/** The line after the last line of a post. Buttons, page counts and a number without a post are counted as lost. */
export function takeTail(lines: readonly Line[], from: number, recorder: SpanRecorder): number {
  let to = lines.length;
  while (to > from) {
    const line = lines[to - 1];
    if (line === undefined) break;
    if (to === lines.length && line.indent <= 3 && /^\d{1,9}\.$/.test(line.text))
      recorder.lose("post number", line.start, line.end);
    else if (!isBlank(line)) {
      if (!isTailTool(line.text) || isShareTarget(line.text)) break;
      recorder.lose("share tools", line.start, line.end);
    }
    to -= 1;
  }
  return to;
}

/** The end of a sentence, with closing marks after it. */
const ended = /[.!?…:]["'”’)\]»]*$|["”»)\]]$/;
const open = /[,;(–—-]$/;

/**
 * True if a capture ends inside its last post: in the middle of a sentence, or before the first word of the post. A capture that is
 * cut after a full sentence looks whole. `closed`: the text ends with a line end.
 */
export function isCut(blocks: readonly Block[], closed: boolean): boolean {
  const last = blocks.at(-1);
  if (last === undefined) return !closed;
  const text = lastText(last);
  if (closed) return text !== undefined && open.test(text);
  if (last.kind === "quote") return !lastQuoteEnded(last);
  const hasText = blocks.some(({ kind }) => kind !== "figure");
  return !hasText || (text !== undefined && !ended.test(text));
}

function lastText(block: Block): string | undefined {
  if (block.kind !== "paragraph") return undefined;
  const text = plainInline(block.content);
  // A row of a table may end without a mark.
  return text.includes("\n") ? undefined : text;
}

/** A quotation ends with the role of its speaker, or at least with a whole name. */
function lastQuoteEnded({ person, role }: Extract<Block, { kind: "quote" }>): boolean {
  return role !== undefined || (person !== undefined && plainInline(person).includes(" "));
}
